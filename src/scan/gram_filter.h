// SPDX-License-Identifier: Apache-2.0
// All runs of all patterns over one text in one pass (docs/engine.md, "The pass"): a bitmap that stays in the
// first level cache says no to almost every position; what is left is looked up exactly and its run compared.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "scan/gram_bitmap.h"
#include "scan/gram_frequency.h"
#include "scan/literal_run.h"
#include "scan/pattern.h"

namespace readiness::scan {

/// A run of a pattern stands at `at`; `run` is its number in the filter.
struct Candidate {
  PatternId pattern;
  std::uint32_t at;
  std::uint32_t run;
};

class GramFilter {
 public:
  GramFilter() = default;
  /// Takes in the runs of one pattern; call build() after the last.
  void add(PatternId pattern, const std::vector<LiteralRun>& runs);
  void build(ByteClasses classes);
  bool empty() const { return runs_.empty(); }
  /// Appends every place of every run, in no useful order. Reads up to 64 bytes behind the text.
  void scan(std::string_view text, std::vector<Candidate>& found) const;

  struct Bounds {
    std::uint32_t lo;
    std::uint32_t hi;
  };
  Bounds bounds(std::uint32_t run) const { return {runs_[run].lo, runs_[run].hi}; }

 private:
  struct Run {
    PatternId pattern;
    std::uint32_t lo;
    std::uint32_t hi;
    std::array<std::int32_t, 2> windows;  ///< see LiteralRun
    std::uint32_t first_element;          ///< in elements_
    std::uint32_t size;
  };
  /// A gram of a run, with four more of its bytes that are compared before the run itself is touched.
  struct Entry {
    Gram gram;
    std::uint32_t run_and_window;  ///< twice the run's number, plus which of its windows
    std::int32_t check_at;         ///< relative to the gram
    Gram check_mask;
    Gram check_value;  ///< folded
  };

  static constexpr unsigned kBucketBits = 14;
  void add_entries(std::uint32_t run, std::uint32_t window, std::vector<Entry>& entries) const;
  void choose_check(const Run& run, std::int32_t window, Entry& entry) const;
  void index(const std::vector<Entry>& entries);
  void look_up(std::string_view text, std::size_t at, std::vector<Candidate>& found) const;
  void try_run(std::string_view text, std::size_t gram_at, std::uint32_t run_and_window,
               std::vector<Candidate>& found) const;

  ByteClasses classes_{};
  std::vector<Run> runs_{};
  std::u16string elements_{};
  GramBitmap bitmap_{};
  std::vector<std::uint32_t> bucket_begin_{};
  std::vector<Entry> entries_{};
};

}  // namespace readiness::scan
