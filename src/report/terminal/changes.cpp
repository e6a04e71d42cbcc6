// SPDX-License-Identifier: Apache-2.0
// Worst first: what got worse, what is new, then what was done.
#include "report/terminal/changes.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/delta.h"

namespace readiness::report {
namespace terminal {
namespace {

struct TurnMark {
  std::string_view icon;
  Ink ink;
};

TurnMark mark_of(const delta::Change& change) {
  switch (change.turn) {
    case delta::Turn::regressed:
      return {"▼", Ink::bad};
    case delta::Turn::appeared:
      return {"+", change.earned_after >= 1 ? Ink::good : Ink::warn};
    case delta::Turn::fixed:
      return {"▲", Ink::good};
    case delta::Turn::improved:
      return {"▲", Ink::good};
    case delta::Turn::gone:
    case delta::Turn::changed:
      return {"–", Ink::faint};
  }
  return {"–", Ink::faint};
}

void put_change(Page& page, const delta::Change& change, std::size_t id_columns) {
  const TurnMark mark = mark_of(change);
  Line line;
  line.to(2).add(mark.icon, mark.ink).add(" ").left(delta::name_of(change.turn), 10, mark.ink);
  line.left(change.id, id_columns).add("  ");
  const std::string points =
      change.points > -0.05 && change.points < 0.05 ? "" : fmt::format("{:+.1f}", change.points);
  const std::size_t end = page.measure() - 2;
  line.add(clipped(change_words(change), end - line.columns() - 7), Ink::faint);
  page.put(line.to(end - points.size()).add(points));
  if (change.turn == delta::Turn::regressed || change.turn == delta::Turn::appeared)
    for (std::size_t i = 0; i < change.places.size() && i < 3; ++i)
      page.put(Line().to(14).add(
          clipped_left(place_of(change.places[i].path, change.places[i].line), page.measure() - 16),
          Ink::accent));
}

}  // namespace

void put_changes(Page& page, const delta::Delta& delta, std::size_t most) {
  page.heading(fmt::format("CHANGES SINCE {}", clipped(delta.before.name, page.measure() / 2 - 16)),
               delta.changes.empty() ? "none" : causes_words(delta));
  std::size_t id_columns = 20;
  for (const delta::Change& change : delta.changes)
    id_columns = std::clamp(base::display_width(change.id), id_columns, std::size_t{34});
  const std::size_t shown = std::min(delta.changes.size(), most);
  for (std::size_t i = 0; i < shown; ++i) put_change(page, delta.changes[i], id_columns);
  put_more(page, 4, delta.changes.size(), shown, "--verbose");
  for (const std::string& note : delta.notes) page.labelled(2, 2, "!", note, 3, Ink::warn);
}

}  // namespace terminal

std::string render_comparison_terminal(const Comparison& comparison, const RenderOptions& options) {
  using namespace terminal;
  const delta::Delta& delta = comparison.delta;
  Page page(options.width, options.colour);
  page.gap();
  Line line;
  line.to(2).add(fmt::format("{} %", delta.after.score), Ink::strong).add("  " + since_words(delta));
  page.put(line);
  for (const auto& [word, side] : {std::pair("before", &delta.before), std::pair("after", &delta.after)})
    page.labelled(2, 8, word, fmt::format("{} % ({})", side->score, side_words(*side)), 1);
  std::size_t lines = options.verbose ? SIZE_MAX : 60;
  put_changes(page, delta, lines);
  for (const std::string& fault : comparison.faults) page.labelled(2, 2, "!", fault, 3, Ink::bad);
  if (comparison.gate.no_regress) {
    page.gap();
    page.put(Line().to(2).add(comparison.gate.met ? "gate pass: no check got worse" : "gate FAIL",
                              comparison.gate.met ? Ink::good : Ink::bad));
    for (const std::string& reason : comparison.gate.reasons) page.prose(4, reason);
  }
  page.gap();
  return page.text();
}

}  // namespace readiness::report
