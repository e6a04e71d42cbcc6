// SPDX-License-Identifier: Apache-2.0
// What lies between today and production.
#pragma once
#include <cstddef>
#include <optional>

#include "plan/plan.h"

namespace readiness::plan {

/// The phases until the target is reached, or, without one, those that are critical or high.
struct Road {
  std::size_t phases = 0;
  Hours effort{};
  double weeks_min = 0, weeks_max = 0;
};
/// `score` is today's, in points.
Road road_to_production(const Plan& plan, int score, const std::optional<int>& target);

}  // namespace readiness::plan
