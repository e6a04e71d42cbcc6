// SPDX-License-Identifier: Apache-2.0
// Which of the files that a check names are there already.
#pragma once
#include "checks/verdict.h"
#include "source/source.h"

namespace readiness::app {

/// Sorts the files that each check would have created or updated by whether `tree` has them: nobody can update what is
/// not there, and nobody should create it twice.
void settle_files(checks::Verdicts& verdicts, const source::Source& tree);

}  // namespace readiness::app
