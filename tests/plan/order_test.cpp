// SPDX-License-Identifier: Apache-2.0
#include "plan/order.h"

#include <catch2/catch.hpp>
#include <random>

using readiness::plan::in_order;
using readiness::plan::Placed;
using readiness::plan::Step;
using readiness::rulepack::Priority;

namespace {

std::vector<std::size_t> sequence(const std::vector<Step>& steps) {
  std::vector<std::size_t> out;
  for (const Placed& placed : in_order(steps)) out.push_back(placed.step);
  return out;
}

}  // namespace

TEST_CASE("without dependencies, priority decides, then points per hour, then the given order") {
  CHECK(sequence({{Priority::low, 9, {}},
                  {Priority::critical, 1, {}},
                  {Priority::critical, 2, {}},
                  {Priority::high, 1, {}},
                  {Priority::high, 1, {}}}) == std::vector<std::size_t>{2, 1, 3, 4, 0});
}

TEST_CASE("what an urgent step waits for moves into its phase, through any number of steps") {
  const auto order = in_order({{Priority::critical, 1, {2}},
                               {Priority::high, 5, {}},
                               {Priority::medium, 1, {3}},
                               {Priority::low, 1, {}}});
  CHECK(order[0].step == 3);
  CHECK(order[1].step == 2);
  CHECK(order[2].step == 0);
  CHECK(order[3].step == 1);
  CHECK(order[0].phase == Priority::critical);
  CHECK(order[3].phase == Priority::high);
  CHECK(order[2].waits_for == std::vector<std::size_t>{2});
}

TEST_CASE("a cycle is broken at its most urgent step, and who waits for the cycle still waits") {
  const auto order =
      in_order({{Priority::critical, 9, {1}}, {Priority::low, 1, {2}}, {Priority::medium, 1, {1}}});
  CHECK(order[0].step == 2);
  CHECK(order[0].waits_for.empty());
  CHECK(order[1].step == 1);
  CHECK(order[1].waits_for == std::vector<std::size_t>{2});
  CHECK(order[2].step == 0);
}

TEST_CASE("a step that waits for itself is simply done") {
  CHECK(sequence({{Priority::low, 1, {0}}, {Priority::high, 1, {}}}) == std::vector<std::size_t>{1, 0});
}

TEST_CASE("property: every step once, nothing before what it waits for, phases never mixed") {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<Step> steps(random() % 25);
    for (std::size_t i = 0; i < steps.size(); ++i) {
      steps[i] = {static_cast<Priority>(random() % 4), static_cast<double>(random() % 5), {}};
      for (std::size_t k = 0; i > 0 && k < random() % 3; ++k)
        steps[i].after.push_back(random() % i);  // no cycles
    }
    std::vector<bool> done(steps.size(), false);
    Priority phase = Priority::critical;
    for (const Placed& placed : in_order(steps)) {
      CHECK_FALSE(done[placed.step]);
      for (const std::size_t first : steps[placed.step].after) CHECK(done[first]);
      CHECK(placed.phase >= phase);
      phase = placed.phase;
      done[placed.step] = true;
    }
    CHECK(std::count(done.begin(), done.end(), true) == static_cast<std::ptrdiff_t>(steps.size()));
  }
}
