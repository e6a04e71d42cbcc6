// SPDX-License-Identifier: Apache-2.0
// The report for a person at a terminal: worst first, two screens at most unless --verbose, and last what to
// do next.
#include "base/text.h"
#include "report/terminal/sections.h"

namespace readiness::report {

std::string render_terminal(const Report& report, const RenderOptions& options) {
  terminal::Page page(options.width, options.colour);
  terminal::put_headline(page, report);
  terminal::put_trouble(page, report, options);
  terminal::put_blockers(page, report, options);
  terminal::put_categories(page, report, options);
  terminal::put_phases(page, report, options);
  terminal::put_quick_wins(page, report, options);
  if (options.verbose) terminal::put_details(page, report);
  if (options.explain_score) terminal::put_explanation(page, report);
  terminal::put_next_steps(page, report, options);
  page.gap();
  return page.text() + base::printable(closing_line(report)) + "\n";
}

}  // namespace readiness::report
