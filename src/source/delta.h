// SPDX-License-Identifier: Apache-2.0
// git's deltas: an object told as pieces of another one and new bytes; gitformat-pack(5), "Deltified
// representation".
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace readiness::source {

struct DeltaSizes {
  std::uint64_t base = 0;
  std::uint64_t result = 0;
  std::size_t length = 0;  ///< bytes that the two numbers take
};

/// The first bytes of a delta (20 are enough) say what it needs and what it gives.
std::optional<DeltaSizes> delta_sizes(std::string_view delta);

/// Writes exactly the `result` bytes that the delta promises to `to`. False when it does not fit its base,
/// reaches outside of it, or gives more or less than promised; then `to` holds anything.
bool apply_delta(std::string_view base, std::string_view delta, char* to);

}  // namespace readiness::source
