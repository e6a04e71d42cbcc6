// SPDX-License-Identifier: Apache-2.0
// What every match of a regex must contain: runs of byte classes, and how far before a run the match can
// begin.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scan/beginning.h"
#include "scan/byte_classes.h"
#include "scan/gram_frequency.h"
#include "scan/regex_ast.h"

namespace readiness::scan {

constexpr std::size_t kShortestRun = 3;
constexpr std::size_t kMaxGramsOfWindow = 4200;

/// A match contains the run; it begins `lo` to `hi` (kUnbounded) bytes before the run does.
struct LiteralRun {
  ByteRun classes{};
  std::uint32_t lo = 0;
  std::uint32_t hi = 0;
  /// The filter looks at every second offset of a text only, so two windows of four bytes are looked for: [0]
  /// begins at an even offset of the run, [1] at an odd one. Either may stick out by one byte, which may then
  /// be any.
  std::array<std::int32_t, 2> windows{0, -1};
  double cost = 0;  ///< expected work for each byte of source code
};

/// What matches are sought by once the runs are in a filter.
struct PlanHead {
  ByteSet prefix{};        ///< between the beginning of a match and a run it has these bytes only
  std::uint32_t hi = 0;    ///< the most bytes before any run
  bool has_runs = false;
  bool is_exact = false;   ///< there are runs, and each fixes the beginning of its match to the byte
  std::optional<Beginning> beginning{};  ///< none is known to the reference engine
  std::string why_slow{};  ///< why there are no runs
};

/// Every match contains at least one of `runs`.
struct RunPlan {
  std::vector<LiteralRun> runs{};
  PlanHead head{};
};

RunPlan plan_runs(const Node& root, ByteClasses& classes);

}  // namespace readiness::scan
