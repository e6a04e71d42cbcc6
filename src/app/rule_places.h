// SPDX-License-Identifier: Apache-2.0
// Where a pattern stands in the packs.
#pragma once
#include <map>
#include <string>

#include "rulepack/model.h"

namespace readiness::app {

/// The first place of every regex, glob and name of all expressions, by its text.
std::map<std::string, rulepack::Place> places_of_patterns(const rulepack::RuleBook& book);

}  // namespace readiness::app
