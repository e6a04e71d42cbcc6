// SPDX-License-Identifier: Apache-2.0
// Topological order by repeatedly taking the best step that is free; some hundreds of steps, so no
// cleverness.
#include "plan/order.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace readiness::plan {
namespace {

using rulepack::Priority;

/// A step is as urgent as the most urgent one that waits for it, directly or not.
std::vector<Priority> urgencies(const std::vector<Step>& steps) {
  std::vector<Priority> urgency;
  for (const Step& step : steps) urgency.push_back(step.priority);
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < steps.size(); ++i)
      for (const std::size_t first : steps[i].after)
        if (urgency[i] < urgency[first]) urgency[first] = urgency[i], changed = true;
  }
  return urgency;
}

/// True when `start` waits for itself through steps that are not done.
bool in_a_cycle(std::size_t start, const std::vector<Step>& steps, const std::vector<bool>& done) {
  std::vector<bool> seen(steps.size(), false);
  std::vector<std::size_t> open{start};
  while (!open.empty()) {
    const std::size_t step = open.back();
    open.pop_back();
    for (const std::size_t first : steps[step].after) {
      if (first == start) return true;
      if (done[first] || seen[first]) continue;
      seen[first] = true;
      open.push_back(first);
    }
  }
  return false;
}

}  // namespace

std::vector<Placed> in_order(const std::vector<Step>& steps) {
  const std::vector<Priority> urgency = urgencies(steps);
  std::vector<bool> done(steps.size(), false);
  const auto waiting = [&](std::size_t i) {
    return std::any_of(steps[i].after.begin(), steps[i].after.end(),
                       [&](std::size_t first) { return !done[first]; });
  };
  const auto rank = [&](std::size_t i) {
    return std::tuple(urgency[i], waiting(i), steps[i].priority, -steps[i].points_per_hour, i);
  };
  const auto best_of = [&](auto may_be_next) {
    std::size_t best = steps.size();
    for (std::size_t i = 0; i < steps.size(); ++i)
      if (!done[i] && (best == steps.size() || rank(i) < rank(best)) && may_be_next(i)) best = i;
    return best;
  };
  std::vector<Placed> order;
  while (order.size() < steps.size()) {
    std::size_t best = best_of([](std::size_t) { return true; });
    if (waiting(best)) best = best_of([&](std::size_t i) { return in_a_cycle(i, steps, done); });
    Placed placed{.step = best, .phase = urgency[best]};
    std::copy_if(steps[best].after.begin(), steps[best].after.end(), std::back_inserter(placed.waits_for),
                 [&](std::size_t first) { return done[first]; });
    done[best] = true;
    order.push_back(std::move(placed));
  }
  return order;
}

}  // namespace readiness::plan
