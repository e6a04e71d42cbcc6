// SPDX-License-Identifier: Apache-2.0
// What several renderers say about a Report, found once: the gate's word, dates, places, groups of verdicts.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/road.h"
#include "report/report.h"

namespace readiness::report {

enum class GateState : std::uint8_t { none, pass, fail, incomplete };
GateState gate_state(const Report& report);
/// "none", "pass", "FAIL", "INCOMPLETE".
std::string_view word_of(GateState state);

/// Longer than anything a person wrote; a token of a megabyte must not make a document unreadable.
inline constexpr std::size_t kMostTextBytes = 4'000;
/// One printable line of at most `most` bytes, without blanks at its ends; line breaks become blanks.
std::string one_line(std::string_view raw, std::size_t most = kMostTextBytes);

/// `text` without what a CI runner obeys anywhere in a line of a log: "##[", "##vso[" (the second # becomes
/// \x23).
std::string without_commands(std::string text);

/// True for https addresses that consist of address characters only, so that they can be linked anywhere.
bool is_web_address(std::string_view url);

/// "2026-11-21", or empty for 0.
std::string date_of(std::int64_t seconds);
/// "path:line", "path", or empty; raw bytes.
std::string place_of(std::string_view path, std::uint32_t line);
/// "1,234,567".
std::string grouped(std::uint64_t number);
/// "0 bytes", "12.3 KB", "4.5 MB"; decimal units.
std::string size_words(std::uint64_t bytes);
/// "1 file", "2 files".
std::string counted(std::uint64_t count, std::string_view one, std::string_view many);
/// "2-3.5 weeks", "up to 1 week", "less than a week"; empty for no effort.
std::string weeks_words(double min, double max);

/// "340-580 h": a whole plan beside calendar weeks, where weeks of work would be mistaken for them.
std::string hours_words(const plan::Hours& hours);

/// Files that were listed and not read, by reason: "2 binary, 1 too large"; empty when there are none.
std::string skipped_words(const facts::Ledger& ledger);
std::uint64_t skipped_files(const facts::Ledger& ledger);
/// Findings that count, that is: of failing and partial checks, and not waived.
std::uint64_t open_findings(const Report& report);
/// The sentence that ends a report: files, bytes, rules, skipped, findings, gate.
std::string closing_line(const Report& report);

/// Days from one ISO date to another; nothing when one of them is none.
std::optional<std::int64_t> days_between(std::string_view from, std::string_view to);
/// What ends by itself: a waiver, or an attestation.
struct Ending {
  std::size_t verdict = 0;
  bool attestation = false;
  std::string until{};
  bool over = false;  ///< it has expired, or shows nothing any more
};
/// In report order.
std::vector<Ending> endings(const Report& report);
/// The first of those dates that is still to come, or empty.
std::string next_review(const Report& report);
/// The day of the next review by the team's own cadence, or empty when it names none.
std::string review_day(const Report& report);
/// The score that a category is to reach: the team's own for it, else the whole's, else 100.
int target_of(const Report& report, std::string_view pack);
/// Critical checks that count, and how many of them pass.
struct Share {
  std::size_t met = 0, all = 0;
};
Share critical_checks(const Report& report);
/// "up to half a day is low, up to three days is medium": the word people use beside hours.
std::string_view effort_level(const plan::Hours& hours);

plan::Road road_to_production(const Report& report);
/// "down from 6-8 weeks": the time to production in what the report is compared with; empty when it is not known or the
/// same.
std::string change_of_time(const Report& report);

/// Why a verdict came out so: its reason, or a sentence made from what it found.
std::string reason_of(const checks::Verdict& verdict);
/// Indices of the verdicts with this outcome that are no previews, in report order.
std::vector<std::size_t> with_outcome(const Report& report, checks::Outcome outcome);
std::vector<std::size_t> previews(const Report& report);
/// Numbers of the units that some check was asked of, the lowest score first; empty when there is only one.
std::vector<std::size_t> units_by_score(const Report& report);
/// The checks that a unit does not pass.
std::vector<const checks::Verdict*> lacking(const Report& report, std::size_t unit);
std::string_view title_of_pack(const Report& report, std::string_view pack);

}  // namespace readiness::report
