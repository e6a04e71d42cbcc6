// SPDX-License-Identifier: Apache-2.0
// The deployable units of a repository: which there are, and what a check says of each of them.
#pragma once
#include <memory>
#include <vector>

#include "checks/findings.h"
#include "checks/point_of_use.h"

namespace readiness::checks {

/// Named by the configuration, else found by the probe `deployable-unit`: folders with source code of their
/// own, from the root's point of view side by side. Sorted by path. Fewer than two are none: then the
/// repository is the unit.
std::vector<Unit> find_units(const Program& program, Evaluator& evaluator);

/// Asks checks of single units. A unit sees its own files and those that belong to none: what all share
/// counts for each.
class UnitJudge {
 public:
  /// Borrows all three.
  UnitJudge(const Program& program, const facts::Facts& facts, const std::vector<Unit>& units);
  /// Verdicts of the units to which the check applies, in the units' order; empty when it is not asked of
  /// units.
  std::vector<UnitVerdict> judge(const BoundCheck& check);
  /// Turns the verdict on the whole repository into one on its units: "11 of 12 services".
  void settle(const BoundCheck& check, Verdict& verdict);

 private:
  const std::vector<Unit>& units_;
  std::vector<std::vector<bool>> files_;  // by unit; outlive the evaluators
  std::vector<std::unique_ptr<Evaluator>> evaluators_;
  PointOfUse point_of_use_;
};

}  // namespace readiness::checks
