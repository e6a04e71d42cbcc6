// SPDX-License-Identifier: Apache-2.0
// The conditions of pattern.h, compiled: they decide whether a match is kept.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "scan/checked_regex.h"
#include "scan/checksum.h"
#include "scan/pattern.h"
#include "scan/prepared_regexes.h"

namespace readiness::scan {

/// One match with the groups that PCRE2 set, by their index in Pcre::groups().
struct Match {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::vector<Span> groups{};
};

/// Values of `distinct` captures that a text has shown; one a pattern, emptied for every text.
using SeenCombinations = std::set<std::string>;

/// What is the same for all patterns with equal filters.
struct Conditions {
  std::vector<Pcre> unless{};
  std::vector<Pcre> with{};
  std::uint32_t near = 0;
  std::vector<std::string> value_not{};
  double entropy_min = 0;
  ChecksumHolds checksum = nullptr;
  bool drop_placeholders = false;

  /// Errors: an unknown checksum, a regex that does not compile.
  static base::Result<std::shared_ptr<const Conditions>> compile(const Filters& filters,
                                                                 const PreparedRegexes* prepared = nullptr);
};

/// Of one pattern; without conditions it keeps everything.
class CompiledFilters {
 public:
  CompiledFilters() = default;
  /// `conditions` are those of `filters`. Errors: a group that the regex does not have.
  static base::Result<CompiledFilters> compile(const Filters& filters, std::shared_ptr<const Conditions> conditions,
                                               const std::vector<NamedGroup>& groups);
  bool keeps(std::string_view text, const Match& match, PcreMatcher& matcher, SeenCombinations& seen) const;
  /// The stretch that must never be shown, if the pattern has one and the match set it.
  Span secret(const Match& match) const;

 private:
  bool values_pass(std::string_view text, const Match& match) const;
  bool surroundings_pass(std::string_view text, const Match& match, PcreMatcher& matcher) const;
  bool is_first_combination(std::string_view text, const Match& match, SeenCombinations& seen) const;
  Span value(const Match& match) const;

  std::shared_ptr<const Conditions> conditions_{};
  std::optional<std::size_t> value_group_{};
  std::optional<std::size_t> secret_group_{};
  std::optional<std::size_t> entropy_group_{};
  std::vector<std::size_t> distinct_{};
};

/// Shannon entropy in bits per byte of the value itself (Shannon 1948); 0 for the empty text.
double entropy_of(std::string_view value);

/// The lines that a match touches and `near` more on both sides, at most 2,000 bytes beyond the match each
/// way.
std::string_view lines_around(std::string_view text, std::uint32_t begin, std::uint32_t end,
                              std::uint32_t near);

}  // namespace readiness::scan
