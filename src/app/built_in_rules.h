// SPDX-License-Identifier: Apache-2.0
// The packs that are part of the program.
#pragma once
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rulepack/load.h"

namespace readiness::app {

// All of them fail only when the program itself is damaged.

/// The files, already parsed, named "rules/<pack>.yaml".
base::Result<std::vector<rulepack::RuleFile>> built_in_rules();

/// What rulepack::load makes of them, without their tests: a fraction of the work.
base::Result<rulepack::RuleBook> built_in_book();

/// What is known of their regexes: scan::PreparedRegexes reads it.
std::string_view built_in_regexes();

}  // namespace readiness::app
