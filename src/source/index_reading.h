// SPDX-License-Identifier: Apache-2.0
// The index of a repository on disk as one entry a path, limited to the part that the user named.
#pragma once
#include <vector>

#include "base/result.h"
#include "source/index_file.h"
#include "source/object_store.h"
#include "source/repository.h"

namespace readiness::source {

/// Empty when there is no index yet. Fails when it cannot be understood; nothing of it is believed then.
/// Split indexes are joined, the folders of sparse ones listed from `store`; what is missing there is a note.
base::Result<std::vector<IndexEntry>> read_index(const Repository& repository, ObjectStore& store,
                                                 std::vector<Note>& notes,
                                                 CachedTrees* cached_trees = nullptr);

}  // namespace readiness::source
