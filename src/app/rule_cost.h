// SPDX-License-Identifier: Apache-2.0
// Which patterns miss the fast path, and what each costs, measured.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "checks/program.h"

namespace readiness::app {

struct SlowRule {
  std::string regex{};
  std::string reason{};
  double ms_per_mb = 0;
};

/// Patterns off the fast path that look at more than the files that `paths` names.
base::Result<std::vector<SlowRule>> slow_rules(const checks::Program& program);

}  // namespace readiness::app
