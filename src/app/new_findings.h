// SPDX-License-Identifier: Apache-2.0
// What a change brings in: findings on lines that it added or altered, which the files as they were did not
// have. The one mechanism behind --staged and --since.
#pragma once
#include <vector>

#include "app/audit.h"
#include "base/result.h"
#include "report/report.h"
#include "source/changes.h"

namespace readiness::app {

/// Indices of a verdict and of a finding in it.
struct NewFinding {
  std::size_t verdict = 0;
  std::size_t finding = 0;
};

/// Those of `verdicts` (judged over the whole tree) that `changes` bring in, worst check first.
base::Result<std::vector<NewFinding>> new_findings(const Preparation& prepared,
                                                   const checks::Verdicts& verdicts,
                                                   source::Changes& changes);

/// New findings stop a change when their check has the priority of --fail-on (high unless given) or a higher
/// one, and is no guess.
rulepack::Priority stops_at(const AuditSettings& settings);
bool stops(const checks::Verdict& verdict, rulepack::Priority at);

/// The gate of a change: nothing else than its new findings can miss it.
base::Result<report::Gate> judge_change_gate(const Preparation& prepared, const checks::Verdicts& verdicts,
                                             source::Changes& changes);

}  // namespace readiness::app
