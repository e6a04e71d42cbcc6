// SPDX-License-Identifier: Apache-2.0
// Which bytes of a source file are code, comment, string or tests; made by `language`, asked by `scan`.
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

namespace readiness::base {

enum class Region : std::uint8_t {
  code,
  comment,
  string,
  test,  ///< code that only tests are built with
};

/// Consecutive stretches that cover a text: stretch i ends (exclusive) at byte `end`. An empty map means all code.
struct RegionMap {
  struct Stretch {
    std::uint32_t end;
    Region region;
  };
  std::vector<Stretch> stretches;

  Region at(std::uint32_t offset) const {
    const auto it = std::upper_bound(stretches.begin(), stretches.end(), offset,
                                     [](std::uint32_t o, const Stretch& s) { return o < s.end; });
    return it == stretches.end() ? Region::code : it->region;
  }
};

}  // namespace readiness::base
