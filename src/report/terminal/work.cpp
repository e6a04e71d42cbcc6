// SPDX-License-Identifier: Apache-2.0
// What is to be done: blockers with their places, the phases of the plan, quick wins, and the next step.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/terminal/sections.h"

namespace readiness::report::terminal {
namespace {

// Two screens of 45 lines hold this much of a repository in which everything is wrong.
constexpr std::size_t kBlockersShown = 4;
constexpr std::size_t kPlacesShown = 2;
constexpr std::size_t kItemsShown = 3;
constexpr std::size_t kQuickWinsShown = 4;
constexpr std::size_t kWideForOwner = 100;
constexpr std::size_t kWideForId = 130;

const checks::Verdict& verdict_of(const Report& report, const plan::Item& item) {
  return report.verdicts.verdicts[item.verdict];
}

std::size_t limit(const RenderOptions& options, std::size_t shown) {
  return options.verbose ? SIZE_MAX : shown;
}

void put_more(Page& page, std::size_t indent, std::size_t all, std::size_t shown, std::string_view where) {
  if (all > shown) page.prose(indent, fmt::format("… and {} more, see {}", all - shown, where), Ink::faint);
}

/// Where something is: places in a column of their own, what stands there beside them.
void put_places(Page& page, std::size_t indent,
                const std::vector<std::pair<std::string, std::string>>& places) {
  std::size_t widest = 0;
  for (const auto& [place, excerpt] : places)
    widest = std::max(widest, base::display_width(base::printable(base::shortened(place, 400))));
  widest = std::min(widest, page.width() / 2);
  for (const auto& [place, excerpt] : places) {
    Line line;
    line.to(indent).left(place, widest, Ink::accent).add("  ");
    page.put(line.add(clipped(base::trimmed(excerpt), page.width() - line.columns() - 1), Ink::faint));
  }
}

std::vector<std::pair<std::string, std::string>> places_of(const checks::Verdict& verdict, std::size_t most) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const checks::Finding& finding : verdict.findings)
    if (finding.waiver.empty() && out.size() < most)
      out.emplace_back(place_of(finding.path, finding.line), finding.excerpt);
  if (!out.empty()) return out;
  for (const checks::Evidence& evidence : verdict.evidence)
    if (out.size() < most) out.emplace_back(place_of(evidence.path, evidence.line), evidence.excerpt);
  return out;
}

void put_blocker(Page& page, const Report& report, const plan::Item& item, const RenderOptions& options) {
  const checks::Verdict& verdict = verdict_of(report, item);
  const std::string right = plan::words(item.effort);
  Line line;
  line.to(2);
  add_mark(line, mark_of(verdict.outcome));
  line.add(clipped(verdict.check.title, page.measure() - line.columns() - right.size() - 4), Ink::strong);
  line.to(page.measure() - std::min(page.measure(), right.size() + 2));
  page.put(line.add(right, Ink::faint));
  page.prose(12, fmt::format("{}: {}", verdict.check.id, reason_of(verdict)), Ink::plain, 2);
  const std::size_t most = limit(options, kPlacesShown);
  const auto places = places_of(verdict, most);
  put_places(page, 12, places);
  if (verdict.findings_total > places.size() && !places.empty())
    page.prose(12, fmt::format("… and {} more", grouped(verdict.findings_total - places.size())), Ink::faint);
  if (!verdict.check.why.empty()) page.labelled(12, "why", verdict.check.why, limit(options, 1));
}

struct Columns {
  std::size_t title = 0;
  std::size_t effort = 0;
  std::size_t owner = 0;
  std::size_t id = 0;
};

/// The title takes what the others leave; owner and id come in when the terminal is wide.
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
  if (page.width() >= kWideForOwner) out.owner = owner;
  if (page.width() >= kWideForId) out.id = id;
  std::size_t others = 4 + 4 + 10 + 2 + out.effort + 2 + 6 + 2;
  if (out.owner > 0) others += 2 + out.owner;
  if (out.id > 0) others += 2 + out.id;
  out.title = std::min(title, page.width() - others);
  return out;
}

std::string points_words(double points) { return points < 0.05 ? "" : fmt::format("+{:.1f}", points); }

void put_item(Page& page, const Report& report, const plan::Item& item, const Columns& columns) {
  const checks::Verdict& verdict = verdict_of(report, item);
  Line line;
  line.to(2).right(std::to_string(item.ordinal), 4, Ink::faint).add("  ");
  add_mark(line, mark_of(verdict.outcome));
  line.left(verdict.check.title, columns.title).add("  ");
  line.right(plan::words(item.effort), columns.effort).add("  ");
  line.right(points_words(item.points), 6, Ink::good);
  if (columns.owner > 0) line.add("  ").left(item.owner, columns.owner, Ink::faint);
  if (columns.id > 0) line.add("  ").left(verdict.check.id, columns.id, Ink::faint);
  page.put(line);
}

