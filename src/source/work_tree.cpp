// SPDX-License-Identifier: Apache-2.0
// The index and the walk merged into one sorted list.
#include "source/work_tree.h"

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <optional>

#include "source/disk_reader.h"
#include "source/folder_walk.h"
#include "source/head_identity.h"
#include "source/index_reading.h"
#include "source/object_store.h"

namespace readiness::source {
namespace {

class WorkTree final : public Source {
 public:
  WorkTree(RootFolder root, std::vector<Entry> entries, std::vector<Note> notes, Identity identity,
           AbsentFiles absent)
      : root_(std::move(root)),
        entries_(std::move(entries)),
        notes_(std::move(notes)),
        identity_(std::move(identity)),
        absent_(std::move(absent)) {}
  const std::vector<Entry>& entries() const override { return entries_; }
  std::unique_ptr<Reader> make_reader() const override {
    return std::make_unique<DiskReader>(root_, entries_, absent_.blobs.empty() ? nullptr : &absent_);
  }
  const std::vector<Note>& notes() const override { return notes_; }
  const Identity& identity() const override { return identity_; }

 private:
  RootFolder root_;
  std::vector<Entry> entries_;
  std::vector<Note> notes_;
  Identity identity_;
  AbsentFiles absent_;
};

// The tracked entries; those that a sparse checkout left out are also remembered in `absent`.
std::vector<Entry> tracked_entries(const Repository& repository, ObjectStore& store, AbsentFiles& absent,
                                   std::vector<Note>& notes) {
  base::Result<std::vector<IndexEntry>> index = read_index(repository, store, notes);
  if (!index) {
    const base::Diagnostic& why = index.errors().front();
    notes.push_back(
        {true, "index", why.file + ": " + why.message + "; every file that is not ignored was audited"});
    return {};
  }
  std::vector<Entry> entries;
  entries.reserve(index->size());
  for (IndexEntry& entry : *index) {
    if (entry.skip_worktree) absent.blobs.emplace_back(entry.path.substr(repository.prefix.size()), entry.id);
    entries.push_back({.path = std::move(entry.path), .kind = kind_of_mode(entry.mode), .tracked = true});
  }
  return entries;
}

std::vector<Entry> merged(std::vector<Entry> tracked, std::vector<Entry> untracked, std::size_t prefix) {
  std::vector<Entry> all = std::move(tracked);
  if (!untracked.empty()) {
    const auto middle = static_cast<std::ptrdiff_t>(all.size());
    all.insert(all.end(), std::make_move_iterator(untracked.begin()),
               std::make_move_iterator(untracked.end()));
    std::inplace_merge(all.begin(), all.begin() + middle, all.end(),
                       [](const Entry& a, const Entry& b) { return a.path < b.path; });
  }
  if (prefix > 0)
    for (Entry& entry : all) entry.path.erase(0, prefix);
  return all;
}

}  // namespace

base::Result<std::unique_ptr<Source>> open_work_tree(Repository repository) {
  std::optional<RootFolder> root = RootFolder::open(repository.named);
  if (!root)
    return base::Diagnostic{.file = repository.named, .message = "cannot be opened: " + error_text(errno)};
  AbsentFiles absent{.blobs = {}, .objects = std::make_shared<const ObjectFolder>(repository)};
  ObjectStore store(absent.objects);
  std::vector<Note> notes = std::move(repository.notes);
  std::vector<Entry> tracked = tracked_entries(repository, store, absent, notes);
  WalkResult walk = walk_folder({.top = repository.top,
                                 .prefix = repository.prefix,
                                 .exclude_folder = repository.common_path,
                                 .is_repository = true,
                                 .tracked = &tracked});
  notes.insert(notes.end(), walk.notes.begin(), walk.notes.end());
  Identity identity = identity_of_head(repository, store, notes);
  identity.mode = "work tree";
  return std::unique_ptr<Source>(std::make_unique<WorkTree>(
      std::move(*root), merged(std::move(tracked), std::move(walk.untracked), repository.prefix.size()),
      std::move(notes), std::move(identity), std::move(absent)));
}

}  // namespace readiness::source
