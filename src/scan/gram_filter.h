// SPDX-License-Identifier: Apache-2.0
// Runs of patterns over one text in one pass (docs/engine.md, "The pass"): what a table of their grams does
// not say no to is compared with the whole run.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scan/byte_classes.h"
#include "scan/gram_table.h"
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
  /// Takes in the runs of one pattern; call seal() after the last.
  void add(PatternId pattern, const std::vector<LiteralRun>& runs);
  void seal(ByteClasses classes);
  /// The grams of the runs that some of `patterns` (ascending) have; made at the first call for them, from
  /// any thread. Lives as long as the filter.
  const GramTable& table_of(const std::vector<PatternId>& patterns) const;
  /// The same table when somebody asked for it before; else none.
  const GramTable* known_table_of(const std::vector<PatternId>& patterns) const;
  const GramTable& whole_table() const;
  /// Spares making the whole table: `table` is that of a filter to which equal patterns were added in equal order.
  void adopt(GramTable table);
  /// Appends every place of every run of a wanted pattern, in no useful order. `table` was made by this
  /// filter. Reads up to 64 bytes behind the text.
  void scan(const GramTable& table, std::string_view text, Wanted& wanted,
            std::vector<Candidate>& found) const;

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

  void order_uses();
  const GramTable& made_whole_table() const;
  void add_entries(std::uint32_t number, std::int32_t window, std::vector<GramEntry>& entries) const;
  void try_run(std::string_view text, const GramEntry& entry, std::size_t at, Wanted& wanted,
               std::vector<Candidate>& found) const;

  std::unordered_map<ByteRun, std::uint32_t> numbers_{};  ///< of runs, until seal()
  std::vector<Run> runs_{};
  std::vector<Use> uses_{};
  ByteClasses classes_{};
  std::vector<ByteSet> sets_{};   ///< by class
  std::size_t patterns_ = 0;      ///< above the greatest number of one
  mutable std::mutex making_{};   // held while a table is made: nobody makes it twice
  mutable std::optional<GramTable> whole_{};
  mutable std::map<std::vector<PatternId>, GramTable> tables_{};
};

}  // namespace readiness::scan
