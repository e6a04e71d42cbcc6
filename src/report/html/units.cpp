// SPDX-License-Identifier: Apache-2.0
// What is deployed on its own, and what each lacks. Nothing when there is only one.
#include "report/html/charts.h"
#include "report/html/sections.h"
#include "report/view.h"

namespace readiness::report::html {
namespace {

Markup lacks_of(const Report& report, std::size_t unit) {
  std::vector<Markup> out;
  for (const checks::Verdict* verdict : lacking(report, unit)) out.push_back(link_to(*verdict));
  return joined(out, ", ");
}

Markup unit_row(const Report& report, std::size_t index) {
  const checks::Unit& unit = report.verdicts.units[index];
  const score::Tally& tally = report.scorecard.units[index];
  const std::string_view tone = tone_of(tally.points(), report.target);
  return table_row({text(unit.name) + " " + code(unit.path), bar(tally.raw(), report.target, tone),
                    percent(tally.points()), lacks_of(report, index)});
}

}  // namespace

Markup units(const Report& report) {
  Markup rows;
  for (const std::size_t index : units_by_score(report)) rows += unit_row(report, index);
  if (rows.empty()) return {};
  return section("units", "Units",
                 part("div", "categories units",
                      "\n" + table("What is deployed on its own, in the checks that are asked of each, the lowest first",
                                   {"Unit", tag("span", "unseen", "Chart"), "Score", "Lacks"}, rows)));
}

Markup units_of(const Report& report, const checks::Verdict& verdict) {
  std::vector<Markup> lines;
  for (const checks::UnitVerdict& one : verdict.units)
    lines.push_back(mark_of(checks::name_of(one.outcome)) + " " + text(report.verdicts.units[one.unit].name) +
                    ": " + prose(one.reason));
  return bullets("units", lines);
}

}  // namespace readiness::report::html
