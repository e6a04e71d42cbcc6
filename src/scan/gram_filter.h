// SPDX-License-Identifier: Apache-2.0
// All runs of all patterns over one text in one pass (docs/engine.md, "The pass"): a bitmap says no to almost
// every second offset; what is left is looked up exactly and its run compared.
#pragma once
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scan/gram_bitmap.h"
#include "scan/literal_run.h"
#include "scan/pattern.h"

namespace readiness::scan {

/// A run of a pattern stands at `at`, and the match that it may belong to begins `lo` to `hi` bytes before.
struct Candidate {
  PatternId pattern;
  std::uint32_t at;
  std::uint32_t lo;
  std::uint32_t hi;
};

/// What a text still asks for. Empties itself for the next text without touching its memory.
class Wanted {
 public:
  void begin(std::size_t patterns, const Eligible& eligible);
  bool is_refused(PatternId id) const { return states_[id] == 2 * text_ + 1; }
  /// Asks `eligible` at the first call for a pattern, remembers the answer for the rest of the text.
  bool ask(PatternId id);

 private:
  std::vector<std::uint32_t>
      states_{};  ///< 2 × text: eligible, and one more: refused; smaller: not asked yet
  std::uint32_t text_ = 0;
  const Eligible* eligible_ = nullptr;
};

class GramFilter {
 public:
  /// Takes in the runs of one pattern; call build() after the last.
  void add(PatternId pattern, const std::vector<LiteralRun>& runs);
  void build(const ByteClasses& classes);
  bool empty() const { return runs_.empty(); }
  /// Appends every place of every run of a wanted pattern, in no useful order. Reads up to 64 bytes behind
  /// the text.
  void scan(std::string_view text, Wanted& wanted, std::vector<Candidate>& found) const;

 private:
  /// Patterns share equal runs: each is looked for once.
  struct Run {
    ByteRun classes;
    std::array<std::int32_t, 2> windows;  ///< see LiteralRun
    std::uint32_t first_use = 0;          ///< in uses_
    std::uint32_t end_use = 0;
  };
  struct Use {
    std::uint32_t run;
    PatternId pattern;
    std::uint32_t lo;
    std::uint32_t hi;
  };
  /// A gram of a run, with four more of its bytes that are compared before the run itself is touched.
  struct Entry {
    Gram gram;
    std::uint32_t run;
    std::int32_t gram_at;   ///< in the run
    std::int32_t check_at;  ///< relative to the gram
    Gram check_mask;
    Gram check_value;  ///< folded
  };

  static constexpr unsigned kBucketBits = 14;
  void order_uses();
  void add_entries(std::uint32_t number, std::int32_t window, const ByteClasses& classes,
                   std::vector<Entry>& entries) const;
  void index(const std::vector<Entry>& entries);
  void look_up(std::string_view text, std::size_t at, Wanted& wanted, std::vector<Candidate>& found) const;
  void try_run(std::string_view text, const Entry& entry, std::size_t at, Wanted& wanted,
               std::vector<Candidate>& found) const;

  std::unordered_map<ByteRun, std::uint32_t> numbers_{};  ///< of runs, until build()
  std::vector<Run> runs_{};
  std::vector<Use> uses_{};
  std::vector<ByteSet> sets_{};  ///< by class
  GramBitmap bitmap_{};
  std::vector<std::uint32_t> bucket_begin_{};
  std::vector<Entry> entries_{};
};

}  // namespace readiness::scan
