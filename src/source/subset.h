// SPDX-License-Identifier: Apache-2.0
// Some entries of another source, for a second look at them.
#pragma once
#include <memory>
#include <vector>

#include "source/source.h"

namespace readiness::source {

/// `entries` are indices into `whole`, ascending, each once. Borrows `whole`. Has no notes: `whole` told them.
std::unique_ptr<Source> subset_of(const Source& whole, std::vector<std::size_t> entries);

}  // namespace readiness::source
