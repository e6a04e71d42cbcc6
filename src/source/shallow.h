// SPDX-License-Identifier: Apache-2.0
// Where a clone ends: the commits whose parents were not fetched, and how to say what is missing.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "source/object_id.h"
#include "source/repository.h"
#include "source/source.h"

namespace readiness::source {

using ObjectIds = std::unordered_set<ObjectId, ObjectIdHash>;

/// Empty in a complete clone. Grafts written by hand count: a commit that is named there is a border.
ObjectIds read_shallow(const Repository& repository);

/// The fault that `revision` cannot be found because this clone is shallow; nothing when it is complete, so
/// that the revision is simply not there. Names the depth that would do.
std::optional<Note> missing_in_shallow(const Repository& repository, std::string_view revision);

}  // namespace readiness::source
