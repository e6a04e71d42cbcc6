// SPDX-License-Identifier: Apache-2.0
// What a commit is about to bring in, said in few words and quickly: for hooks.
#pragma once
#include "app/audit.h"
#include "app/environment.h"
#include "app/exit_code.h"

namespace readiness::app {

/// The hook's run: reads the staged files alone when nothing in them can be a finding, and prints new
/// findings only.
ExitCode run_staged(const Preparation& prepared, const Environment& environment);

}  // namespace readiness::app
