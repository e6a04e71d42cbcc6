// SPDX-License-Identifier: Apache-2.0
#include "plan/road.h"

namespace readiness::plan {

Road road_to_production(const Plan& plan, int score, const std::optional<int>& target) {
  Road out;
  for (const Phase& phase : plan.phases) {
    const bool there = target ? score >= *target : phase.priority > rulepack::Priority::high;
    if (there) break;
    ++out.phases;
    out.effort += phase.effort;
    out.weeks_min += phase.weeks_min;
    out.weeks_max += phase.weeks_max;
    score = phase.projected_score;
  }
  return out;
}

}  // namespace readiness::plan
