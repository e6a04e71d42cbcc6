// SPDX-License-Identifier: Apache-2.0
// From places of runs to the start offsets at which PCRE2 must try.
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "scan/gram_filter.h"
#include "scan/window_search.h"

namespace readiness::scan {

/// How to find the beginnings of a pattern's matches from its runs.
struct PrefixRule {
  std::uint32_t hi = 0;  ///< the most bytes before any of its runs
  ByteSet bytes{};       ///< what these bytes can be
};

/// Sets `windows`, ascending by their first offset, so that every match of the pattern begins in one of them.
/// `candidates` are all of one pattern, ascending by place. Linear in the text, whatever it holds.
void make_windows(std::string_view text, std::span<const Candidate> candidates, const PrefixRule& prefix,
                  std::vector<Window>& windows);

}  // namespace readiness::scan
