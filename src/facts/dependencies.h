// SPDX-License-Identifier: Apache-2.0
// Dependencies of all manifests together: aliases are resolved across files, then the queries are answered.
#pragma once
#include <atomic>
#include <cstdint>
#include <vector>

#include "facts/merge.h"

namespace readiness::facts {

/// Fills Facts::dependencies, ordered by file and line, and answers the dependency queries.
void answer_dependencies(const Questions& questions, std::vector<ReadManifest> manifests,
                         std::vector<std::atomic<std::uint32_t>>& searched, std::size_t& budget,
                         Facts& facts);

}  // namespace readiness::facts
