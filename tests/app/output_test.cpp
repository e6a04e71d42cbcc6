// SPDX-License-Identifier: Apache-2.0
#include "app/output.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/small_file.h"
#include "temporary_folder.h"

using namespace readiness;
namespace fs = std::filesystem;

namespace {

std::string content_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("a report replaces the file of its name and leaves nothing else") {
  const TemporaryFolder folder;
  const std::string file = folder / "report.md";
  CHECK_FALSE(app::write_file(file, "old and longer"));
  CHECK_FALSE(app::write_file(file, "new"));
  CHECK(content_of(file) == "new");
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator{}) == 1);
}

TEST_CASE("a report is never written through a link, into a pipe, a folder or a missing folder") {
  const TemporaryFolder folder;
  std::ofstream(folder / "target") << "untouched";
  fs::create_symlink(folder / "target", folder / "link");
  REQUIRE(mkfifo((folder / "pipe").c_str(), 0600) == 0);
  for (const char* name : {"link", "pipe", ".", "no/such/folder", "target/"}) {
    INFO(name);
    CHECK(app::why_not_writable(folder / name));
    CHECK(app::write_file(folder / name, "x"));
  }
  CHECK(content_of(folder / "target") == "untouched");
  CHECK_FALSE(app::why_not_writable(folder / "target"));
}

TEST_CASE("policy is read from regular files only, bounded, and a pipe does not block") {
  const TemporaryFolder folder;
  std::ofstream(folder / "file") << "0123456789";
  fs::create_symlink(folder / "file", folder / "link");
  REQUIRE(mkfifo((folder / "pipe").c_str(), 0600) == 0);
  const auto text = app::read_small_file(folder / "file", 10, app::Links::refuse, "file");
  REQUIRE(text.ok());
  CHECK(*text == "0123456789");
  CHECK_FALSE(app::read_small_file(folder / "file", 9, app::Links::refuse, "file").ok());
  CHECK_FALSE(app::read_small_file(folder / "link", 10, app::Links::refuse, "link").ok());
  CHECK(app::read_small_file(folder / "link", 10, app::Links::follow, "link").ok());
  CHECK_FALSE(app::read_small_file(folder / "pipe", 10, app::Links::follow, "pipe").ok());
  CHECK_FALSE(app::read_small_file(folder / ".", 10, app::Links::follow, ".").ok());
  const auto absent = app::read_small_file(folder / "absent", 10, app::Links::refuse, "absent");
  REQUIRE(absent.ok());
  CHECK_FALSE(*absent);
}

TEST_CASE("a folder of packs counts as inside only when its links lead nowhere else") {
  const TemporaryFolder folder;
  const TemporaryFolder elsewhere;
  fs::create_directory(folder / "packs");
  fs::create_directory_symlink(elsewhere.path(), folder / "away");
  CHECK(app::lies_inside(folder.path(), folder / "packs"));
  CHECK_FALSE(app::lies_inside(folder.path(), folder / "away"));
  CHECK_FALSE(app::lies_inside(folder.path(), folder / "absent"));
  CHECK_FALSE(app::lies_inside(folder / "packs", folder.path()));
}
