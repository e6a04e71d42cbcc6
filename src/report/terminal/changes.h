// SPDX-License-Identifier: Apache-2.0
// What changed since another audit, on a page.
#pragma once
#include "delta/delta.h"
#include "report/terminal/sections.h"

namespace readiness::report::terminal {

/// At most `most` rows.
void put_changes(Page& page, const delta::Delta& delta, std::size_t most);

}  // namespace readiness::report::terminal
