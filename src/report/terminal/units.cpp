// SPDX-License-Identifier: Apache-2.0
// The table of deployable units: what each scores in the checks that are asked of single units. Nothing when
// there is only one.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/terminal/sections.h"

namespace readiness::report::terminal {
namespace {

Ink ink_of(const score::Tally& tally) {
  return tally.failed > 0 ? Ink::bad : tally.partial > 0 ? Ink::warn : Ink::good;
}

std::string words_of(const std::vector<const checks::Verdict*>& lacking) {
  std::vector<std::string> titles;
  for (const checks::Verdict* verdict : lacking) titles.push_back(verdict->check.title);
  return base::joined(titles, ", ");
}

void put_unit(Page& page, const checks::Unit& unit, const score::Tally& tally, const std::string& lacks,
              std::size_t name) {
  Line line;
  line.to(2).left(unit.name, name).add("  ");
  line.right(fmt::format("{}%", tally.points()), 4, Ink::strong).add("  ");
  add_bar(line, 12, tally.raw() / 100, ink_of(tally));
  const std::size_t room = page.width() - line.columns() - 3;
  page.put(line.add("  ").add(clipped(lacks.empty() ? unit.path : "lacks " + lacks, room), Ink::faint));
}

}  // namespace

void put_units(Page& page, const Report& report, const Limits& limits) {
  const std::vector<checks::Unit>& units = report.verdicts.units;
  const std::vector<std::size_t> rows = units_by_score(report);
  if (rows.empty()) return;
  std::size_t name = 0;
  for (const std::size_t unit : rows)
    name = std::max(name, base::display_width(clipped(units[unit].name, 30)));
  page.heading("UNITS", "in the checks that are asked of each, worst first");
  const std::size_t shown = std::min(rows.size(), limits.categories);
  for (std::size_t i = 0; i < shown; ++i)
    put_unit(page, units[rows[i]], report.scorecard.units[rows[i]], words_of(lacking(report, rows[i])), name);
  put_more(page, 2, rows.size(), shown, "--verbose or --format markdown");
}

}  // namespace readiness::report::terminal
