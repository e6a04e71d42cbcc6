// SPDX-License-Identifier: Apache-2.0
// The packs that are part of the program.
#pragma once
#include <vector>

#include "base/result.h"
#include "rulepack/load.h"

namespace readiness::app {

/// Already parsed, named "rules/<pack>.yaml". Fails only when the program itself is damaged.
base::Result<std::vector<rulepack::RuleFile>> built_in_rules();

}  // namespace readiness::app
