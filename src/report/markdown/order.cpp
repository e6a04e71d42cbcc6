// SPDX-License-Identifier: Apache-2.0
// What comes first: blockers, quick wins, the weeks, and the scores that show whether it works.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/markdown/sections.h"

namespace readiness::report::markdown {
namespace {

constexpr std::size_t kNextStepsShown = 3;

Md hours(const plan::Hours& effort) { return Md::ours(plan::words(effort)); }

/// "Week 1", "Week 2-4": phases one after the other at their longer estimates.
Md weeks_of(double from, double to) {
  const int first = static_cast<int>(std::floor(from + 1e-9)) + 1;
  const int last = std::max(first, static_cast<int>(std::ceil(to - 1e-9)));
  return Md::ours(first == last ? fmt::format("Week {}", first) : fmt::format("Week {}-{}", first, last));
}

/// "day 3", "days 3-5": items one after the other at their longer estimates, from `begin` hours on.
Md days_of(double begin, double end, double hours_a_day) {
  const int first = static_cast<int>(std::floor(begin / hours_a_day + 1e-9)) + 1;
  const int last = std::max(first, static_cast<int>(std::ceil(end / hours_a_day - 1e-9)));
  return Md::ours(first == last ? fmt::format("day {}", first) : fmt::format("days {}-{}", first, last));
}

Md waiting_for(const Report& report, const std::string& id) {
  std::vector<Md> parts;
  for (const plan::Item& item : report.plan.items)
    if (std::find(item.waits_for.begin(), item.waits_for.end(), id) != item.waits_for.end())
      parts.push_back(text(verdict_of(report, item).check.title));
  return joined(parts, ", ");
}

}  // namespace

void put_blockers(Document& document, const Report& report) {
  if (report.plan.blockers.empty()) return;
  document.heading(2, "🚨 Blockers");
  for (const std::size_t index : report.plan.blockers) {
    const plan::Item& item = report.plan.items[index];
    const checks::Verdict& verdict = verdict_of(report, item);
    Md line = strong(text(verdict.check.title)) + Md::ours(fmt::format(" (item {}, ", item.ordinal)) +
              hours(item.effort) + ")";
    if (const Md reason = prose(reason_of(verdict)); !reason.empty()) line += ": " + reason;
    if (const Md waiting = waiting_for(report, verdict.check.id); !waiting.empty())
      line += "; blocks " + waiting;
    document.bullet(line);
  }
}

void put_quick_wins(Document& document, const Report& report) {
  if (report.plan.quick_wins.empty()) return;
  document.heading(2, "🔧 Quick wins (an hour at most each)");
  for (const std::size_t index : report.plan.quick_wins) {
    const plan::Item& item = report.plan.items[index];
    const checks::Verdict& verdict = verdict_of(report, item);
    const std::vector<std::string>& tasks = verdict.tasks.empty() ? verdict.check.tasks : verdict.tasks;
    document.task(strong(text(verdict.check.title)) +
                  Md::ours(fmt::format(" (item {}, {}, +{:.1f} points)", item.ordinal,
                                       plan::words(item.effort), item.points)) +
                  (tasks.empty() ? Md() : ": " + prose(tasks.front())));
  }
}

void put_next_steps(Document& document, const Report& report) {
  if (report.plan.items.empty()) return;
  document.heading(2, "🚀 Immediate next steps");
  for (std::size_t i = 0; i < std::min(report.plan.items.size(), kNextStepsShown); ++i) {
    const checks::Verdict& verdict = verdict_of(report, report.plan.items[i]);
    const std::vector<std::string>& tasks = verdict.tasks.empty() ? verdict.check.tasks : verdict.tasks;
    document.numbered(
        i + 1, strong(text(verdict.check.title)) + (tasks.empty() ? Md() : ": " + prose(tasks.front())));
    if (!verdict.check.snippet.empty()) document.fence(verdict.check.snippet_language, verdict.check.snippet);
  }
}

void put_order(Document& document, const Report& report) {
  if (report.plan.items.empty()) return;
  document.heading(2, "📋 Recommended order");
  constexpr double kDaysAWeek = 5;
  const double hours_a_day = report.capacity.engineers * report.capacity.hours_a_week / kDaysAWeek;
  double done = 0;  // hours
  double weeks = 0;
  for (const plan::Phase& phase : report.plan.phases) {
    document.gap();
    const Md deadline = text(report.plan.own_words.deadlines[static_cast<std::size_t>(phase.priority)]);
    document.raw_line(strong(weeks_of(weeks, weeks + phase.weeks_max) + ": " + text(phase.name)) +
                      (deadline.empty() ? Md() : " (" + deadline + ")"));
    document.gap();
    for (const std::size_t index : phase.items) {
      const plan::Item& item = report.plan.items[index];
      const Md owner = code(item.owner);
      const Md days = hours_a_day > 0 ? ", " + days_of(done, done + item.effort.max, hours_a_day) : Md();
      document.numbered(item.ordinal, text(verdict_of(report, item).check.title) + " (" + hours(item.effort) + days +
                                          (owner.empty() ? Md() : ", " + owner) + ")");
      done += item.effort.max;
    }
    document.paragraph("Total: " + hours(phase.effort));
    weeks += phase.weeks_max;
  }
  const std::string all = weeks_words(report.plan.weeks_min, report.plan.weeks_max);
  document.paragraph(strong("All in all:") + " " + hours(report.plan.total) +
                     (all.empty() ? Md() : ", " + Md::ours(all) + " (" + capacity_of(report) + ")"));
}

void put_success_metrics(Document& document, const Report& report) {
  const std::vector<std::string>& own = report.plan.own_words.success;
  if (report.plan.phases.empty() && own.empty()) return;
  document.heading(2, "🎯 Success metrics");
  for (const std::string& goal : own) document.task(prose(goal));
  if (report.plan.phases.empty()) return;
  document.table({"Milestone", "Production readiness", "Gained"});
  int before = report.scorecard.overall.points();
  document.row({"Today", Md::ours(fmt::format("{} %", before)), ""});
  for (std::size_t i = 0; i < report.plan.phases.size(); ++i) {
    const plan::Phase& phase = report.plan.phases[i];
    document.row({Md::ours(fmt::format("After phase {}: ", i + 1)) + text(phase.name),
                  Md::ours(fmt::format("{} %", phase.projected_score)),
                  Md::ours(fmt::format("+{}", phase.projected_score - before))});
    before = phase.projected_score;
  }
  document.gap();
  for (std::size_t i = 0; i < report.plan.phases.size(); ++i) {
    const plan::Phase& phase = report.plan.phases[i];
    document.task(
        Md::ours(fmt::format("Phase {}, ", i + 1)) + text(phase.name) +
        Md::ours(fmt::format(
            ": {} done, and the next report says {} % or more",
            phase.items.size() == 1 ? "its item is" : fmt::format("all {} items are", phase.items.size()),
            phase.projected_score)));
  }
}

void put_what_if(Document& document, const Report& report) {
  if (!report.what_if) return;
  const plan::WhatIf& what_if = *report.what_if;
  document.heading(2, "💡 What if");
  const auto titles = [&](const std::vector<std::size_t>& verdicts) {
    std::vector<Md> out;
    for (const std::size_t i : verdicts) out.push_back(text(report.verdicts.verdicts[i].check.title));
    return joined(out, ", ");
  };
  document.paragraph("With " +
                     (what_if.fixed.empty() ? Md("nothing changed") : titles(what_if.fixed) + " done") +
                     ": " + strong(Md::ours(fmt::format("{} %", what_if.score))) +
                     Md::ours(fmt::format(" instead of {} % (+{:.1f} points",
                                          report.scorecard.overall.points(), what_if.gained)) +
                     (what_if.fixed.empty() ? Md(")") : ", " + hours(what_if.effort) + ")"));
  if (!what_if.no_gain.empty())
    document.paragraph("No gain, because they pass already or do not count: " + titles(what_if.no_gain));
}

}  // namespace readiness::report::markdown
