// SPDX-License-Identifier: Apache-2.0
// The walk's list, read from disk.
#include "source/folder_source.h"

#include <cerrno>
#include <optional>

#include "source/disk_reader.h"
#include "source/folder_walk.h"
#include "source/repository.h"

namespace readiness::source {
namespace {

class FolderSource final : public Source {
 public:
  FolderSource(RootFolder root, WalkResult walk, std::string path)
      : root_(std::move(root)), entries_(std::move(walk.untracked)), notes_(std::move(walk.notes)) {
    identity_.root = std::move(path);
    identity_.mode = "folder";
  }
  const std::vector<Entry>& entries() const override { return entries_; }
  std::unique_ptr<Reader> make_reader() const override {
    return std::make_unique<DiskReader>(root_, entries_);
  }
  const std::vector<Note>& notes() const override { return notes_; }
  const Identity& identity() const override { return identity_; }

 private:
  RootFolder root_;
  std::vector<Entry> entries_;
  std::vector<Note> notes_;
  Identity identity_;
};

}  // namespace

base::Result<std::unique_ptr<Source>> open_folder(const std::string& path) {
  base::Result<std::string> folder = absolute_folder(path);
  if (!folder) return folder.errors();
  std::optional<RootFolder> root = RootFolder::open(*folder);
  if (!root) return base::Diagnostic{.file = path, .message = "cannot be opened: " + error_text(errno)};
  WalkResult walk = walk_folder({.top = *folder, .is_repository = false});
  return std::unique_ptr<Source>(
      std::make_unique<FolderSource>(std::move(*root), std::move(walk), std::move(*folder)));
}

}  // namespace readiness::source
