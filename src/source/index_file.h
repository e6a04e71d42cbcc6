// SPDX-License-Identifier: Apache-2.0
// The bytes of git's index (versions 2 to 4) as entries; gitformat-index(5). Knows no disk and no objects.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "source/cached_trees.h"
#include "source/object_id.h"
#include "source/source.h"

namespace readiness::source {

struct IndexEntry {
  std::string path;
  std::uint32_t mode = 0;
  ObjectId id{};
  std::uint8_t stage = 0;  ///< 0; 1 to 3 while a merge is not resolved
  bool skip_worktree = false;
  bool intent_to_add = false;
};

struct Index {
  std::vector<IndexEntry> entries{};  ///< sorted by path and stage
  bool is_split = false;              ///< most entries stand in another file, `shared_index`
  ObjectId shared_index{};
  std::string deleted_bits{};  ///< of a split index: EWAH bitmaps over the shared entries
  std::string replaced_bits{};
  bool is_missing = false;     ///< there is no such file, as before the first `git add`
  CachedTrees cached_trees{};  ///< empty for a split index
};

/// Reads every entry or says why not; the checksum is left alone (`index.skipHash` writes none).
base::Result<Index> parse_index(std::string_view bytes, std::size_t id_size, bool want_trees = false);

/// What an entry of this mode is. Unknown modes are `special`.
EntryKind kind_of_mode(std::uint32_t mode);
/// A folder: in trees, and in a sparse index in place of its files.
inline constexpr std::uint32_t kFolderMode = 0040000;
bool is_folder_mode(std::uint32_t mode);

/// The order of an index: by path, then by stage.
bool earlier_in_index(const IndexEntry& a, const IndexEntry& b);

/// Leaves one entry a path: unmerged paths keep ours, else theirs, else the common one.
void resolve_conflicts(std::vector<IndexEntry>& entries);

}  // namespace readiness::source
