// SPDX-License-Identifier: Apache-2.0
// readiness rules show traits: what kind of project a repository is, and why.
#pragma once
#include <string>
#include <vector>

#include "app/options.h"
#include "base/result.h"

namespace readiness::app {

/// All traits of the repository at `options.repository`, or those in `names`: whether they hold, and every
/// place that shows it.
base::Result<std::string> traits_text(const RulesOptions& options, const std::vector<std::string>& names);

}  // namespace readiness::app
