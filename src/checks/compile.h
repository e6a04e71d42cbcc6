// SPDX-License-Identifier: Apache-2.0
// Binds rules to queries. Everything that can be wrong with a rule is found here, before any byte is read.
#pragma once
#include "base/result.h"
#include "checks/program.h"

namespace readiness::checks {

/// Selected checks, all traits, and the probes they need. Errors: unknown names, cycles, regexes, globs, JSONPaths, languages,
/// roles, kinds, unknown ids in the settings; each with its place.
base::Result<Program> compile(const rulepack::RuleBook& book, const Settings& settings);

}  // namespace readiness::checks
