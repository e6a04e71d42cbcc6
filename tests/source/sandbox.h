// SPDX-License-Identifier: Apache-2.0
// A temporary folder with files and git repositories in it, made by the `git` program and gone with the test.
#pragma once
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "source/source.h"

namespace readiness::source::test {

class Sandbox {
 public:
  Sandbox() {
    std::string pattern = (std::filesystem::temp_directory_path() / "readiness-source-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    root_ = std::filesystem::canonical(pattern).string();
  }
  Sandbox(const Sandbox&) = delete;
  ~Sandbox() {
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
  }
  const std::string& root() const { return root_; }
  std::string path(std::string_view relative) const { return root_ + "/" + std::string(relative); }

  void write(std::string_view relative, std::string_view bytes) const {
    const std::filesystem::path file = path(relative);
    std::filesystem::create_directories(file.parent_path());
    std::filesystem::remove(file);  // objects are read-only
    std::ofstream(file, std::ios::binary) << bytes;
  }
  std::string read(std::string_view relative) const {
    std::ifstream file(path(relative), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }
  void folder(std::string_view relative) const { std::filesystem::create_directories(path(relative)); }
  void link(std::string_view target, std::string_view relative) const {
    std::filesystem::create_directories(std::filesystem::path(path(relative)).parent_path());
    REQUIRE(::symlink(std::string(target).c_str(), path(relative).c_str()) == 0);
  }
  void fifo(std::string_view relative) const {
    std::filesystem::remove(path(relative));
    REQUIRE(::mkfifo(path(relative).c_str(), 0600) == 0);
  }

  /// Runs a shell line in `folder` with git cut off from the machine's configuration; gives its standard
  /// output.
  std::string shell(const std::string& line, std::string_view folder = "") const {
    const std::string full =
        "cd '" + path(folder) +
        "' && export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_AUTHOR_NAME=a "
        "GIT_AUTHOR_EMAIL=a@b"
        " GIT_COMMITTER_NAME=c GIT_COMMITTER_EMAIL=c@d GIT_AUTHOR_DATE='1700000000 +0000'"
        " GIT_COMMITTER_DATE='1700000000 +0000' HOME=/nonexistent; unset GIT_DIR GIT_INDEX_FILE "
        "GIT_WORK_TREE; { " +
        line + "\n} 2>/dev/null";
    std::FILE* pipe = ::popen(full.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string out;
    std::array<char, 4096> part{};
    for (std::size_t got; (got = std::fread(part.data(), 1, part.size(), pipe)) > 0;)
      out.append(part.data(), got);
    INFO(line);
    status_ = ::pclose(pipe);
    return out;
  }
  /// The same, and it must succeed.
  std::string git(const std::string& arguments, std::string_view folder = "") const {
    std::string out = shell("git " + arguments, folder);
    INFO("git " << arguments);
    REQUIRE(status_ == 0);
    return out;
  }
  /// The first line of what git says.
  std::string git_line(const std::string& arguments, std::string_view folder = "") const {
    const std::string out = git(arguments, folder);
    return out.substr(0, out.find('\n'));
  }
  void init(std::string_view folder = "") const {
    this->folder(folder);
    git("init -q -b main", folder);
  }
  void commit(std::string_view folder = "", const std::string& message = "m") const {
    git("add -A && git commit -q --allow-empty -m " + message, folder);
  }

 private:
  std::string root_;
  mutable int status_ = 0;
};

inline std::vector<std::string> paths(const Source& source) {
  std::vector<std::string> out;
  for (const Entry& entry : source.entries()) out.push_back(entry.path);
  return out;
}

inline std::size_t position(const Source& source, std::string_view path) {
  const auto& entries = source.entries();
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.path == path; });
  INFO(path);
  REQUIRE(found != entries.end());
  return static_cast<std::size_t>(found - entries.begin());
}

inline const Entry& entry(const Source& source, std::string_view path) {
  return source.entries()[position(source, path)];
}

inline LoadStatus load_status(const Source& source, std::string_view path,
                              std::uint64_t max_bytes = 1 << 20) {
  return source.make_reader()->load(position(source, path), max_bytes).status;
}

/// The bytes of a file that must be readable.
inline std::string bytes(const Source& source, std::string_view path) {
  const std::unique_ptr<Reader> reader = source.make_reader();
  const Load load = reader->load(position(source, path), 1 << 26);
  INFO(path << ": " << load.detail);
  REQUIRE(load.status == LoadStatus::ok);
  return std::string(load.bytes);
}

inline const Note* note(const Source& source, std::string_view reason) {
  for (const Note& candidate : source.notes())
    if (candidate.reason == reason) return &candidate;
  return nullptr;
}

inline std::unique_ptr<Source> opened(const Selection& selection) {
  base::Result<std::unique_ptr<Source>> source = open(selection);
  if (!source) FAIL(base::render(source.errors()));
  return std::move(*source);
}

/// The message and hint of opening something that must not open.
inline std::string refusal(const Selection& selection) {
  const base::Result<std::unique_ptr<Source>> source = open(selection);
  REQUIRE(!source);
  return source.errors().front().message + " | " + source.errors().front().hint;
}

}  // namespace readiness::source::test
