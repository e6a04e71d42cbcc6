// SPDX-License-Identifier: Apache-2.0
// readiness init: a first configuration for what this repository is.
#pragma once
#include <string>

#include "app/environment.h"
#include "app/exit_code.h"
#include "app/options.h"
#include "report/report.h"

namespace readiness::app {

/// A commented .readiness.toml. Every line that decides something is commented out but the gate, which is set
/// to what the repository reaches today.
std::string initial_config(const report::Report& report);

ExitCode run_init(const InitOptions& options, const Environment& environment);

}  // namespace readiness::app
