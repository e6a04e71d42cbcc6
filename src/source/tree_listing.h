// SPDX-License-Identifier: Apache-2.0
// All paths of a git tree, walked without recursion and with bounds, so that no tree is too deep and none
// explodes.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/object_id.h"
#include "source/object_store.h"
#include "source/source.h"

namespace readiness::source {

struct TreeItem {
  std::uint32_t mode = 0;
  std::string name{};
  ObjectId id{};
};

/// The items of one tree object in its own order. False when the bytes are no tree; `items` holds what came
/// before.
bool parse_tree(std::string_view bytes, std::size_t id_size, std::vector<TreeItem>& items);

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

/// Lists `tree` below `prefix` ("" or "some/folder/"); the paths keep the prefix.
TreeListing list_tree(ObjectStore& store, const ObjectId& tree, const std::string& prefix);

}  // namespace readiness::source
