// SPDX-License-Identifier: Apache-2.0
// A split index (core.splitIndex) holds what changed since a shared one; here the two become one list again.
#pragma once
#include <string_view>
#include <vector>

#include "source/index_file.h"

namespace readiness::source {

/// The bits that are set in an EWAH bitmap (gitformat-bitmap(5), appendix), each below `count`. False when
/// malformed.
bool read_ewah(std::string_view bytes, std::size_t count, std::vector<std::size_t>& positions);

/// `split` applied to the entries of its shared index; nothing of it is left when that fails.
base::Result<std::vector<IndexEntry>> join_split_index(Index split, std::vector<IndexEntry> shared);

}  // namespace readiness::source
