// SPDX-License-Identifier: Apache-2.0
// Revision expressions as gitrevisions(7) has them, for one commit: names, (abbreviated) object names,
// git-describe's output, and the suffixes ~n ^n ^{type} @{n}. Ranges, searches, dates and upstream names are
// refused by name.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "source/object_id.h"
#include "source/object_store.h"
#include "source/repository.h"

namespace readiness::source {

struct ResolvedRevision {
  std::optional<ObjectId> commit{};  ///< none when the expression names a tree
  ObjectId tree{};
  std::int64_t time = 0;
  std::string branch{};  ///< when a branch was named, or HEAD is on one
};

base::Result<ResolvedRevision> resolve_revision(const Repository& repository, ObjectStore& store,
                                                const std::string& expression);

}  // namespace readiness::source
