// SPDX-License-Identifier: Apache-2.0
// The part of an index that a commit changes, as it is staged and as it was before; what a hook looks at
// first.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "source/object_id.h"
#include "source/source.h"

namespace readiness::source {

/// The index held against HEAD, by object names alone.
struct StagedDifference {
  struct Path {
    std::string path;
    bool is_new = false;
    ObjectId before{};  ///< what HEAD has there, unless it is new
  };
  std::vector<Path> changed{};  ///< in the index, sorted by path
  bool removes_files = false;   ///< HEAD has paths that the index has not
};
base::Result<StagedDifference> staged_difference(const std::string& root);

/// The changed files of `staged`, which it borrows, with those beside that say how files are to be read.
std::unique_ptr<Source> changed_part(const Source& staged, const StagedDifference& difference);
/// The same paths with the bytes that HEAD has; new ones vanish when they are loaded.
base::Result<std::unique_ptr<Source>> changed_part_before(const Source& staged,
                                                          const StagedDifference& difference,
                                                          const std::string& root);

}  // namespace readiness::source
