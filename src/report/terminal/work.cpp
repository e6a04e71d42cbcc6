// SPDX-License-Identifier: Apache-2.0
// What is to be done: the phases of the plan, quick wins, and the next step.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/terminal/sections.h"

namespace readiness::report::terminal {
namespace {

// Owner and id come in when the terminal is wide.
constexpr std::size_t kWideForOwner = 100;
constexpr std::size_t kWideForId = 130;

const checks::Verdict& verdict_of(const Report& report, const plan::Item& item) {
  return report.verdicts.verdicts[item.verdict];
}

struct Columns {
  std::size_t title = 0;
  std::size_t effort = 0;
  std::size_t owner = 0;
  std::size_t id = 0;
  static constexpr std::size_t kBefore = 19;  ///< ordinal and mark
  static constexpr std::size_t kPoints = 6;
  std::size_t end() const { return kBefore + title + 2 + effort + 2 + kPoints; }
};

/// The title takes what the others leave.
Columns columns_for(const Page& page, const Report& report) {
  Columns out;
  std::size_t owner = 0;
  std::size_t id = 0;
  std::size_t title = 0;
  for (const plan::Item& item : report.plan.items) {
    const rulepack::Check& check = verdict_of(report, item).check;
    out.effort = std::max(out.effort, plan::words(item.effort).size());
    owner = std::max(owner, base::display_width(clipped(item.owner, 22)));
    id = std::max(id, base::display_width(clipped(check.id, 30)));
    title = std::max(title, base::display_width(clipped(check.title, 70)));
  }
  if (page.width() >= kWideForOwner && owner > 0) out.owner = owner + 2;
  if (page.width() >= kWideForId) out.id = id + 2;
  out.title = page.width() - 2 - out.end() - out.owner - out.id;
  // At 80 columns points stand at the right border, where phases end too; wider, the table keeps together.
  if (page.width() >= kWideForOwner) out.title = std::min(out.title, std::max<std::size_t>(title, 44));
  return out;
}

std::string points_words(double points) { return points < 0.05 ? "" : fmt::format("+{:.1f}", points); }

void put_item(Page& page, const Report& report, const plan::Item& item, const Columns& columns) {
  const checks::Verdict& verdict = verdict_of(report, item);
  Line line;
  line.to(2).right(std::to_string(item.ordinal), 4, Ink::faint).add("  ");
  add_mark(line, mark_of(verdict.outcome));
  line.left(verdict.check.title, columns.title).add("  ");
  line.right(plan::words(item.effort), columns.effort, Ink::faint).add("  ");
  line.right(points_words(item.points), Columns::kPoints, Ink::good);
  if (columns.owner > 0) line.add("  ").left(item.owner, columns.owner - 2, Ink::faint);
  if (columns.id > 0) line.add("  ").left(verdict.check.id, columns.id - 2, Ink::faint);
  page.put(line);
}

void put_phase(Page& page, const plan::Phase& phase, std::size_t number, const Columns& columns) {
  const std::string after = fmt::format("score then {:>3}", phase.projected_score);
  std::string remark =
      fmt::format("{}, {}", counted(phase.items.size(), "item", "items"), plan::words(phase.effort));
  if (const std::string weeks = weeks_words(phase.weeks_min, phase.weeks_max); !weeks.empty())
    remark += ", " + weeks;
  Line line;
  line.to(2).add(fmt::format("{}  ", number), Ink::faint).add(phase.name, Ink::strong).add("  ");
  line.add(clipped(remark, columns.end() - line.columns() - after.size() - 2), Ink::faint);
  page.put(line.to(columns.end() - after.size()).add(after, Ink::good));
}

std::string plan_remark(const Report& report) {
  const plan::Plan& plan = report.plan;
  std::string out =
      fmt::format("{}, {}", counted(plan.items.size(), "item", "items"), hours_words(plan.total));
  if (const std::string weeks = weeks_words(plan.weeks_min, plan.weeks_max); !weeks.empty())
    out +=
        fmt::format("; {} for {:g} {} of {:g} h a week", weeks, report.capacity.engineers,
                    report.capacity.engineers == 1 ? "engineer" : "engineers", report.capacity.hours_a_week);
  return out;
}

/// A command is there to be copied: it is never cut, what it does gives way.
void put_command(Page& page, std::string_view command, std::string_view what) {
  Line line;
  line.to(4).add(clipped(command, page.width() - 5), Ink::accent);
  line.to(std::max<std::size_t>(line.columns() + 2, 51));
  if (line.columns() + what.size() < page.width()) line.add(what, Ink::faint);
  page.put(line);
}

}  // namespace

void put_more(Page& page, std::size_t indent, std::size_t all, std::size_t shown, std::string_view where) {
  if (all > shown)
    page.prose(indent, fmt::format("… and {} more, see {}", grouped(all - shown), where), Ink::faint);
}

void put_phases(Page& page, const Report& report, const Limits& limits) {
  if (report.plan.items.empty()) return;
  page.heading("PLAN", plan_remark(report));
  const Columns columns = columns_for(page, report);
  for (std::size_t p = 0; p < report.plan.phases.size(); ++p) {
    const plan::Phase& phase = report.plan.phases[p];
    put_phase(page, phase, p + 1, columns);
    const std::size_t shown = std::min(phase.items.size(), limits.items);
    for (std::size_t i = 0; i < shown; ++i)
      put_item(page, report, report.plan.items[phase.items[i]], columns);
    put_more(page, 8, phase.items.size(), shown, "--verbose or --format markdown");
  }
}

void put_quick_wins(Page& page, const Report& report, const Limits& limits) {
  const std::vector<std::size_t>& wins = report.plan.quick_wins;
  if (wins.empty()) return;
  page.heading("QUICK WINS", "an hour at most each, best paid first");
  const Columns columns = columns_for(page, report);
  const std::size_t shown = std::min(wins.size(), limits.quick_wins);
  for (std::size_t i = 0; i < shown; ++i) put_item(page, report, report.plan.items[wins[i]], columns);
  put_more(page, 8, wins.size(), shown, "--verbose or --format markdown");
}

void put_next_steps(Page& page, const Report& report) {
  page.heading("NEXT");
  if (report.plan.items.empty()) {
    const bool asked = report.scorecard.overall.counted > 0;
    page.prose(
        2, asked ? "Nothing is left to do. Keep it so:" : "Nothing was asked. Is this the folder you meant?");
    if (asked) put_command(page, "readiness audit --fail-under 100", "in CI");
    return;
  }
  const checks::Verdict& verdict = verdict_of(report, report.plan.items.front());
  const std::vector<std::string>& tasks = verdict.tasks.empty() ? verdict.check.tasks : verdict.tasks;
  page.prose(2, tasks.empty() ? verdict.check.title : tasks.front(), Ink::plain, 3);
  put_command(page, "readiness rules show " + verdict.check.id, "how it is decided");
  put_command(page, "readiness audit --format markdown=ROADMAP.md", "the plan as a document");
  put_command(page, "readiness audit --verbose", "every place and check");
}

}  // namespace readiness::report::terminal
