// SPDX-License-Identifier: Apache-2.0
// Which runs and which four bytes of them are cheapest to look for.
#pragma once
#include <optional>
#include <vector>

#include "scan/literal_run.h"

namespace readiness::scan {

/// A set of runs of which every match contains one, with what may stand before any of them.
struct RunSet {
  std::vector<LiteralRun> runs{};
  ByteSet prefix{};
  double cost = 0;
};

/// Drops runs that others imply, sets windows and costs; nothing when a run is too short or too vague to look
/// for, or when the set costs `most` or more.
std::optional<RunSet> choose_windows(RunSet set, double most, const ByteClasses& classes);

}  // namespace readiness::scan
