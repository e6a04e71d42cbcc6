// SPDX-License-Identifier: Apache-2.0
// Which item comes before which: what others wait for first, then priority, then points per hour.
#pragma once
#include <cstdint>
#include <vector>

#include "rulepack/model.h"

namespace readiness::plan {

/// One thing to do, as far as its order is concerned.
struct Step {
  rulepack::Priority priority{};  ///< its own
  double points_per_hour = 0;
  std::vector<std::size_t> after{};  ///< indices of steps that come first; cycles are allowed
};

struct Placed {
  std::size_t step = 0;
  rulepack::Priority phase{};  ///< its own priority, or a more urgent one of a step that waits for it
  std::vector<std::size_t> waits_for{};  ///< its `after` without what a cycle made impossible
};

/// Every step once. A phase is complete before the next begins, and a step stands after all it waits for. In
/// a cycle the most urgent step goes first. Equal steps keep their order.
std::vector<Placed> in_order(const std::vector<Step>& steps);

}  // namespace readiness::plan
