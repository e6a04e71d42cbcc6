// SPDX-License-Identifier: Apache-2.0
// One folder at a time: all its names are read, then each is decided; no more than two descriptors are ever
// open.
#include "source/folder_walk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>

#include "base/text.h"
#include "source/ignore_chain.h"
#include "source/regular_file.h"
#include "source/root_folder.h"

namespace readiness::source {
namespace {

constexpr std::size_t kMaxDepth = 4096;
constexpr std::size_t kMaxEntries = 10'000'000;
constexpr std::size_t kNameBuffer = 64 * 1024;

struct Pending {
  std::string path;  // "" or "some/folder/"
  IgnoreChain::Level ignores = IgnoreChain::kNone;
  std::size_t depth = 0;
  std::size_t first = 0;  // the tracked entries below it
  std::size_t last = 0;
};

struct Name {
  std::string_view text;  // in names_
  unsigned char type;
};

class Walk {
 public:
  Walk(const WalkRequest& request, RootFolder root)
      : request_(request), root_(std::move(root)), ignores_(root_, result_.notes), buffer_(kNameBuffer) {}

  WalkResult run() {
    std::optional<Pending> start = first_folder();
    if (start) pending_.push_back(std::move(*start));
    while (!pending_.empty()) {
      const Pending folder = std::move(pending_.back());
      pending_.pop_back();
      if (result_.untracked.size() > kMaxEntries) {
        note(true, "too-many-files", "more than 10 million files; the rest was not listed");
        break;
      }
      enter(folder);
    }
    std::sort(result_.untracked.begin(), result_.untracked.end(),
              [](const Entry& a, const Entry& b) { return a.path < b.path; });
    return std::move(result_);
  }

 private:
  std::size_t tracked_count() const { return request_.tracked == nullptr ? 0 : request_.tracked->size(); }
  void note(bool fault, std::string reason, std::string text) {
    result_.notes.push_back({fault, std::move(reason), std::move(text)});
  }

  // The folder to begin with, under the ignore files of those above it; nothing when one of them ignores it.
  std::optional<Pending> first_folder() {
    if (!request_.exclude_folder.empty()) ignores_.add_exclude_file(request_.exclude_folder);
    Pending at{.path = "", .ignores = ignores_.outermost(), .depth = 0, .first = 0, .last = tracked_count()};
    while (at.path.size() < request_.prefix.size()) {
      at.ignores = ignores_.enter(at.ignores, at.path);
      const std::size_t slash = request_.prefix.find('/', at.path.size());
      if (ignores_.ignores(at.ignores, std::string_view(request_.prefix).substr(0, slash), true))
        return std::nullopt;
      at.path = request_.prefix.substr(0, slash + 1);
      ++at.depth;
    }
    return at;
  }

  void enter(const Pending& folder) {
    if (!read_names(folder)) return;
    const bool outermost = folder.path.size() == request_.prefix.size();
    if (request_.is_repository && !outermost && folder.first == folder.last &&
        holds_repository(folder.path)) {
      result_.untracked.push_back({.path = folder.path.substr(0, folder.path.size() - 1),
                                   .kind = EntryKind::submodule,
                                   .tracked = false});
      return;
    }
    IgnoreChain::Level level = folder.ignores;
    if (has_name(".gitignore")) level = ignores_.enter(level, folder.path);
    std::string path = folder.path;
    for (Name name : names_) {
      if (name.text == ".git") continue;
      path.resize(folder.path.size());
      path += name.text;
      if (name.type == DT_UNKNOWN) name.type = type_of(path);
      if (name.type == DT_DIR)
        meet_folder(folder, path, level);
      else
        meet_file(folder, path, name.type, level);
    }
  }

  bool has_name(std::string_view wanted) const {
    return std::any_of(names_.begin(), names_.end(), [&](const Name& name) { return name.text == wanted; });
  }

  // All names first: whether there is an ignore file must be known before the first is decided.
  bool read_names(const Pending& folder) {
    names_.clear();
    const Descriptor open =
        root_.open_folder(folder.path.empty() ? "" : folder.path.substr(0, folder.path.size() - 1));
    std::size_t length = 0;
    ssize_t got = open ? 1 : -1;
    while (got > 0) {
      if (buffer_.size() - length < kNameBuffer / 2) buffer_.resize(buffer_.size() * 2);
      got = ::getdents64(open.get(), buffer_.data() + length, buffer_.size() - length);
      if (got > 0) length += static_cast<std::size_t>(got);
    }
    if (got < 0 && errno != ENOENT)
      note(true, "unreadable-folder",
           (folder.path.empty() ? "./" : base::printable(folder.path)) + ": " + error_text(errno));
    for (std::size_t at = 0; at < length;) {
      const auto* item = reinterpret_cast<const dirent64*>(buffer_.data() + at);
      const std::string_view name(item->d_name);
      if (name != "." && name != "..") names_.push_back({name, item->d_type});
      at += item->d_reclen;
    }
    return got == 0 || !names_.empty();
  }

