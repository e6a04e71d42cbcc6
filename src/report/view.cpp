// SPDX-License-Identifier: Apache-2.0
#include "report/view.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

#include "base/text.h"

namespace readiness::report {

GateState gate_state(const Report& report) {
  if (!report.gate.met) return GateState::fail;
  if (!report.coverage.complete) return GateState::incomplete;
  return report.gate.fail_under || report.gate.fail_on || report.gate.no_regress ? GateState::pass
                                                                                 : GateState::none;
}

std::string_view word_of(GateState state) {
  switch (state) {
    case GateState::none:
      return "none";
    case GateState::pass:
      return "pass";
    case GateState::fail:
      return "FAIL";
    case GateState::incomplete:
      return "INCOMPLETE";
  }
  return "none";
}

std::string one_line(std::string_view raw, std::size_t most) {
  std::string flat = base::shortened(raw, most);
  std::replace_if(
      flat.begin(), flat.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return std::string(base::trimmed(base::printable(flat)));
}

std::string without_commands(std::string text) {
  for (const std::string_view command : {"##[", "##vso["})
    for (std::size_t at = 0; (at = text.find(command, at)) != std::string::npos; at += 5)
      text.replace(at + 1, 1, "\\x23");
  return text;
}

bool is_web_address(std::string_view url) {
  constexpr std::string_view kMarks = "-._~:/?#@!$&+,;=%";  // RFC 3986 without brackets, quotes and blanks
  constexpr std::size_t kMostBytes = 400;
  return url.starts_with("https://") && url.size() <= kMostBytes &&
         std::all_of(url.begin(), url.end(), [&](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  kMarks.find(c) != std::string_view::npos;
         });
}

std::string date_of(std::int64_t seconds) {
  if (seconds == 0) return {};
  // Years of four digits are all that a calendar in a report needs; a commit may claim any number.
  constexpr std::int64_t kYear1 = -62'135'596'800;
  constexpr std::int64_t kYear9999 = 253'402'300'799;
  const std::chrono::sys_seconds time{std::chrono::seconds(std::clamp(seconds, kYear1, kYear9999))};
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(time)};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

std::string place_of(std::string_view path, std::uint32_t line) {
  if (path.empty() || line == 0) return std::string(path);
  return fmt::format("{}:{}", path, line);
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string size_words(std::uint64_t bytes) {
  constexpr std::array<std::string_view, 5> kUnits{"bytes", "KB", "MB", "GB", "TB"};
  double value = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; value >= 1000 && unit + 1 < kUnits.size(); ++unit) value /= 1000;
  if (unit == 0) return counted(bytes, "byte", "bytes");
  return fmt::format("{:.1f} {}", value, kUnits[unit]);
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", grouped(count), count == 1 ? one : many);
}

std::string weeks_words(double min, double max) {
  if (!(max > 0)) return {};
  const auto halves = [](double weeks) { return std::round(weeks * 2) / 2; };
  const double low = halves(min);
  const double high = halves(max);
  const std::string_view noun = high == 1 ? "week" : "weeks";
  if (high < 1) return "less than a week";
  if (low < 1) return fmt::format("up to {:g} {}", high, noun);
  return low >= high ? fmt::format("{:g} {}", high, noun) : fmt::format("{:g}-{:g} weeks", low, high);
}

std::string hours_words(const plan::Hours& hours) {
  const double low = std::round(hours.min);
  const double high = std::round(std::max(hours.min, hours.max));
  if (high < 1) return plan::words(hours);
  return low >= high || low < 1 ? fmt::format("{:g} h", high) : fmt::format("{:g}-{:g} h", low, high);
}

std::uint64_t skipped_files(const facts::Ledger& ledger) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < facts::kDispositions; ++i)
    if (static_cast<facts::Disposition>(i) != facts::Disposition::scanned) sum += ledger.files[i];
  return sum;
}

