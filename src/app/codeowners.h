// SPDX-License-Identifier: Apache-2.0
// The audited tree's CODEOWNERS file as rules for the plan.
#pragma once
#include <string_view>
#include <vector>

#include "plan/plan.h"
#include "source/source.h"

namespace readiness::app {

std::vector<plan::OwnerRule> parse_codeowners(std::string_view text);
/// From the first place that GitHub, then GitLab, would look at; empty when there is none that can be read.
std::vector<plan::OwnerRule> read_codeowners(const source::Source& tree);

}  // namespace readiness::app
