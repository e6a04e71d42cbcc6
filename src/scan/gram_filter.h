// SPDX-License-Identifier: Apache-2.0
// Runs of patterns over one text in one pass (docs/engine.md, "The pass"): what a table of their grams does
// not say no to is compared with the whole run.
#pragma once
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

#include "scan/byte_classes.h"
#include "scan/gram_table.h"
#include "scan/literal_run.h"
#include "scan/pattern.h"
#include "scan/run_table.h"

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

/// Made of the runs of patterns, or of what was made of them before.
class GramFilter {
 public:
  /// Takes in the runs of one pattern; call seal() after the last.
  void add(PatternId pattern, const std::vector<LiteralRun>& runs) { runs_.add(pattern, runs); }
  void seal(ByteClasses classes);
  /// Instead of add() and seal(): the tables of a filter to which the same was added.
  void adopt(RunTable runs, GramTable grams);
  /// The grams of the runs that some of `patterns` (ascending) have; made at the first call for them, from
  /// any thread. Lives as long as the filter.
  const GramTable& table_of(const std::vector<PatternId>& patterns) const;
  /// The same table when somebody asked for it before; else none.
  const GramTable* known_table_of(const std::vector<PatternId>& patterns) const;
  const GramTable& whole_table() const;
  const RunTable& runs() const { return runs_; }
  /// Appends every place of every run of a wanted pattern, in no useful order. `table` was made by this
  /// filter. Reads up to 64 bytes behind the text.
  void scan(const GramTable& table, std::string_view text, Wanted& wanted,
            std::vector<Candidate>& found) const;

 private:
  const GramTable& made_whole_table() const;
  void add_entries(std::uint32_t number, std::int32_t window, std::vector<GramEntry>& entries) const;
  void try_run(std::string_view text, const GramEntry& entry, std::size_t at, Wanted& wanted,
               std::vector<Candidate>& found) const;

  RunTable runs_{};
  ByteClasses classes_{};        // none when the tables were adopted
  mutable std::mutex making_{};  // held while a table is made: nobody makes it twice
  mutable std::optional<GramTable> whole_{};
  mutable std::map<std::vector<PatternId>, GramTable> tables_{};
};

}  // namespace readiness::scan
