// SPDX-License-Identifier: Apache-2.0
// What the figures rest on: the project as it was detected, waivers and what they hide, the sum behind the
// score, what was read and what was not.
#include <fmt/format.h>

#include "report/html/sections.h"
#include "report/view.h"

namespace readiness::report::html {
namespace {

Markup decimal(double value) { return Markup::ours(fmt::format("{:.1f}", value)); }

Markup project(const Report& report) {
  std::vector<Markup> present;
  std::vector<Markup> absent;
  for (const checks::TraitVerdict& trait : report.verdicts.traits) {
    const Markup title = text(trait.title.empty() ? trait.name : trait.title);
    if (!trait.holds) {
      absent.push_back(title);
      continue;
    }
    Markup line = tag("strong", {}, title);
    if (trait.forced) line += " (set by the configuration)";
    if (!trait.evidence.empty())
      line += " " + place(trait.evidence[0].path, trait.evidence[0].line, trait.evidence[0].excerpt);
    present.push_back(line);
  }
  if (present.empty() && absent.empty()) return {};
  Markup out = part("h3", {}, "Detected project") + bullets({}, present);
  if (!absent.empty()) out += part("p", "quiet", "Not found: " + joined(absent, ", "));
  return out;
}

Markup score_table(const Report& report) {
  Markup rows;
  const auto row = [&](const Markup& name, const score::Tally& tally) {
    if (tally.counted == 0) return;
    rows += table_row({name, decimal(tally.earned), decimal(tally.weight), percent(tally.points())});
  };
  for (const score::Category& category : report.scorecard.categories)
    row(text(category.title), category.tally);
  row("All", report.scorecard.overall);
  if (rows.empty()) return {};
  const rulepack::Weights& weights = report.weights;
  return part("h3", {}, "How the score was computed") +
         part("p", {},
              Markup::ours(fmt::format(
                  "Earned weight divided by the weight of all checks that count: critical {:g}, high "
                  "{:g}, medium {:g}, low {:g}, heuristic checks times {:g}.",
                  weights.critical, weights.high, weights.medium, weights.low, weights.heuristic_factor))) +
         table("Earned weight by category", {"Category", "Earned", "Of", "Score"}, rows);
}

Markup reading(const Report& report) {
  std::vector<Markup> lines;
  for (const std::string& note : report.config_notes) lines.push_back("Configuration: " + prose(note));
  for (const source::Note& note : report.coverage.notes)
    if (!note.fault) lines.push_back(prose(note.text));
  for (const auto& [path, reason] : report.coverage.ledger.unparsed)
    lines.push_back("Not parsed: " + code(path) + " " + text(reason));
  return part("h3", {}, "What was read") + part("p", {}, text(closing_line(report))) + bullets({}, lines) +
         part("p", "quiet",
              "Ruler " + code(report.verdicts.ruler) + ", readiness " + text(report.tool_version) +
                  ". Reports under the same ruler can be compared.");
}

}  // namespace

Markup waivers(const Report& report) {
  Markup rows;
  for (const checks::Verdict& verdict : report.verdicts.verdicts) {
    if (verdict.outcome == checks::Outcome::attested && !verdict.waiver)
      rows += table_row({link_to(verdict), "attested", text(reason_of(verdict)), "", "", ""});
    if (!verdict.waiver) continue;
    const checks::Waiver& waiver = *verdict.waiver;
    rows +=
        table_row({link_to(verdict), (waiver.expired ? Markup("expired, ") : Markup()) + text(waiver.reason),
                   text(waiver.note), text(waiver.by), text(waiver.until),
                   decimal(score::points_hidden(verdict, report.scorecard, report.weights))});
  }
  if (rows.empty()) return {};
  return section("waivers", "Waived and attested",
                 table("Decisions that stand instead of evidence",
                       {"Check", "How", "Why", "By", "Until", "Points hidden"}, rows));
}

Markup about(const Report& report) {
  return section("about", "About this audit", project(report) + score_table(report) + reading(report));
}

}  // namespace readiness::report::html
