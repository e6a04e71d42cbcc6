// SPDX-License-Identifier: Apache-2.0
// Tables of progress: "Category | Current | Target | Status".
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "roadmap/claims.h"

namespace readiness::roadmap {

/// What a column holds, by its head.
enum class Column : std::uint8_t { other, subject, state, current, target };
std::vector<Column> columns_of(const std::vector<std::string>& head);

/// The claim of one row; nothing when it names no subject, or neither state nor progress.
std::optional<Claim> row_claim(const std::vector<Column>& columns, const std::vector<std::string>& cells);

}  // namespace readiness::roadmap
