// SPDX-License-Identifier: Apache-2.0
// Rules in words: the list, and one check as it was resolved.
#pragma once
#include <string>
#include <vector>

#include "rulepack/model.h"

namespace readiness::app {

/// One line a check whose id matches one of `only` (globs; empty = all).
std::string list_text(const rulepack::RuleBook& book, const std::vector<std::string>& only);
/// Every field and where it came from; empty when there is no such check.
std::string show_text(const rulepack::RuleBook& book, const std::string& id);

}  // namespace readiness::app
