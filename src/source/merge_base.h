// SPDX-License-Identifier: Apache-2.0
// Where two lines of history parted.
#pragma once
#include <string>
#include <vector>

#include "source/commit_reader.h"

namespace readiness::source {

struct MergeBases {
  /// The best common ancestors: none of them is an ancestor of another. Newest first; several after crossed
  /// merges, none for unrelated histories.
  std::vector<ObjectId> commits{};
  bool is_cut = false;  ///< a border of a shallow clone was met: there may be a better one, or one at all
  std::string unreadable{};  ///< a commit that could not be read on the way
};

MergeBases merge_bases(CommitReader& commits, const ObjectId& ours, const ObjectId& theirs);

}  // namespace readiness::source
