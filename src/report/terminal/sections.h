// SPDX-License-Identifier: Apache-2.0
// The sections of the terminal report, in the order in which they appear. Each writes nothing when it has
// nothing.
#pragma once
#include <cstdint>

#include "report/report.h"
#include "report/terminal/page.h"
#include "report/view.h"

namespace readiness::report::terminal {

/// How much is shown of what could be endless.
struct Limits {
  std::size_t trouble, blockers, places, lines, categories, items, quick_wins;
};
inline constexpr Limits kNoLimits{SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX};

void put_headline(Page& page, const Report& report);
void put_trouble(Page& page, const Report& report, const Limits& limits);
void put_blockers(Page& page, const Report& report, const Limits& limits);
void put_categories(Page& page, const Report& report, const Limits& limits);
void put_units(Page& page, const Report& report, const Limits& limits);
void put_phases(Page& page, const Report& report, const Limits& limits);
void put_quick_wins(Page& page, const Report& report, const Limits& limits);
/// Only when asked: every check with all that is known about it, and where each was looked for.
void put_details(Page& page, const Report& report);
void put_explanation(Page& page, const Report& report);
void put_next_steps(Page& page, const Report& report);
/// "… and 3 more, see --verbose", when something was left out.
void put_more(Page& page, std::size_t indent, std::size_t all, std::size_t shown, std::string_view where);

/// "✗ fail", in its ink: an icon never stands without its word.
struct Mark {
  std::string_view icon;
  std::string_view word;
  Ink ink;
};
Mark mark_of(checks::Outcome outcome);
/// The mark in eleven columns.
void add_mark(Line& line, const Mark& mark);

}  // namespace readiness::report::terminal
