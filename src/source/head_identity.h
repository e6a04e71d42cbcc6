// SPDX-License-Identifier: Apache-2.0
// Which commit an audit of the work tree or of the index belongs to.
#pragma once
#include <vector>

#include "source/object_store.h"
#include "source/repository.h"
#include "source/source.h"

namespace readiness::source {

/// Without `mode`. A commit that cannot be read keeps its name and has no time; a note says why, no fault: files
/// are read all the same.
Identity identity_of_head(const Repository& repository, ObjectStore& store, std::vector<Note>& notes);

}  // namespace readiness::source
