// SPDX-License-Identifier: Apache-2.0
// The quick no of the commit hook: what the changed files hold now is held against what HEAD has there.
#pragma once
#include <string>
#include <vector>

#include "app/audit.h"
#include "base/result.h"
#include "facts/facts.h"
#include "source/staged_view.h"

namespace readiness::app {

/// True when the change cannot bring in a new finding, whatever the rest of the index holds: no check that
/// finds something in the changed files gets other answers from them than before. `now` are the facts of the
/// changed files alone. False means that nobody knows yet.
base::Result<bool> brings_nothing_new(const Preparation& prepared, const source::StagedDifference& difference,
                                      const facts::Facts& now);

}  // namespace readiness::app
