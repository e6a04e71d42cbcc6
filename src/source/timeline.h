// SPDX-License-Identifier: Apache-2.0
// Several commits of one repository: the line of first parents, and their trees opened one after the other.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "source/source.h"

namespace readiness::source {

struct CommitPoint {
  std::string commit{};   ///< full object name
  std::int64_t time = 0;  ///< of the committer, seconds since 1970
  std::string tag{};      ///< one of the tags on it, the last by name; empty when there is none
};

/// Where a walk over the line ended, when that was not its own wish.
struct LineEnd {
  bool is_cut = false;  ///< at the border of a shallow clone, or at a commit that cannot be read
  std::string why{};    ///< for people
};

class Timeline {
 public:
  virtual ~Timeline() = default;
  Timeline(const Timeline&) = delete;
  /// Calls `see` for `revision` and its first parents, newest first, until it returns false.
  virtual base::Result<LineEnd> walk(const std::string& revision,
                                     const std::function<bool(const CommitPoint&)>& see) = 0;
  /// The tree of a commit. What was read for one tree helps with the next. Must not outlive the Timeline.
  virtual base::Result<std::unique_ptr<Source>> open(const std::string& commit) = 0;
  /// How many tags there are, on this line or not.
  virtual std::size_t tags() = 0;

 protected:
  Timeline() = default;
};

base::Result<std::unique_ptr<Timeline>> open_timeline(const std::string& root);

}  // namespace readiness::source
