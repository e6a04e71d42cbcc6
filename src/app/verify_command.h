// SPDX-License-Identifier: Apache-2.0
// `readiness verify FILE.md…`: roadmaps that people wrote, held against an audit of the repository.
#pragma once
#include "app/environment.h"
#include "app/exit_code.h"
#include "app/options.h"

namespace readiness::app {

ExitCode run_verify(const VerifyOptions& options, const Environment& environment);

}  // namespace readiness::app
