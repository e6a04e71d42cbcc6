// SPDX-License-Identifier: Apache-2.0
// readiness trend: the score along the first parents of a commit.
#pragma once
#include "app/environment.h"
#include "app/exit_code.h"
#include "app/options.h"

namespace readiness::app {

ExitCode run_trend(const TrendOptions& options, const Environment& environment);

}  // namespace readiness::app
