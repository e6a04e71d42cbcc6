// SPDX-License-Identifier: Apache-2.0
// From .git/index to entries.
#include "source/index_reading.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "source/refs.h"
#include "source/regular_file.h"
#include "source/root_folder.h"
#include "source/split_index.h"
#include "source/tree_listing.h"

namespace readiness::source {
namespace {

constexpr std::uint64_t kLargestIndex = 1024ULL * 1024 * 1024;

base::Diagnostic failure(const std::string& message) { return {.file = ".git/index", .message = message}; }

base::Result<Index> read_one(const RootFolder& git, const std::string& name, std::size_t id_size,
                             bool want_trees = false) {
  PaddedBuffer buffer;
  const Load file = read_file(git, name, kLargestIndex, buffer);
  if (file.status == LoadStatus::vanished && name == "index") return Index{.is_missing = true};
  if (file.status != LoadStatus::ok) return failure(file.detail);
  return parse_index(file.bytes, id_size, want_trees);
}

base::Result<std::vector<IndexEntry>> joined(const RootFolder& git, Index index, std::size_t id_size) {
  base::Result<Index> shared = read_one(git, "sharedindex." + index.shared_index.hex(), id_size);
  if (!shared) return failure("its shared index: " + shared.errors().front().message);
  return join_split_index(std::move(index), std::move(shared->entries));
}

void keep_below(const std::string& prefix, std::vector<IndexEntry>& entries) {
  if (prefix.empty()) return;
  const auto outside = [&](const IndexEntry& entry) {
    return !entry.path.starts_with(prefix) && !(is_folder_mode(entry.mode) && prefix.starts_with(entry.path));
  };
  entries.erase(std::remove_if(entries.begin(), entries.end(), outside), entries.end());
}

// A sparse index holds whole folders as one entry; their files are in the object that it names.
void list_folders(const std::string& prefix, ObjectStore& store, std::vector<IndexEntry>& entries,
                  std::vector<Note>& notes) {
  const auto is_folder = [](const IndexEntry& entry) { return is_folder_mode(entry.mode); };
  if (std::none_of(entries.begin(), entries.end(), is_folder)) return;
  std::vector<IndexEntry> all;
  for (IndexEntry& entry : entries) {
    if (!is_folder(entry)) {
      all.push_back(std::move(entry));
      continue;
    }
    const std::string folder = entry.path.ends_with('/') ? entry.path : entry.path + "/";
    TreeListing listing =
        list_tree(store, entry.id, prefix.starts_with(folder) ? prefix.substr(folder.size()) : "");
    std::move(listing.notes.begin(), listing.notes.end(), std::back_inserter(notes));
    for (TreeFile& file : listing.files)
      all.push_back({.path = folder + file.path, .mode = file.mode, .id = file.id, .skip_worktree = true});
  }
  entries = std::move(all);
  std::stable_sort(entries.begin(), entries.end(), earlier_in_index);
}

}  // namespace

base::Result<std::vector<IndexEntry>> read_index(const Repository& repository, ObjectStore& store,
                                                 std::vector<Note>& notes, CachedTrees* cached_trees) {
  const std::optional<RootFolder> git = RootFolder::open(repository.git_path);
  if (!git) return failure("cannot be opened");
  base::Result<Index> index = read_one(*git, "index", repository.id_size(), cached_trees != nullptr);
  if (!index) return failure(index.errors().front().message);
  if (index->is_missing && RefStore(repository).head().id)
    notes.push_back({true, "index", ".git/index: is missing, though there is a commit; nothing counts as tracked"});
  if (cached_trees != nullptr) *cached_trees = std::move(index->cached_trees);
  std::vector<IndexEntry> entries;
  if (index->is_split) {
    base::Result<std::vector<IndexEntry>> whole = joined(*git, std::move(*index), repository.id_size());
    if (!whole) return failure(whole.errors().front().message);
    entries = std::move(*whole);
  } else {
    entries = std::move(index->entries);
  }
  keep_below(repository.prefix, entries);
  list_folders(repository.prefix, store, entries, notes);
  resolve_conflicts(entries);
  return entries;
}

}  // namespace readiness::source
