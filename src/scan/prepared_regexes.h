// SPDX-License-Identifier: Apache-2.0
// What parsing, planning and PCRE2 find out about a regex, worked out when the program is built: plain bytes
// that are looked up by the regex's text (docs/decisions/0001).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "scan/gram_table.h"
#include "scan/literal_run.h"
#include "scan/pattern.h"
#include "scan/pcre.h"
#include "scan/run_table.h"

namespace readiness::scan {

/// A regex without its text: PCRE2's view of it and the fast engine's.
struct PreparedRegex {
  PcreSource source{};
  RunPlan plan{};  ///< its classes are numbered by PreparedRegexes::classes()
};

/// All that a filter wants to know of a set of patterns; borrows as PreparedRegexes does.
struct PreparedSet {
  RunTable runs{};
  GramTable grams{};
};

/// Borrows its bytes. Regexes that it does not know are worked out as ever, so it never decides what is
/// found.
class PreparedRegexes {
 public:
  PreparedRegexes() = default;
  /// What `pack` made; one that knows nothing when it is anything else.
  explicit PreparedRegexes(std::string_view bytes);
  /// `patterns` are those of the set that will be asked for most often, in its order; its grams are made,
  /// too. `others` come alone. Errors name the regex by its index, patterns first, as PatternSet::compile
  /// does. The same regexes give the same bytes.
  static base::Result<std::string> pack(const std::vector<std::string>& patterns,
                                        const std::vector<std::string>& others = {});

  bool empty() const { return slots_.empty(); }
  std::optional<PreparedRegex> find(std::string_view regex) const;
  /// Only what PCRE2 needs.
  std::optional<PcreSource> find_source(std::string_view regex) const;
  /// The tables of exactly these patterns in this order, when they were made.
  std::optional<PreparedSet> set_of(const std::vector<PatternSpec>& patterns) const;
  /// The pattern at `index` of a set that set_of() knows, without its runs.
  PreparedRegex member(std::size_t index, std::string_view regex) const;
  /// The numbers of byte sets that all plans share; further sets can be added to the copy.
  ByteClasses classes() const;

 private:
  std::string_view record_of(std::string_view regex) const;
  std::string_view record_at(std::size_t place, std::string_view regex) const;
  std::size_t place_of(std::size_t index) const;

  std::string_view classes_{};  ///< ByteSets, 32 bytes each
  std::string_view slots_{};    ///< an open hash table, see prepared_regexes.cpp
  std::string_view records_{};
  std::string_view order_{};  ///< places of the set's patterns, four bytes each
  std::string_view runs_{};   ///< see RunTable::pack
  std::string_view grams_{};  ///< see GramTable::pack
};

}  // namespace readiness::scan
