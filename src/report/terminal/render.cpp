// SPDX-License-Identifier: Apache-2.0
// The report for a person at a terminal: worst first, two screens at most unless --verbose, and last what to
// do next.
#include <array>

#include "base/text.h"
#include "report/terminal/changes.h"
#include "report/terminal/sections.h"

namespace readiness::report {
namespace {

using terminal::Limits;
using terminal::Page;

// Two screens of 45 lines.
constexpr std::size_t kMostLines = 90;

// From generous to terse: the first that fits is shown, so a small report hides nothing.
constexpr std::array<Limits, 5> kLimits{{{8, 8, 3, 3, 40, 12, 8},
                                         {4, 5, 3, 2, 24, 5, 5},
                                         {3, 4, 2, 2, 14, 4, 4},
                                         {3, 3, 2, 2, 12, 3, 3},
                                         {2, 3, 1, 1, 8, 2, 2}}};

Page summary(const Report& report, const RenderOptions& options, const Limits& limits) {
  Page page(options.width, options.colour);
  terminal::put_headline(page, report);
  terminal::put_trouble(page, report, limits);
  if (report.delta) terminal::put_changes(page, *report.delta, limits.items);
  terminal::put_blockers(page, report, limits);
  terminal::put_categories(page, report, limits);
  terminal::put_units(page, report, limits);
  terminal::put_phases(page, report, limits);
  terminal::put_quick_wins(page, report, limits);
  return page;
}

void put_rest(Page& page, const Report& report, const RenderOptions& options) {
  if (options.verbose) terminal::put_details(page, report);
  if (options.explain_score) terminal::put_explanation(page, report);
  terminal::put_next_steps(page, report);
  page.gap();
}

/// What follows the summary in every report, and the closing line.
constexpr std::size_t kLinesBelow = 10;

}  // namespace

std::string render_terminal(const Report& report, const RenderOptions& options) {
  Page page = summary(report, options, options.verbose ? terminal::kNoLimits : kLimits.front());
  for (std::size_t i = 1; i < kLimits.size() && !options.verbose && page.lines() + kLinesBelow > kMostLines;
       ++i)
    page = summary(report, options, kLimits[i]);
  put_rest(page, report, options);
  return page.text() + base::printable(closing_line(report)) + "\n";
}

}  // namespace readiness::report
