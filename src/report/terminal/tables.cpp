// SPDX-License-Identifier: Apache-2.0
// The table of categories, worst first, and the score's sum line by line.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/terminal/sections.h"

namespace readiness::report::terminal {
namespace {

std::string counts_words(const score::Tally& tally) {
  std::string out;
  const auto add = [&](std::uint32_t count, std::string_view word) {
    if (count > 0) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", count, word);
  };
  add(tally.failed, "fail"), add(tally.partial, "partial"), add(tally.passed, "pass"),
      add(tally.unknown, "unknown");
  return out;
}

Ink ink_of(const score::Tally& tally) {
  return tally.failed > 0 ? Ink::bad : tally.partial > 0 ? Ink::warn : Ink::good;
}

void put_category(Page& page, const score::Category& category, std::size_t title, std::size_t bar) {
  Line line;
  line.to(2).left(category.title, title).add("  ");
  line.right(fmt::format("{}%", category.tally.points()), 4, Ink::strong).add("  ");
  add_bar(line, bar, category.tally.raw() / 100, ink_of(category.tally));
  const std::size_t room = page.width() - line.columns() - 3;
  page.put(line.add("  ").add(clipped(counts_words(category.tally), room), Ink::faint));
}

}  // namespace

void put_categories(Page& page, const Report& report, const Limits& limits) {
  std::vector<const score::Category*> rows;
  std::size_t title = 0;
  for (const score::Category& category : report.scorecard.categories) {
    if (category.tally.counted == 0) continue;
    rows.push_back(&category);
    title = std::max(title, base::display_width(clipped(category.title, 40)));
  }
  if (rows.empty()) return;
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto* a, const auto* b) { return a->tally.raw() < b->tally.raw(); });
  page.heading("CATEGORIES", "worst first");
  title = std::min(title, page.width() * 3 / 8);
  const std::size_t bar = std::clamp<std::size_t>(page.width() - title - 38, 6, 40);
  const std::size_t shown = std::min(rows.size(), limits.categories);
  for (std::size_t i = 0; i < shown; ++i) put_category(page, *rows[i], title, bar);
  if (shown < rows.size())
    page.prose(2, fmt::format("… and {} more, from {}% up", rows.size() - shown, rows[shown]->tally.points()),
               Ink::faint);
}

void put_explanation(Page& page, const Report& report) {
  page.heading("HOW THE SCORE WAS COMPUTED", "weight × earned, summed; only what counts");
  for (const checks::Verdict& verdict : report.verdicts.verdicts) {
    if (!score::counts(verdict)) continue;
    const double weight = score::weight_of(verdict.check, report.weights);
    const double earned = score::earned_by(verdict);
    Line line;
    line.to(4).right(fmt::format("{:g}", weight), 6).add(" × ").left(fmt::format("{:.3f}", earned), 5);
    line.add(" = ").right(fmt::format("{:.3f}", weight * earned), 7).add("  ");
    add_mark(line, mark_of(verdict.outcome));
    const std::string note =
        verdict.check.confidence == rulepack::Confidence::heuristic ? " (heuristic: half)" : "";
    page.put(line.add(clipped(verdict.check.id + note, page.width() - line.columns() - 1)));
  }
  const score::Tally& overall = report.scorecard.overall;
  page.put(Line().to(4).add(fmt::format("{:.3f} earned of {:.3f} = {:.4f}%, floored to {}", overall.earned,
                                        overall.weight, overall.raw(), overall.points()),
                            Ink::strong));
  page.put(Line().to(4).add("ruler ", Ink::faint).add(clipped(report.verdicts.ruler, 40), Ink::faint));
}

}  // namespace readiness::report::terminal
