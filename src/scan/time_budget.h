// SPDX-License-Identifier: Apache-2.0
// How long patterns may search one text. PCRE2's limits bound the work at one start offset; a hostile text
// makes every offset as dear as it may be, which is minutes for one file of 16 MB.
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace readiness::scan {

/// Counts CPU time of the calling thread, so that a busy machine changes nothing. Ordinary texts use less than
/// a hundredth of what is allowed.
class TimeBudget {
 public:
  void begin_text(std::size_t bytes) {
    text_ = pattern_ = {};
    bytes_ = bytes;
    is_text_spent_ = false;
  }
  void begin_pattern() { pattern_ = {}; }
  /// True when the pattern, or all patterns of the text together, had their share. Asked before every match.
  bool is_spent() { return is_text_spent_ || (++asked_ % kStep == 0 && look()); }

 private:
  static constexpr std::uint32_t kStep = 8;  // a clock costs as much as a short match
  struct Start {
    bool set = false;
    std::chrono::steady_clock::time_point wall{};
    std::optional<std::chrono::nanoseconds> cpu{};  ///< when half of the time had passed on the wall
  };
  bool look();

  std::uint32_t asked_ = 0;
  std::size_t bytes_ = 0;
  Start text_{};
  Start pattern_{};
  bool is_text_spent_ = false;
};

}  // namespace readiness::scan
