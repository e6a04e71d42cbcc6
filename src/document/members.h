// SPDX-License-Identifier: Apache-2.0
// Keeping the keys of an object unique without comparing each with each. Private to the layer.
#pragma once
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "document/node.h"

namespace readiness::document {

/// Positions of the first member whose key stands already before it, as {earlier, later}.
std::optional<std::pair<std::size_t, std::size_t>> first_duplicate(const std::vector<Member>& members);
/// Takes out every member that a later one with the same key replaces.
void keep_last(std::vector<Member>& members);

}  // namespace readiness::document
