// SPDX-License-Identifier: Apache-2.0
// Which lines of a text are not in the one before: the shortest edit script (Myers, 1986), in linear space.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace readiness::source {

/// Lines from 1, `last` included.
struct LineRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool operator==(const LineRange&) const = default;
};

/// The lines of `after` that were added or altered, ascending, ranges that touch joined. Where two texts are
/// so different that the search would not end soon, the whole differing part counts as altered.
std::vector<LineRange> changed_lines(std::string_view before, std::string_view after);

/// The bytes of lines that both have, each line as often as both have it, as a share of the larger text: 1
/// for equal texts, 0 for nothing in common.
double similarity(std::string_view before, std::string_view after);

}  // namespace readiness::source
