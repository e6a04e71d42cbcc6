// SPDX-License-Identifier: Apache-2.0
// `readiness hook install`: git's pre-commit hook, never over one that somebody else wrote.
#pragma once
#include "app/exit_code.h"
#include "app/options.h"

namespace readiness::app {

ExitCode run_hook(const HookOptions& options);

}  // namespace readiness::app
