// SPDX-License-Identifier: Apache-2.0
// What is wrong as a flat list, the most urgent first: what code scanning, code quality and annotations show.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"

namespace readiness::report {

enum class Level : std::uint8_t { error, warning, note };
/// "error", "warning", "note".
std::string_view name_of(Level level);
/// Only sure failures of critical and high checks are errors.
Level level_of(const checks::Verdict& verdict);

/// One finding of a check, or the check itself when it found nothing. Points into the Report that it was made
/// from.
struct Issue {
  std::size_t verdict = 0;  ///< index into Verdicts::verdicts
  const checks::Verdict* check = nullptr;
  const checks::Finding* finding = nullptr;  ///< none: the check itself
  std::size_t nth = 0;                       ///< among the issues of its check, from 0

  bool is_waived() const;
  std::string_view path() const;  ///< empty: what is missing has no place
  std::uint32_t line() const;
  std::string_view excerpt() const;
  /// "title: found excerpt", "title: reason"; raw.
  std::string message() const;
  /// Stays the same when lines move.
  std::string fingerprint() const;
};

/// Of checks that fail, are partial or were waived: by level, then by priority, waived ones last, else in
/// report order.
std::vector<Issue> issues_of(const Report& report);
/// Findings of told checks that the report knows only by number.
std::uint64_t untold_findings(const Report& report);

}  // namespace readiness::report
