// SPDX-License-Identifier: Apache-2.0
// Whether the gate is met, what the audit could not read, and which exit code follows.
#pragma once
#include "app/exit_code.h"
#include "app/settings.h"
#include "report/report.h"

namespace readiness::app {

/// Heuristic, preview and waived checks never miss a gate.
report::Gate judge_gate(const AuditSettings& settings, const checks::Verdicts& verdicts,
                        const score::Scorecard& card);

/// Faults that the operator tolerates are listed and leave the audit complete.
report::Coverage coverage_of(const facts::Facts& facts, const Tolerance& tolerance);

/// The reason to call the audit incomplete for this file's sake, or "". Too late is one fault for all files.
std::string fault_of(const facts::File& file);
std::string what_came_too_late(const facts::Facts& facts);  ///< a sentence, or ""

/// One more fault, from elsewhere than the audited tree.
void add_fault(report::Coverage& coverage, const Tolerance& tolerance, const std::string& reason,
               const std::string& text);

/// --no-regress: every check that got worse.
std::vector<std::string> regressions(const delta::Delta& delta);

ExitCode exit_code_of(const report::Report& report);

}  // namespace readiness::app
