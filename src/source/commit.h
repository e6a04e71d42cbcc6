// SPDX-License-Identifier: Apache-2.0
// The lines of commits and tags that we need. Authors and messages may be anything; they are never parsed.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "source/object_id.h"

namespace readiness::source {

struct Commit {
  ObjectId tree{};
  std::vector<ObjectId> parents{};
  std::int64_t time = 0;  ///< of the committer, seconds since 1970; 0 when it cannot be read
};

/// Nothing when there is no tree line.
std::optional<Commit> parse_commit(std::string_view bytes);
/// What an annotated tag points to.
std::optional<ObjectId> parse_tag_target(std::string_view bytes);

}  // namespace readiness::source