  // A .git file, or a .git folder with a HEAD; an empty one hides nothing, as with git.
  bool holds_repository(const std::string& path) const {
    for (const Name& name : names_) {
      if (name.text != ".git") continue;
      if (name.type == DT_REG) return true;
      return name.type == DT_DIR && root_.open_folder(path + ".git/objects") &&
             root_.open_folder(path + ".git/refs");
    }
    return false;
  }

  unsigned char type_of(const std::string& path) const {
    const std::size_t slash = path.rfind('/');
    const Descriptor folder = root_.open_folder(slash == std::string::npos ? "" : path.substr(0, slash));
    struct stat info {};
    if (::fstatat(folder.get(), path.c_str() + (slash == std::string::npos ? 0 : slash + 1), &info,
                  AT_SYMLINK_NOFOLLOW) != 0)
      return DT_UNKNOWN;
    return static_cast<unsigned char>(IFTODT(info.st_mode));
  }

  // Position of the first tracked path of the folder's range that is not before `path`.
  std::size_t lower_bound(const Pending& folder, std::string_view path) const {
    if (folder.first == folder.last) return folder.first;
    const std::size_t known = folder.path.size();  // all of the range begin alike
    const auto begin = request_.tracked->begin();
    const auto found = std::lower_bound(
        begin + static_cast<std::ptrdiff_t>(folder.first), begin + static_cast<std::ptrdiff_t>(folder.last),
        path, [known](const Entry& entry, std::string_view wanted) {
          return std::string_view(entry.path).substr(known) < wanted.substr(known);
        });
    return static_cast<std::size_t>(found - begin);
  }

  Entry* tracked_at(std::size_t position, const Pending& folder, std::string_view path) const {
    if (position == folder.last || (*request_.tracked)[position].path != path) return nullptr;
    return &(*request_.tracked)[position];
  }

  void meet_folder(const Pending& folder, std::string& path, IgnoreChain::Level level) {
    const Entry* entry = tracked_at(lower_bound(folder, path), folder, path);
    if (entry != nullptr && entry->kind == EntryKind::submodule) return;
    if (ignores_.ignores(level, path, true)) return;  // what is tracked in there came from the index
    if (folder.depth == kMaxDepth) {
      note(true, "too-deep",
           base::shortened(base::printable(path), 200) + ": deeper than 4096 folders, not entered");
      return;
    }
    path += '/';
    Pending next{.path = path,
                 .ignores = level,
                 .depth = folder.depth + 1,
                 .first = lower_bound(folder, path),
                 .last = 0};
    path.back() = '/' + 1;
    next.last = lower_bound(folder, path);
    pending_.push_back(std::move(next));
  }

  void meet_file(const Pending& folder, const std::string& path, unsigned char type,
                 IgnoreChain::Level level) {
    const EntryKind kind = type == DT_REG   ? EntryKind::file
                           : type == DT_LNK ? EntryKind::symlink
                                            : EntryKind::special;
    if (Entry* entry = tracked_at(lower_bound(folder, path), folder, path)) {
      if (kind != EntryKind::file || entry->kind == EntryKind::symlink) entry->kind = kind;
    } else if (!ignores_.ignores(level, path, false)) {
      result_.untracked.push_back({.path = path, .kind = kind, .tracked = false});
    }
  }

  const WalkRequest& request_;
  RootFolder root_;
  WalkResult result_;
  IgnoreChain ignores_;
  std::vector<Pending> pending_;
  std::vector<char> buffer_;
  std::vector<Name> names_;
};

}  // namespace

WalkResult walk_folder(const WalkRequest& request) {
  std::optional<RootFolder> root = RootFolder::open(request.top);
  if (!root)
    return {.notes = {{true, "unreadable-folder", base::printable(request.top) + ": " + error_text(errno)}}};
  return Walk(request, std::move(*root)).run();
}

}  // namespace readiness::source
