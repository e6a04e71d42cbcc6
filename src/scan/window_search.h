// SPDX-License-Identifier: Apache-2.0
// The matches of one pattern among the start offsets that a window allows. Both engines search with it, so
// what a match may see is the same for both (docs/engine.md, "Reach").
#pragma once
#include <algorithm>
#include <cstdint>
#include <string_view>

#include "scan/beginning.h"
#include "scan/pcre.h"
#include "scan/time_budget.h"

namespace readiness::scan {

/// Start offsets to be tried, both included.
struct Window {
  std::uint32_t first;
  std::uint32_t last;
};

/// A match that begins in block i of the text sees the text up to the end of block i + 1: 8 to 16 KiB from
/// its first byte on. This bounds the work that hostile text can make a regex do at one offset.
constexpr std::uint32_t kReachBlock = 8 * 1024;

constexpr std::uint64_t visible_end(std::uint32_t start) {
  return (std::uint64_t{start} / kReachBlock + 2) * kReachBlock;
}

/// One pattern over one text; windows must come in ascending order.
class WindowSearch {
 public:
  /// `beginning` is none where PCRE2 is to try every offset.
  WindowSearch(PcreMatcher& matcher, const Pcre& regex, const Beginning* beginning, std::string_view text,
               TimeBudget& budget)
      : matcher_(matcher),
        regex_(regex),
        beginning_(beginning),
        one_by_one_(beginning != nullptr && beginning->is_rare()),
        text_(text),
        budget_(budget) {}

  /// Calls `on_match()` for each match, its spans are in the matcher. Matches never overlap.
  template <typename OnMatch>
  void search(Window window, OnMatch on_match) {
    while (next_match(window)) {
      const Span whole = matcher_.span(0);
      resume_ = static_cast<std::uint32_t>(whole.end);
      on_match();
    }
  }
  /// A limit stopped a match, or time was up: some start offsets are untested.
  bool limit_reached() const { return limits_ > 0; }

 private:
  static constexpr int kMostLimits = 3;  // then the pattern rests for this text

  bool next_match(Window window) {
    std::uint32_t from = std::max(window.first, resume_);
    while (from <= window.last && limits_ < kMostLimits) {
      if (beginning_ != nullptr) from = beginning_->next(text_, from, window.last);
      if (from > window.last) break;
      if (budget_.is_spent()) {
        limits_ = kMostLimits;
        break;
      }
      const std::uint64_t end = visible_end(from);
      const auto last =
          static_cast<std::uint32_t>(std::min<std::uint64_t>(window.last, end - kReachBlock - 1));
      const bool cut = end < text_.size();
      const MatchState state =
          matcher_.find(regex_, text_.substr(0, end), from, one_by_one_ ? from : last, cut);
      if (state == MatchState::found) return true;
      if (state == MatchState::limit) ++limits_;
      from = resume_ = (one_by_one_ && state == MatchState::none ? from : last) + 1;
    }
    return false;
  }

  PcreMatcher& matcher_;
  const Pcre& regex_;
  const Beginning* beginning_;
  bool one_by_one_;
  std::string_view text_;
  TimeBudget& budget_;
  std::uint32_t resume_ = 0;
  int limits_ = 0;
};

}  // namespace readiness::scan