std::string skipped_words(const facts::Ledger& ledger) {
  std::vector<std::pair<std::uint64_t, std::string>> parts;
  for (std::size_t i = 0; i < facts::kDispositions; ++i) {
    const auto disposition = static_cast<facts::Disposition>(i);
    if (disposition == facts::Disposition::scanned || ledger.files[i] == 0) continue;
    std::string word(facts::name_of(disposition));
    std::replace(word.begin(), word.end(), '-', ' ');
    std::replace(word.begin(), word.end(), '_', ' ');
    parts.emplace_back(ledger.files[i], std::move(word));
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::string out;
  for (const auto& [count, word] : parts)
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", grouped(count), word);
  return out;
}

std::uint64_t open_findings(const Report& report) {
  std::uint64_t sum = 0;
  for (const checks::Verdict& verdict : report.verdicts.verdicts) {
    if (verdict.outcome != checks::Outcome::fail && verdict.outcome != checks::Outcome::partial) continue;
    const auto waived = static_cast<std::uint64_t>(
        std::count_if(verdict.findings.begin(), verdict.findings.end(),
                      [](const checks::Finding& finding) { return !finding.waiver.empty(); }));
    sum += verdict.findings_total - std::min(waived, verdict.findings_total);
  }
  return sum;
}

std::string closing_line(const Report& report) {
  const facts::Ledger& ledger = report.coverage.ledger;
  const auto scanned = ledger.files[static_cast<std::size_t>(facts::Disposition::scanned)];
  const std::string reasons = skipped_words(ledger);
  return fmt::format("audited {} ({}), {}; skipped {}{}; {}; gate: {}", counted(scanned, "file", "files"),
                     size_words(ledger.bytes_scanned),
                     counted(report.verdicts.verdicts.size(), "rule", "rules"),
                     grouped(skipped_files(ledger)), reasons.empty() ? "" : fmt::format(" ({})", reasons),
                     counted(open_findings(report), "finding", "findings"), word_of(gate_state(report)));
}

std::optional<std::int64_t> days_between(std::string_view from, std::string_view to) {
  const auto days = [](std::string_view date) -> std::optional<std::chrono::sys_days> {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    const auto number = [&](std::size_t at, std::size_t length, auto& into) {
      const char* end = date.data() + at + length;
      const auto [rest, error] = std::from_chars(date.data() + at, end, into);
      return error == std::errc{} && rest == end;
    };
    if (date.size() != 10 || !number(0, 4, year) || !number(5, 2, month) || !number(8, 2, day)) return {};
    const std::chrono::year_month_day value{std::chrono::year(year), std::chrono::month(month),
                                            std::chrono::day(day)};
    return value.ok() ? std::optional(std::chrono::sys_days(value)) : std::nullopt;
  };
  const auto first = days(from);
  const auto second = days(to);
  if (!first || !second) return {};
  return (*second - *first).count();
}

std::vector<Ending> endings(const Report& report) {
  std::vector<Ending> out;
  for (std::size_t i = 0; i < report.verdicts.verdicts.size(); ++i) {
    const checks::Verdict& verdict = report.verdicts.verdicts[i];
    if (verdict.waiver && (verdict.waiver->expired || !verdict.waiver->until.empty()))
      out.push_back({.verdict = i, .until = verdict.waiver->until, .over = verdict.waiver->expired});
    if (verdict.attested && (!verdict.attested->holds || !verdict.attested->until.empty()))
      out.push_back({.verdict = i,
                     .attestation = true,
                     .until = verdict.attested->until,
                     .over = !verdict.attested->holds});
  }
  return out;
}

std::string next_review(const Report& report) {
  std::string first;
  for (const Ending& ending : endings(report))
    if (!ending.over && !ending.until.empty() && (first.empty() || ending.until < first))
      first = ending.until;
  return first;
}

std::string review_day(const Report& report) {
  constexpr std::array<std::pair<std::string_view, int>, 4> kCadences{
      {{"weekly", 7}, {"fortnightly", 14}, {"monthly", 30}, {"quarterly", 91}}};
  const std::optional<std::int64_t> today = days_between("1970-01-01", report.as_of);
  for (const auto& [cadence, days] : kCadences)
    if (today && cadence == report.plan.own_words.review) return date_of((*today + days) * 86'400);
  return {};
}

int target_of(const Report& report, std::string_view pack) {
  for (const auto& [name, points] : report.plan.own_words.targets)
    if (name == pack) return points;
  return report.target.value_or(100);
}

Share critical_checks(const Report& report) {
  Share out;
  for (const checks::Verdict& verdict : report.verdicts.verdicts) {
    if (verdict.check.priority != rulepack::Priority::critical || !score::counts(verdict)) continue;
    ++out.all;
    if (score::earned_by(verdict) >= 1) ++out.met;
  }
  return out;
}

std::string_view effort_level(const plan::Hours& hours) {
  constexpr double kLow = 4;
  constexpr double kMedium = 24;
  const double middle = (hours.min + hours.max) / 2;
  return middle <= kLow ? "low" : middle <= kMedium ? "medium" : "high";
}

plan::Road road_to_production(const Report& report) {
  return plan::road_to_production(report.plan, report.scorecard.overall.points(), report.target);
}

std::string change_of_time(const Report& report) {
  if (!report.delta || !report.delta->before.weeks) return {};
  const plan::Road road = road_to_production(report);
  const delta::Weeks& before = *report.delta->before.weeks;
  const std::string then = weeks_words(before.min, before.max);
  if (then.empty() || then == weeks_words(road.weeks_min, road.weeks_max)) return {};
  const bool is_less = std::pair(road.weeks_max, road.weeks_min) < std::pair(before.max, before.min);
  return fmt::format("{} from {}", is_less ? "down" : "up", then);
}

std::string reason_of(const checks::Verdict& verdict) {
  if (!verdict.reason.empty()) return verdict.reason;
  if (verdict.items > 0)
    return fmt::format("{} of {} {}", grouped(verdict.items_met), grouped(verdict.items),
                       verdict.check.items);
  if (verdict.findings_total > 0) return counted(verdict.findings_total, "finding", "findings");
  if (verdict.outcome == checks::Outcome::fail)
    return fmt::format("not detected in {}", counted(verdict.receipt.files, "file", "files"));
  return {};
}

std::vector<std::size_t> with_outcome(const Report& report, checks::Outcome outcome) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < report.verdicts.verdicts.size(); ++i) {
    const checks::Verdict& verdict = report.verdicts.verdicts[i];
    if (verdict.outcome == outcome && !verdict.check.preview) out.push_back(i);
  }
  return out;
}

