// SPDX-License-Identifier: Apache-2.0
// The tests inside packs, run through the real engine on a repository held in memory.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "checks/verdict.h"
#include "rulepack/model.h"

namespace readiness::checks {

struct PackTestFailure {
  std::string check{};
  std::string test{};
  base::Diagnostic problem{};  ///< placed at the test
};

struct PackTestRun {
  std::uint64_t tests = 0;
  std::vector<PackTestFailure> failures{};
};

/// Runs the tests of all checks whose id matches one of `ids` (globs; empty = all).
base::Result<PackTestRun> run_pack_tests(const rulepack::RuleBook& book, const std::vector<std::string>& ids);

}  // namespace readiness::checks
