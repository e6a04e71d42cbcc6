// SPDX-License-Identifier: Apache-2.0
// The sections of the terminal report, in the order in which they appear. Each writes nothing when it has
// nothing.
#pragma once
#include "report/report.h"
#include "report/terminal/page.h"
#include "report/view.h"

namespace readiness::report::terminal {

void put_headline(Page& page, const Report& report);
void put_trouble(Page& page, const Report& report, const RenderOptions& options);
void put_blockers(Page& page, const Report& report, const RenderOptions& options);
void put_categories(Page& page, const Report& report, const RenderOptions& options);
void put_phases(Page& page, const Report& report, const RenderOptions& options);
void put_quick_wins(Page& page, const Report& report, const RenderOptions& options);
/// Only when asked: every check with all that is known about it, and where each was looked for.
void put_details(Page& page, const Report& report);
void put_explanation(Page& page, const Report& report);
void put_next_steps(Page& page, const Report& report, const RenderOptions& options);

/// "✗ fail", in its ink: an icon never stands without its word.
struct Mark {
  std::string_view icon;
  std::string_view word;
  Ink ink;
};
Mark mark_of(checks::Outcome outcome);
/// The mark in nine columns.
void add_mark(Line& line, const Mark& mark);

}  // namespace readiness::report::terminal
