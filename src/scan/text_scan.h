// SPDX-License-Identifier: Apache-2.0
// One text on its way through the patterns: matches are collected first, hits are built when all secrets are
// known.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "scan/filters.h"
#include "scan/pattern_set.h"
#include "scan/redact.h"
#include "scan/time_budget.h"
#include "scan/window_search.h"

namespace readiness::scan {

constexpr std::uint32_t kMaxHitsOfPattern = 1000;
constexpr std::size_t kMaxCaptureBytes = 200;

/// Scratch that is emptied, never freed, between texts.
class TextScan {
 public:
  void begin(std::string_view text, const LazyRegions& regions);
  /// Tests the windows (ascending) of one pattern and keeps what passes its filters.
  void search(PatternId id, const Pattern& pattern, std::span<const Window> windows);
  /// Builds the hits, ordered by (begin, pattern), and what else is to be said about the text.
  Outcome finish(const std::vector<Pattern>& patterns, std::vector<Hit>& hits);

 private:
  struct RawHit {
    PatternId pattern;
    std::uint32_t begin;
    std::uint32_t end;
    std::size_t first_group;  ///< in groups_
  };
  void keep_if_wanted(PatternId id, const Pattern& pattern, std::uint32_t& kept);
  base::Region region_at(std::uint32_t offset);
  Hit build(const RawHit& raw, const Pattern& pattern, base::Mark mark) const;

  std::string_view text_{};  // owned by the caller of Scanner::scan, for the time of the call
  const LazyRegions* regions_ = nullptr;
  const base::RegionMap* region_map_ = nullptr;
  PcreMatcher matcher_{};
  PcreMatcher filter_matcher_{};  // filters run while matcher_ still holds the match
  TimeBudget budget_{};
  Match match_{};
  SeenCombinations seen_{};
  std::vector<RawHit> raw_{};
  std::vector<Span> groups_{};
  Secrets secrets_{};
  Outcome outcome_{};
};

}  // namespace readiness::scan
