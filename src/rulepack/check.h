// SPDX-License-Identifier: Apache-2.0
// A check's fields as written; overrides read the same fields onto an existing check.
#pragma once
#include "rulepack/fields.h"
#include "rulepack/model.h"

namespace readiness::rulepack {

/// Reads the fields that `node` has onto `check` and notes where each came from. `complete` demands what every check
/// must have: id, title, why, effort, one verdict form and its tests.
void read_check(const document::Node& node, Problems& problems, bool complete, Check& check);

}  // namespace readiness::rulepack