void put_phase(Page& page, const plan::Phase& phase, std::size_t number) {
  Line line;
  line.to(4).add(fmt::format("Phase {}  ", number), Ink::faint).add(phase.name, Ink::strong);
  std::string remark =
      fmt::format("  {}, {}", counted(phase.items.size(), "item", "items"), plan::words(phase.effort));
  if (const std::string weeks = weeks_words(phase.weeks_min, phase.weeks_max); !weeks.empty())
    remark += ", " + weeks;
  line.add(remark, Ink::faint);
  const std::string after = fmt::format("then {:>3}", phase.projected_score);
  line.to(std::max(page.measure() - after.size() - 2, line.columns() + 1));
  page.put(line.add(after, Ink::good));
}

std::string plan_remark(const Report& report) {
  const plan::Plan& plan = report.plan;
  std::string out =
      fmt::format("{}, {}", counted(plan.items.size(), "item", "items"), plan::words(plan.total));
  if (const std::string weeks = weeks_words(plan.weeks_min, plan.weeks_max); !weeks.empty())
    out +=
        fmt::format("; {} for {:g} {} with {:g} h a week", weeks, report.capacity.engineers,
                    report.capacity.engineers == 1 ? "engineer" : "engineers", report.capacity.hours_a_week);
  return out;
}

void put_command(Page& page, std::string_view command, std::string_view what) {
  page.put(Line()
               .to(6)
               .left(command, 42, Ink::accent)
               .add("  ")
               .add(clipped(what, page.width() - 51), Ink::faint));
}

}  // namespace

void put_blockers(Page& page, const Report& report, const RenderOptions& options) {
  const std::vector<std::size_t>& blockers = report.plan.blockers;
  if (blockers.empty()) return;
  page.heading("BLOCKERS",
               fmt::format("{} to solve before going live", counted(blockers.size(), "thing", "things")));
  const std::size_t shown = std::min(blockers.size(), limit(options, kBlockersShown));
  for (std::size_t i = 0; i < shown; ++i) put_blocker(page, report, report.plan.items[blockers[i]], options);
  put_more(page, 4, blockers.size(), shown, "--verbose or --format markdown");
}

void put_phases(Page& page, const Report& report, const RenderOptions& options) {
  if (report.plan.items.empty()) return;
  page.heading("PLAN", plan_remark(report));
  const Columns columns = columns_for(page, report);
  for (std::size_t p = 0; p < report.plan.phases.size(); ++p) {
    const plan::Phase& phase = report.plan.phases[p];
    put_phase(page, phase, p + 1);
    const std::size_t shown = std::min(phase.items.size(), limit(options, kItemsShown));
    for (std::size_t i = 0; i < shown; ++i)
      put_item(page, report, report.plan.items[phase.items[i]], columns);
    put_more(page, 8, phase.items.size(), shown, "--verbose or --format markdown");
  }
}

void put_quick_wins(Page& page, const Report& report, const RenderOptions& options) {
  const std::vector<std::size_t>& wins = report.plan.quick_wins;
  if (wins.empty()) return;
  page.heading("QUICK WINS", "an hour at most each, best paid first");
  const Columns columns = columns_for(page, report);
  const std::size_t shown = std::min(wins.size(), limit(options, kQuickWinsShown));
  for (std::size_t i = 0; i < shown; ++i) put_item(page, report, report.plan.items[wins[i]], columns);
  put_more(page, 8, wins.size(), shown, "--verbose");
}

void put_next_steps(Page& page, const Report& report, const RenderOptions& options) {
  page.heading("NEXT");
  if (report.plan.items.empty()) {
    page.prose(4, report.scorecard.overall.counted == 0 ? "Nothing was asked: is this the folder you meant?"
                                                        : "Nothing is left to do. Keep it so:");
    if (report.scorecard.overall.counted > 0) put_command(page, "readiness audit --fail-under 100", "in CI");
    return;
  }
  const plan::Item& first = report.plan.items.front();
  const checks::Verdict& verdict = verdict_of(report, first);
  const std::vector<std::string>& tasks = verdict.tasks.empty() ? verdict.check.tasks : verdict.tasks;
  page.labelled(4, fmt::format("{}.", first.ordinal), tasks.empty() ? verdict.check.title : tasks.front(), 3);
  put_command(page, "readiness rules show " + clipped(verdict.check.id, 20),
              "how this is decided and how to satisfy it");
  put_command(page, "readiness audit --format markdown=ROADMAP.md", "the whole plan as a document");
  if (!options.verbose) put_command(page, "readiness audit --verbose", "all places, and where was looked");
}

}  // namespace readiness::report::terminal
