// SPDX-License-Identifier: Apache-2.0
// What changed against another audit, and the score along the history, when the report has them.
#include <fmt/format.h>

#include <array>
#include <cmath>

#include "report/html/charts.h"
#include "report/html/sections.h"
#include "report/view.h"

namespace readiness::report::html {
namespace {

constexpr std::size_t kMoversShown = 8;
constexpr std::size_t kChecksOfAMover = 3;

/// "+12.3", "−1.2", "±0.0": a real minus sign, which lines up.
Markup signed_points(double points) {
  const double tenths = std::round(points * 10) / 10;
  return Markup::ours(tenths > 0   ? fmt::format("+{:.1f}", tenths)
                      : tenths < 0 ? fmt::format("−{:.1f}", -tenths)
                                   : "±0.0");
}

Markup toned(double points) {
  const Markup tone = points > 0.05 ? Markup("is-pass") : points < -0.05 ? Markup("is-fail") : Markup();
  return tag("span", tone, signed_points(points));
}

Markup score_of(const delta::Side& side) { return side.scored ? percent(side.score) : Markup("no score"); }

Markup outcome_of(const std::optional<checks::Outcome>& outcome) {
  return outcome ? mark_of(checks::name_of(*outcome)) : Markup("not there");
}

/// Checks that only the other side has are no longer on this page.
Markup title_of(const delta::Change& change) {
  if (!change.after) return text(change.title);
  return paired("a", {{"href", "#" + text(change.id)}}, text(change.title));
}

Markup change_row(const delta::Change& change) {
  Markup found;
  if (change.new_findings > 0)
    found = Markup::ours(counted(change.new_findings, "new finding", "new findings"));
  return table_row({title_of(change), outcome_of(change.before) + " → " + outcome_of(change.after),
                    toned(change.points), joined({word(delta::name_of(change.cause)), found}, ", ")});
}

/// "code +12.3, rules −1.0": the parts of the difference, without those that are nothing.
Markup causes_of(const delta::Delta& delta) {
  std::vector<Markup> parts;
  for (std::size_t i = 0; i < delta::kCauses; ++i)
    if (std::abs(delta.points[i]) >= 0.05)
      parts.push_back(word(delta::name_of(static_cast<delta::Cause>(i))) + " " + toned(delta.points[i]));
  return joined(parts, ", ");
}

Markup turn_group(const delta::Delta& delta, delta::Turn turn, const Markup& title) {
  Markup rows;
  for (const delta::Change& change : delta.changes)
    if (change.turn == turn) rows += change_row(change);
  return rows.empty() ? rows : table(title, {"Check", "Verdict", "Points", "By"}, rows);
}

std::vector<std::pair<double, double>> curve_of(const std::vector<const delta::Sample*>& samples) {
  const double first = static_cast<double>(samples.front()->time);
  const double span = static_cast<double>(samples.back()->time) - first;
  std::vector<std::pair<double, double>> out;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const double x = span > 0 ? (static_cast<double>(samples[i]->time) - first) / span
                              : static_cast<double>(i) / static_cast<double>(samples.size() - 1);
    out.emplace_back(x, samples[i]->raw);
  }
  return out;
}

Markup when_of(const delta::Sample& sample) {
  return sample.tag.empty() ? text(sample.date) : text(sample.tag) + " (" + text(sample.date) + ")";
}

Markup mover_table(const delta::Trend& trend) {
  Markup rows;
  for (std::size_t i = 0; i < std::min(trend.movers.size(), kMoversShown); ++i) {
    const delta::Mover& mover = trend.movers[i];
    std::vector<Markup> checks;
    for (std::size_t k = 0; k < std::min(mover.changes.size(), kChecksOfAMover); ++k)
      checks.push_back(text(mover.changes[k].title) + " " + toned(mover.changes[k].points));
    if (mover.changes.size() > kChecksOfAMover)
      checks.push_back(Markup::ours(fmt::format("{} more", mover.changes.size() - kChecksOfAMover)));
    rows += table_row({code(mover.commit.substr(0, 12)), text(mover.date),
                       percent(mover.before) + " → " + percent(mover.after), toned(mover.points),
                       joined(checks, ", ")});
  }
  if (rows.empty()) return rows;
  return table("The commits that moved the score most",
               {"Commit", "Date", "Score", "Points", "By which checks"}, rows);
}

}  // namespace

Markup up_from(const Report& report) {
  if (!report.delta || !report.delta->before.scored) return {};
  const int before = report.delta->before.score;
  const int now = report.scorecard.overall.points();
  if (before == now) return Markup::ours(fmt::format(" (as before: {} %)", before));
  return Markup::ours(fmt::format(" ({} from {} %)", now > before ? "up" : "down", before));
}

Markup changes(const Report& report) {
  if (!report.delta) return {};
  const delta::Delta& delta = *report.delta;
  const Markup since =
      text(delta.before.name) + (delta.before.date.empty() ? Markup() : ", " + text(delta.before.date));
  Markup lead = score_of(delta.before) + " → " + score_of(delta.after);
  if (const Markup causes = causes_of(delta); !causes.empty()) lead += ": " + causes;
  std::vector<Markup> notes;
  for (const std::string& note : delta.notes) notes.push_back(prose(note));
  constexpr std::array<std::pair<delta::Turn, std::string_view>, delta::kTurns> kTitles{
      {{delta::Turn::regressed, "Worse"},
       {delta::Turn::appeared, "New"},
       {delta::Turn::fixed, "Fixed"},
       {delta::Turn::improved, "Better"},
       {delta::Turn::gone, "Gone"},
       {delta::Turn::changed, "Changed"}}};
  Markup groups;
  for (const auto& [turn, title] : kTitles) groups += turn_group(delta, turn, word(title));
  if (groups.empty()) groups = part("p", {}, "No check has another verdict.");
  return section("changes", "Since " + since, part("p", "standing", lead) + bullets("quiet", notes) + groups);
}

Markup trend(const Report& report) {
  if (!report.trend) return {};
  std::vector<const delta::Sample*> scored;
  for (const delta::Sample& sample : report.trend->samples)
    if (sample.scored) scored.push_back(&sample);
  if (scored.size() < 2) return {};
  const delta::Sample& first = *scored.front();
  const delta::Sample& last = *scored.back();
  const Markup about = "Score from " + percent(first.score) + ", " + when_of(first) + ", to " +
                       percent(last.score) + ", " + when_of(last);
  const Markup axis = tag("span", {}, when_of(first) + ": " + percent(first.score)) +
                      tag("span", {}, when_of(last) + ": " + percent(last.score));
  std::vector<Markup> notes;
  for (const std::string& note : report.trend->notes) notes.push_back(prose(note));
  return section("trend", "The score over time",
                 part("p", "lead",
                      Markup::ours(counted(scored.size(), "audit", "audits")) + ", one every " +
                          text(report.trend->every) + ", all under today's rules.") +
                     line(curve_of(scored), report.target, about) + "\n" + part("p", "axis", axis) +
                     bullets("quiet", notes) + mover_table(*report.trend));
}

}  // namespace readiness::report::html
