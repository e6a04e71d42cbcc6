// SPDX-License-Identifier: Apache-2.0
// How the score was computed, and what the audit read.
#include <fmt/format.h>

#include "report/markdown/sections.h"

namespace readiness::report::markdown {
namespace {

Md number(double value, int decimals = 1) { return Md::ours(fmt::format("{:.{}f}", value, decimals)); }

void put_sum(Document& document, const Report& report) {
  document.table({"Check", "Verdict", "Weight", "Earned", "Brings"});
  for (const checks::Verdict& verdict : report.verdicts.verdicts) {
    if (!score::counts(verdict)) continue;
    const double weight = score::weight_of(verdict.check, report.weights);
    const double earned = score::earned_by(verdict);
    document.row({cell_code(verdict.check.id), status_of(verdict), number(weight), number(earned, 3),
                  number(weight * earned, 3)});
  }
}

void put_paths(Document& document, const Md& title,
               const std::vector<std::pair<std::string, std::string>>& rows) {
  if (rows.empty()) return;
  document.paragraph(title);
  for (const auto& [path, reason] : rows) document.bullet(code(path) + ": " + text(reason));
}

}  // namespace

void put_score(Document& document, const Report& report, const RenderOptions& options) {
  const score::Tally& overall = report.scorecard.overall;
  if (overall.counted == 0) return;
  const rulepack::Weights& weights = report.weights;
  document.heading(2, "How the score was computed");
  document.paragraph(
      "Each check brings its weight times what it earned: all of it for a pass, its share for a partial "
      "verdict, nothing "
      "for a fail. What is not applicable or unknown is left out of the sum.");
  document.paragraph(Md::ours(
      fmt::format("Weights: critical {:g}, high {:g}, medium {:g}, low {:g}; heuristic checks × {:g}.",
                  weights.critical, weights.high, weights.medium, weights.low, weights.heuristic_factor)));
  document.table({"Category", "Weight", "Earned", "Score"});
  for (const score::Category& category : report.scorecard.categories)
    if (category.tally.counted > 0)
      document.row({text(category.title), number(category.tally.weight), number(category.tally.earned),
                    Md::ours(fmt::format("{} %", category.tally.points()))});
  document.row({strong("Overall"), number(overall.weight), number(overall.earned),
                strong(Md::ours(fmt::format("{} %", overall.points())))});
  if (options.explain_score) put_sum(document, report);
}

void put_audit(Document& document, const Report& report) {
  const facts::Ledger& ledger = report.coverage.ledger;
  document.heading(2, "What was audited");
  document.paragraph(text(closing_line(report)));
  for (const source::Note& note : report.coverage.notes) document.bullet("Note: " + prose(note.text));
  put_paths(document, "Not read:", report.coverage.skipped);
  put_paths(document, "Not parsed:", ledger.unparsed);
  for (const std::string& stopped : ledger.stopped_patterns) document.bullet(text(stopped));
  document.gap();
  document.raw_line("*Written by readiness " + text(report.tool_version) +
                    ". The same tree under the same ruler gives the same document.*");
}

}  // namespace readiness::report::markdown
