// SPDX-License-Identifier: Apache-2.0
// readiness rules list | show | test | lint
#pragma once
#include "app/exit_code.h"
#include "app/options.h"

namespace readiness::app {

ExitCode run_rules(const RulesOptions& options);

}  // namespace readiness::app
