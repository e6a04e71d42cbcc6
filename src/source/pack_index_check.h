// SPDX-License-Identifier: Apache-2.0
// Is a pack's .idx safe to hand to libgit2? It dereferences offsets beyond the end of the pack (all versions
// up to 2026-08), so every offset is held against the pack's size first. Linear, no allocation.
#pragma once
#include <cstdint>
#include <string_view>

namespace readiness::source {

/// Nothing when every entry of the index points into a pack of `pack_size` bytes, else what is wrong.
const char* pack_index_problem(std::string_view index, std::uint64_t pack_size);

}  // namespace readiness::source
