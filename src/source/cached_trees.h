// SPDX-License-Identifier: Apache-2.0
// The index's TREE extension: the folders that git has not touched since it last knew their tree objects
// (gitformat-index(5), "Cache tree"). git commits what it says, so it may be believed.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "source/object_id.h"

namespace readiness::source {

class CachedTrees {
 public:
  CachedTrees() = default;
  /// `body` of the extension; bytes that are no such thing give an empty cache.
  CachedTrees(std::string_view body, std::size_t id_size);
  /// True when all that the index has in `folder` ("" or "some/folder/") is that tree.
  bool is(const std::string& folder, const ObjectId& tree) const;
  std::size_t size() const { return trees_.size(); }

 private:
  std::unordered_map<std::string, ObjectId> trees_;  // by folder
};

}  // namespace readiness::source
