// SPDX-License-Identifier: Apache-2.0
// The top of the page: what was audited, the score, whether it may go live, and what a reader must know
// first.
#include <fmt/format.h>

#include "report/html/charts.h"
#include "report/html/frame.h"
#include "report/html/sections.h"
#include "report/view.h"

namespace readiness::report::html {
namespace {

Markup standing(const Report& report) {
  if (report.scorecard.overall.counted == 0) return "Nothing to judge";
  if (!report.plan.blockers.empty())
    return Markup::ours(
        fmt::format("Not ready yet: {}", counted(report.plan.blockers.size(), "blocker", "blockers")));
  if (report.plan.items.empty()) return "Ready for production";
  return Markup::ours(
      fmt::format("No blocker, {}", counted(report.plan.items.size(), "item left", "items left")));
}

Markup score_sentence(const Report& report) {
  if (report.scorecard.overall.counted == 0) return "No check applied.";
  const int points = report.scorecard.overall.points();
  Markup out = tag("strong", {}, percent(points) + " production ready");
  out += up_from(report);
  out += ", grade " + word(score::grade_of(points));
  if (report.target) out += Markup::ours(fmt::format(", target {} %", *report.target));
  return out;
}

Markup gate_words(const Report& report) {
  const GateState state = gate_state(report);
  if (state == GateState::none) return "none set";
  std::vector<Markup> reasons;
  for (const std::string& reason : report.gate.reasons) reasons.push_back(text(reason));
  const Markup why = joined(reasons, "; ");
  const Markup verdict = tag("strong", state == GateState::pass ? Markup("is-pass") : Markup("is-fail"),
                             state == GateState::pass   ? Markup("met")
                             : state == GateState::fail ? Markup("missed")
                                                        : Markup("audit incomplete"));
  return why.empty() ? verdict : verdict + ": " + why;
}

Markup work(const Report& report, const plan::Hours& effort, double weeks_min, double weeks_max) {
  const std::string hours = hours_words(effort) + " of work";
  const std::string weeks = weeks_words(weeks_min, weeks_max);
  if (weeks.empty()) return word(hours);
  return tag("strong", {}, word(weeks)) +
         Markup::ours(fmt::format(" ({}; {:g} {}, {:g} h a week)", hours, report.capacity.engineers,
                                  report.capacity.engineers == 1 ? "engineer" : "engineers",
                                  report.capacity.hours_a_week));
}

Markup time_left(const Report& report) {
  const plan::Road road = road_to_production(report);
  if (road.phases == 0) return {};
  const std::string change = change_of_time(report);
  return work(report, road.effort, road.weeks_min, road.weeks_max) +
         (road.phases == 1 ? Markup(", phase 1")
                           : Markup::ours(fmt::format(", phases 1 to {}", road.phases))) +
         (change.empty() ? Markup() : Markup::ours(", " + change));
}

Markup whole_plan(const Report& report) {
  const plan::Plan& plan = report.plan;
  if (plan.items.empty() || road_to_production(report).phases == plan.phases.size()) return {};
  return work(report, plan.total, plan.weeks_min, plan.weeks_max);
}

Markup critical_met(const Report& report) {
  const Share share = critical_checks(report);
  return share.all == 0 ? Markup() : Markup::ours(fmt::format("{} of {} met", share.met, share.all));
}

Markup audited(const Report& report) {
  const source::Identity& identity = report.identity;
  return joined({identity.commit.empty() ? Markup() : "commit " + code(identity.commit.substr(0, 12)),
                 identity.branch.empty() ? Markup() : "branch " + code(identity.branch),
                 word(date_of(identity.commit_time)), text(identity.mode)},
                ", ");
}

Markup score_words(const Report& report) {
  if (report.scorecard.overall.counted == 0) return "No score";
  const Markup score = Markup::ours(fmt::format("Score {} of 100", report.scorecard.overall.points()));
  return report.target ? score + Markup::ours(fmt::format(", target {}", *report.target)) : score;
}

Markup score_ring(const Report& report) {
  const score::Tally& overall = report.scorecard.overall;
  const std::optional<int> points = overall.counted > 0 ? std::optional(overall.points()) : std::nullopt;
  return ring(points, report.target, points ? tone_of(*points, report.target) : "none", score_words(report));
}

}  // namespace

Markup masthead(const Report& report) {
  const Markup project = report.project.empty() ? Markup("this repository") : text(report.project);
  Markup facts = "\n";
  facts += fact("Stage", text(report.plan.own_words.stage));
  facts += fact("Focus", text(report.plan.own_words.focus));
  facts += fact("Gate", gate_words(report));
  facts += fact("Critical checks", critical_met(report));
  facts += fact("Time to production", time_left(report));
  facts += fact("The whole plan", whole_plan(report));
  facts += fact("Audited", audited(report));
  facts += fact("As of", text(report.as_of));
  facts += fact("Owner", text(report.plan.own_words.owner));
  const std::string day = review_day(report);
  const std::string ends = next_review(report);
  facts += fact("Next review", text(day.empty() || (!ends.empty() && ends < day) ? ends : day));
  if (report.scorecard.coverage < 1)
    facts +=
        fact("Audit coverage", percent(static_cast<int>(100 * report.scorecard.coverage)) + " of the weight");
  const Markup words = part("p", "kicker", "Production readiness of " + project) +
                       part("h1", {}, standing(report)) + part("p", "standing", score_sentence(report)) +
                       part("dl", "facts", facts);
  return part("header", "masthead",
              "\n" + score_ring(report) + "\n" + part("div", {}, "\n" + words) + theme_button());
}

Markup attention(const Report& report) {
  std::vector<Markup> lines;
  for (const std::string& fault : report.coverage.faults) lines.push_back(text(fault));
  for (const checks::Verdict& verdict : report.verdicts.verdicts)
    if (verdict.waiver && verdict.waiver->expired)
      lines.push_back("The waiver of " + link_to(verdict) + " expired on " + text(verdict.waiver->until) +
                      ": it counts again");
  if (!report.coverage.complete)
    lines.insert(lines.begin(), "The audit is incomplete: something that should have been read was not");
  if (lines.empty()) return {};
  return section("attention", "Attention", bullets("notice", lines));
}

}  // namespace readiness::report::html
