// SPDX-License-Identifier: Apache-2.0
// What a commit is about to bring in: findings in staged files that HEAD's version of these files does not
// have.
#pragma once
#include <string>
#include <vector>

#include "app/audit.h"
#include "app/environment.h"
#include "app/exit_code.h"
#include "base/result.h"
#include "report/report.h"

namespace readiness::app {

/// Indices of a verdict and of a finding in it.
struct NewFinding {
  std::size_t verdict = 0;
  std::size_t finding = 0;
};

/// Those of `verdicts` (judged over the whole index) that the change to `changed` brings in, worst check
/// first.
base::Result<std::vector<NewFinding>> new_findings(const Preparation& prepared,
                                                   const checks::Verdicts& verdicts,
                                                   const std::vector<std::string>& changed);

/// The gate of a commit: new findings of checks of the priority of --fail-on (high unless given) or higher.
base::Result<report::Gate> judge_staged_gate(const Preparation& prepared, const checks::Verdicts& verdicts);

/// The hook's run: reads the staged files alone when nothing in them can be a finding, and prints new
/// findings only.
ExitCode run_staged(const Preparation& prepared, const Environment& environment);

}  // namespace readiness::app
