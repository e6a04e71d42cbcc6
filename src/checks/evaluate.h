// SPDX-License-Identifier: Apache-2.0
// Answers to verdicts. Pure: no bytes, no clock, no environment.
#pragma once
#include "checks/program.h"
#include "checks/verdict.h"
#include "facts/facts.h"

namespace readiness::checks {

/// `facts` must have been gathered for `program.queries`.
Verdicts evaluate(const Program& program, const facts::Facts& facts);

}  // namespace readiness::checks
