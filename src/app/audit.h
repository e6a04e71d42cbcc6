// SPDX-License-Identifier: Apache-2.0
// The main job as a list of passes.
#pragma once
#include "app/environment.h"
#include "app/exit_code.h"
#include "app/options.h"
#include "app/policy.h"
#include "app/settings.h"
#include "base/result.h"
#include "checks/program.h"
#include "facts/facts.h"
#include "report/report.h"
#include "source/source.h"

namespace readiness::app {

/// What stands before any file is read: everything that can be wrong with options, configuration and rules.
struct Preparation {
  AuditSettings settings{};
  rulepack::RuleBook book{};
  checks::Program program{};
  std::unique_ptr<source::Source> tree{};
};

base::Result<Preparation> prepare_audit(const AuditOptions& options, const Environment& environment);

/// Reads the whole tree and answers all queries; shows progress on a person's terminal, and takes it away
/// again.
base::Result<facts::Facts> read_tree(const Preparation& prepared, const Environment& environment);

/// From facts to the value that all renderers read.
report::Report make_report(const Preparation& prepared, const facts::Facts& facts, checks::Verdicts verdicts);

ExitCode run_audit(const AuditOptions& options, const Environment& environment);

}  // namespace readiness::app
