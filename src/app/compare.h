// SPDX-License-Identifier: Apache-2.0
// readiness compare A B
#pragma once
#include "app/environment.h"
#include "app/exit_code.h"
#include "app/options.h"

namespace readiness::app {

ExitCode run_compare(const CompareOptions& options, const Environment& environment);

}  // namespace readiness::app
