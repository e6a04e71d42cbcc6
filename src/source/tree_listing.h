// SPDX-License-Identifier: Apache-2.0
// All paths of a git tree, walked without recursion and with bounds, so that no tree is too deep and none
// explodes.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "source/object_id.h"
#include "source/object_store.h"
#include "source/source.h"

namespace readiness::source {

/// Views into the bytes of a tree object.
struct TreeItem {
  std::uint32_t mode = 0;
  std::string_view name{};
  std::string_view raw_id{};
};

/// Takes the next item from the front of `rest`. False at the end, and where the bytes are no tree: then
/// `rest` is not empty.
bool take_tree_item(std::string_view& rest, std::size_t id_size, TreeItem& item);

/// The same tree at this many places is no repository but a bomb: ten levels of ten equal folders are 10^10
/// paths.
inline constexpr std::size_t kMaxPlacesOfTree = 10'000;
inline constexpr std::size_t kMaxTreeDepth = 4096;

/// One path that is no folder.
struct TreeFile {
  std::string path{};
  std::uint32_t mode = 0;
  ObjectId id{};
};

struct TreeListing {
  std::vector<TreeFile> files{};  ///< sorted by path, each path once
  std::vector<Note> notes{};      ///< faults: what could not be listed
};

/// The folders of the last listing, for one that shares most of them: two revisions, say.
class TreeCache {
 public:
  /// Null when it is not known. Valid until the next `turn`.
  const std::string* find(const ObjectId& id);
  void keep(const ObjectId& id, std::string_view bytes);
  /// Begins a listing: what the one before did not need is forgotten.
  void turn();

 private:
  using Trees = std::unordered_map<ObjectId, std::string, ObjectIdHash>;
  Trees before_, now_;
};

/// True for a folder ("" or "some/folder/") that is not to be entered.
using PassBy = std::function<bool(const std::string& folder, const ObjectId& tree)>;

/// Lists `tree` below `prefix` ("" or "some/folder/"); the paths keep the prefix. `cache` may be null.
TreeListing list_tree(ObjectStore& store, const ObjectId& tree, const std::string& prefix,
                      TreeCache* cache = nullptr, const PassBy& pass_by = {});

}  // namespace readiness::source
