// SPDX-License-Identifier: Apache-2.0
// What one sees first: whose score, how much, how far from the target, and what keeps it from being trusted.
#include <fmt/format.h>

#include <cmath>

#include "base/text.h"
#include "report/delta.h"
#include "report/terminal/sections.h"
#include "report/trend.h"

namespace readiness::report::terminal {
namespace {

std::string origin(const Report& report) {
  const source::Identity& identity = report.identity;
  std::string out = identity.branch;
  if (!identity.commit.empty()) out += (out.empty() ? "" : " @ ") + identity.commit.substr(0, 7);
  if (!report.as_of.empty()) out += (out.empty() ? "" : "  ") + report.as_of;
  return out;
}

Ink score_ink(const Report& report) {
  const int points = report.scorecard.overall.points();
  if (report.target) return points >= *report.target ? Ink::good : Ink::warn;
  return report.plan.items.empty() ? Ink::good : Ink::warn;
}

std::string tally_words(const score::Tally& tally) {
  std::string out;
  const auto add = [&](std::uint32_t count, std::string_view word) {
    if (count > 0) out += fmt::format("{}{} {}", out.empty() ? "" : " · ", count, word);
  };
  add(tally.failed, "fail"), add(tally.partial, "partial"), add(tally.passed, "pass");
  add(tally.unknown, "unknown"), add(tally.not_applicable, "not applicable");
  return out;
}

std::string kind_of_project(const Report& report) {
  std::string out;
  for (const checks::TraitVerdict& trait : report.verdicts.traits)
    if (trait.holds) out += (out.empty() ? "" : ", ") + (trait.title.empty() ? trait.name : trait.title);
  return out;
}

void put_score(Page& page, const Report& report) {
  const score::Tally& overall = report.scorecard.overall;
  if (overall.counted == 0) {
    page.put(Line().add("  no score", Ink::strong).add("  no check applied to what was read"));
    return;
  }
  Line line;
  line.add(fmt::format("  {:>3}", overall.points()), Ink::strong).add(" / 100").to(13);
  line.add(score::grade_of(overall.points()), score_ink(report)).add("  ");
  const std::string target = report.target ? fmt::format("  target {}", *report.target) : std::string();
  const std::size_t room = page.measure() - line.columns() - target.size() - 2;
  add_bar(line, room, overall.raw() / 100, score_ink(report), report.target ? *report.target / 100.0 : -1);
  page.put(line.add(target, Ink::faint));
  if (report.trend && report.trend->samples.size() > 1)
    page.prose(13,
               fmt::format("{} since {}", sparkline(report.trend->samples, page.measure() - 34),
                           report.trend->samples.front().date),
               Ink::accent, 2);
  if (!report.delta) return;
  const std::string causes = causes_words(*report.delta);
  page.prose(13,
             fmt::format("{} at {}{}", since_words(*report.delta), report.delta->before.name,
                         causes.empty() ? "" : ": " + causes),
             report.delta->after.raw < report.delta->before.raw ? Ink::bad : Ink::good, 2);
}

void put_gate(Page& page, const Report& report) {
  const GateState state = gate_state(report);
  if (state == GateState::none) return;
  const Ink ink = state == GateState::pass ? Ink::good : Ink::bad;
  std::string reasons = base::joined(report.gate.reasons, "; ");
  if (state == GateState::incomplete) reasons = "something that should have been read was not";
  bool first = true;
  for (const std::string& row :
       wrapped(reasons.empty() ? "all that was asked is met" : reasons, page.measure() - 26, 3)) {
    Line line;
    if (first) line.to(13).add(fmt::format("gate {}", word_of(state)), ink);
    page.put(line.to(first ? line.columns() + 2 : 24).add(row));
    first = false;
  }
}

}  // namespace

Mark mark_of(checks::Outcome outcome) {
  switch (outcome) {
    case checks::Outcome::pass:
      return {"✓", "pass", Ink::good};
    case checks::Outcome::partial:
      return {"◐", "partial", Ink::warn};
    case checks::Outcome::fail:
      return {"✗", "fail", Ink::bad};
    case checks::Outcome::attested:
      return {"✓", "attested", Ink::good};
    case checks::Outcome::waived:
      return {"○", "waived", Ink::accent};
    case checks::Outcome::not_applicable:
      return {"–", "n/a", Ink::faint};
    case checks::Outcome::unknown:
      return {"?", "unknown", Ink::accent};
  }
  return {"?", "unknown", Ink::accent};
}

void add_mark(Line& line, const Mark& mark) {
  line.add(mark.icon, mark.ink).add(" ").left(mark.word, 9, mark.ink);
}

void put_headline(Page& page, const Report& report) {
  page.gap();
  const std::string right = origin(report);
  Line line;
  line.add("  ").add(clipped(report.project.empty() ? "readiness" : report.project, page.measure() - 26),
                     Ink::strong);
  line.add("  production readiness", Ink::faint);
  const std::size_t columns = base::display_width(right);
  if (line.columns() + columns + 4 <= page.measure())
    line.to(page.measure() - columns - 2).add(right, Ink::faint);
  page.put(line);
  page.put(Line());
  put_score(page, report);
  page.prose(13, tally_words(report.scorecard.overall));
  page.prose(13, kind_of_project(report), Ink::faint, 2);
  if (report.what_if)
    page.prose(13,
               fmt::format("with {} more passing: {} / 100 (+{:.1f}), {}",
                           counted(report.what_if->fixed.size(), "check", "checks"), report.what_if->score,
                           report.what_if->gained, plan::words(report.what_if->effort)),
               Ink::accent, 2);
  if (report.scorecard.coverage < 1)
    page.prose(13,
               fmt::format("{:.0f}% of the audit's weight could be decided",
                           std::floor(100 * report.scorecard.coverage)),
               Ink::accent);
  put_gate(page, report);
}

void put_trouble(Page& page, const Report& report, const Limits& limits) {
  std::vector<std::string> lines = report.coverage.faults;
  if (lines.empty())
    for (const source::Note& note : report.coverage.notes)
      if (note.fault) lines.push_back(note.text);
  for (const std::size_t i : with_outcome(report, checks::Outcome::fail)) {
    const checks::Verdict& verdict = report.verdicts.verdicts[i];
    if (verdict.waiver && verdict.waiver->expired)
      lines.push_back(fmt::format("the waiver of {} expired on {} (by {}): it counts again", verdict.check.id,
                                  verdict.waiver->until, verdict.waiver->by));
  }
  for (const Ending& ending : endings(report))
    if (ending.attestation && ending.over)
      lines.push_back(fmt::format("what was attested for {} does not hold any more",
                                  report.verdicts.verdicts[ending.verdict].check.id));
  if (lines.empty()) return;
  page.heading("ATTENTION");
  const std::size_t shown = std::min(lines.size(), limits.trouble);
  for (std::size_t i = 0; i < shown; ++i) page.labelled(2, 2, "!", lines[i], limits.lines, Ink::warn);
  put_more(page, 4, lines.size(), shown, "--verbose");
}

}  // namespace readiness::report::terminal
