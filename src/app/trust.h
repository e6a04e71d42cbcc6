// SPDX-License-Identifier: Apache-2.0
// What a tree that nobody vouches for may say about its own audit: stricter is welcome, weaker is not
// followed.
#pragma once
#include <string>
#include <vector>

#include "app/config.h"

namespace readiness::app {

/// `trusted`, with the gate of the audited tree's `own` configuration where that one is stricter.
Config tightened(Config trusted, const Config& own);

/// One line for each part of `own` that is not followed because it could weaken the audit; empty when there
/// is none.
std::vector<std::string> not_followed(const Config& own);

}  // namespace readiness::app