std::vector<std::size_t> previews(const Report& report) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < report.verdicts.verdicts.size(); ++i)
    if (report.verdicts.verdicts[i].check.preview) out.push_back(i);
  return out;
}

std::vector<std::size_t> units_by_score(const Report& report) {
  const std::vector<score::Tally>& tallies = report.scorecard.units;
  std::vector<std::size_t> out;
  if (tallies.size() != report.verdicts.units.size()) return out;
  for (std::size_t i = 0; i < tallies.size(); ++i)
    if (tallies[i].counted > 0) out.push_back(i);
  std::stable_sort(out.begin(), out.end(),
                   [&](std::size_t a, std::size_t b) { return tallies[a].raw() < tallies[b].raw(); });
  return out;
}

std::vector<const checks::Verdict*> lacking(const Report& report, std::size_t unit) {
  std::vector<const checks::Verdict*> out;
  for (const checks::Verdict& verdict : report.verdicts.verdicts)
    for (const checks::UnitVerdict& one : verdict.units)
      if (one.unit == unit && one.outcome != checks::Outcome::pass) out.push_back(&verdict);
  return out;
}

std::string_view title_of_pack(const Report& report, std::string_view pack) {
  for (const checks::PackInfo& info : report.verdicts.packs)
    if (info.name == pack && !info.title.empty()) return info.title;
  return pack;
}

}  // namespace readiness::report
