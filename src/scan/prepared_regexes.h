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

namespace readiness::scan {

/// A regex without its text: PCRE2's view of it and the fast engine's.
struct PreparedRegex {
  PcreSource source{};
  RunPlan plan{};  ///< its classes are numbered by PreparedRegexes::classes()
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
  /// The table of all grams of exactly these patterns in this order, when it was made. Borrows as this does.
  std::optional<GramTable> grams_of(const std::vector<PatternSpec>& patterns) const;
  /// The numbers of byte sets that all plans share; further sets can be added to the copy.
  ByteClasses classes() const;

 private:
  std::string_view record_of(std::string_view regex) const;

  std::string_view classes_{};  ///< ByteSets, 32 bytes each
  std::string_view slots_{};    ///< an open hash table, see prepared_regexes.cpp
  std::string_view records_{};
  std::string_view order_{};  ///< places of the set's patterns, four bytes each
  std::string_view grams_{};  ///< see GramTable::pack
};

}  // namespace readiness::scan
