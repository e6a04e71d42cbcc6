// SPDX-License-Identifier: Apache-2.0
// The table of deployable units with their own scores. Nothing when there is only one.
#include <fmt/format.h>

#include "report/markdown/sections.h"

namespace readiness::report::markdown {

void put_units(Document& document, const Report& report) {
  const std::vector<checks::Unit>& units = report.verdicts.units;
  const std::vector<score::Tally>& tallies = report.scorecard.units;
  if (units.empty() || tallies.size() != units.size()) return;
  document.heading(2, "🧩 Units");
  document.paragraph("What is deployed on its own, in the checks that are asked of each.");
  document.table({"Unit", "Folder", "Found by", "Current", "Lacks"});
  for (std::size_t i = 0; i < units.size(); ++i) {
    std::vector<Md> lacks;
    for (const checks::Verdict* verdict : lacking(report, i)) lacks.push_back(text(verdict->check.title));
    const bool judged = tallies[i].counted > 0;
    document.row({text(units[i].name), cell_code(units[i].path), text(units[i].kind),
                  judged ? Md::ours(fmt::format("{} %", tallies[i].points())) : Md("–"),
                  lacks.empty() ? Md("–") : joined(lacks, ", ")});
  }
}

}  // namespace readiness::report::markdown
