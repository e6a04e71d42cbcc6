// SPDX-License-Identifier: Apache-2.0
#include "plan/plan.h"

#include <catch2/catch.hpp>

using namespace readiness;
using checks::Outcome;
using checks::Verdict;
using checks::Verdicts;
using plan::Plan;
using rulepack::Priority;

namespace {

Verdict verdict(std::string id, Outcome outcome, Priority priority, double hours = 2, double earned = 0) {
  Verdict out{.outcome = outcome, .earned = earned};
  out.check.id = std::move(id);
  out.check.pack = "p";
  out.check.priority = priority;
  out.check.effort = {.min_hours = hours, .max_hours = 2 * hours};
  return out;
}

Plan plan_of(std::vector<Verdict> list, const plan::Settings& settings = {}) {
  return plan::make_plan({.verdicts = std::move(list)}, {}, settings);
}

std::vector<std::string> ids(const Plan& plan, const std::vector<Verdict>& list) {
  std::vector<std::string> out;
  for (const plan::Item& item : plan.items) out.push_back(list[item.verdict].check.id);
  return out;
}

}  // namespace

TEST_CASE("items are what fails or is partial, and what was waived but is still to be done") {
  Verdict accepted = verdict("accepted", Outcome::waived, Priority::low);
  accepted.waiver = checks::Waiver{.reason = "accepted-risk"};
  Verdict false_alarm = verdict("false", Outcome::waived, Priority::low);
  false_alarm.waiver = checks::Waiver{.reason = "false-positive"};
  Verdict preview = verdict("preview", Outcome::fail, Priority::critical);
  preview.check.preview = true;
  const std::vector<Verdict> list{verdict("fail", Outcome::fail, Priority::low),
                                  verdict("partial", Outcome::partial, Priority::low, 2, 0.5),
                                  accepted,
                                  false_alarm,
                                  preview,
                                  verdict("pass", Outcome::pass, Priority::low),
                                  verdict("na", Outcome::not_applicable, Priority::low),
                                  verdict("unknown", Outcome::unknown, Priority::low)};
  CHECK(ids(plan_of(list), list) == std::vector<std::string>{"fail", "accepted", "partial"});
}

TEST_CASE("what if: the score is taken again with the named checks fixed, and what gains nothing is named") {
  const std::vector<Verdict> list{verdict("a.one", Outcome::fail, Priority::critical),
                                  verdict("a.two", Outcome::pass, Priority::high),
                                  verdict("b.three", Outcome::fail, Priority::medium),
                                  verdict("b.four", Outcome::not_applicable, Priority::low)};
  std::vector<Verdict> passing = list;
  passing[1].earned = 1;
  const checks::Verdicts verdicts{.verdicts = passing};
  const plan::WhatIf one = plan::what_if(verdicts, {}, {"a.*", "b.four"});
  CHECK(one.fixed == std::vector<std::size_t>{0});
  CHECK(one.no_gain == std::vector<std::size_t>{1, 3});
  CHECK(one.score == 88);  // 15 of 17
  CHECK(one.gained == Approx(100.0 * 10 / 17));
  CHECK(one.effort.max == 4);
  CHECK(plan::what_if(verdicts, {}, {"*"}).score == 100);
  CHECK(plan::what_if(verdicts, {}, {"none.such"}).gained == 0);
}

TEST_CASE("property: doing more never scores less, whatever is done and in whatever order it is named") {
  std::vector<Verdict> list;
  for (int i = 0; i < 24; ++i) {
    const auto outcome = static_cast<Outcome>(i * 5 % 7);
    list.push_back(verdict("p.c" + std::to_string(i), outcome, static_cast<Priority>(i % 4), 1 + i % 5,
                           (i % 10) / 10.0));
  }
  const checks::Verdicts verdicts{.verdicts = list};
  std::vector<std::string> named;
  double before = 0;
  for (int i = 0; i < 24; ++i) {
    named.push_back("p.c" + std::to_string(i * 7 % 24));
    const plan::WhatIf more = plan::what_if(verdicts, {}, named);
    CHECK(more.raw >= before);
    before = more.raw;
    const std::vector<std::string> reversed(named.rbegin(), named.rend());
    CHECK(plan::what_if(verdicts, {}, reversed).raw == more.raw);
  }
  CHECK(before == Approx(100));
}

TEST_CASE("property: the order of the checks changes neither totals, nor phases' scores, nor points") {
  std::vector<Verdict> list;
  for (int i = 0; i < 20; ++i)
    list.push_back(verdict("p.c" + std::to_string(i), i % 3 == 0 ? Outcome::partial : Outcome::fail,
                           static_cast<Priority>(i * 3 % 4), 1 + i, 0.3));
  const Plan plan = plan_of(list);
  std::vector<Verdict> turned(list.rbegin(), list.rend());
  const Plan other = plan_of(turned);
  REQUIRE(plan.phases.size() == other.phases.size());
  for (std::size_t i = 0; i < plan.phases.size(); ++i) {
    CHECK(plan.phases[i].projected_raw == other.phases[i].projected_raw);
    CHECK(plan.phases[i].effort.max == Approx(other.phases[i].effort.max));
    if (i > 0) CHECK(plan.phases[i].projected_raw >= plan.phases[i - 1].projected_raw);
  }
  CHECK(plan.phases.back().projected_raw == Approx(100));
  CHECK(plan.total.min == Approx(other.total.min));
}

TEST_CASE("an audit without gaps has an empty plan") {
  const Plan plan = plan_of({verdict("a", Outcome::pass, Priority::critical)});
  CHECK(plan.items.empty());
  CHECK(plan.phases.empty());
  CHECK(plan.total.max == 0);
  CHECK(plan.weeks_max == 0);
}

TEST_CASE("points are what the whole score gains when the item alone is fixed") {
  const Plan plan = plan_of({verdict("a", Outcome::fail, Priority::critical),
                             verdict("b", Outcome::partial, Priority::critical, 2, 0.75),
                             verdict("c", Outcome::pass, Priority::critical),
                             verdict("d", Outcome::pass, Priority::critical)});
  CHECK(plan.items[0].points == Approx(25));
  CHECK(plan.items[1].points == Approx(6.25));
}

TEST_CASE("effort from counts stays between its floor and its cap") {
  const auto effort_of = [](std::uint64_t findings, std::uint64_t missing) {
    Verdict one = verdict("a", Outcome::fail, Priority::low);
    one.check.effort = {
        .min_hours = 0.5, .max_hours = 24, .each_min_hours = 0.1, .each_max_hours = 0.2, .by_count = true};
    one.findings_total = findings;
    one.items = missing, one.items_met = 0;
    return plan_of({one}).total;
  };
  CHECK(effort_of(1, 0).min == 0.5);
  CHECK(effort_of(1, 0).max == 0.5);
  CHECK(effort_of(37, 0).min == Approx(3.7));
  CHECK(effort_of(37, 0).max == Approx(7.4));
  CHECK(effort_of(100000, 0).min == 24);
  CHECK(effort_of(100000, 0).max == 24);
  CHECK(effort_of(0, 20).min == Approx(2));
}

TEST_CASE("findings that somebody waived need no work") {
  Verdict one = verdict("a", Outcome::fail, Priority::low);
  one.check.effort = {.max_hours = 100, .each_min_hours = 1, .each_max_hours = 1, .by_count = true};
  one.findings = {{.path = "a"}, {.path = "b", .waiver = "test-data"}, {.path = "c"}};
  one.findings_total = 3;
  CHECK(plan_of({one}).total.max == 2);
}

TEST_CASE("phases follow the priorities, and each projects the score with all before it fixed") {
  const Plan plan = plan_of({verdict("low", Outcome::fail, Priority::low, 10),
                             verdict("critical", Outcome::fail, Priority::critical, 15),
                             verdict("high", Outcome::partial, Priority::high, 30, 0.5),
                             verdict("ok", Outcome::pass, Priority::high)},
                            {.capacity = {.engineers = 2, .hours_a_week = 15}});
  REQUIRE(plan.phases.size() == 3);
  CHECK(plan.phases[0].name == "Critical gaps");
  CHECK(plan.phases[1].name == "High value");
  CHECK(plan.phases[2].name == "Polish");
  CHECK(plan.phases[0].projected_raw == Approx(100 * 17.5 / 21));
  CHECK(plan.phases[0].projected_score == 83);
  CHECK(plan.phases[1].projected_score == 95);
  CHECK(plan.phases[2].projected_score == 100);
  CHECK(plan.phases[0].weeks_min == 0.5);
  CHECK(plan.phases[0].weeks_max == 1);
  CHECK(plan.total.min == 55);
  CHECK(plan.weeks_max == Approx(110.0 / 30));
  CHECK(plan.items[2].ordinal == 3);
}

TEST_CASE("a capacity of nothing is read as the default, not as for ever") {
  const std::vector<Verdict> list{verdict("a", Outcome::fail, Priority::low, 30)};
  CHECK(plan_of(list, {.capacity = {.engineers = 0}}).weeks_min == 1);
  CHECK(plan_of(list, {.capacity = {.engineers = -1}}).weeks_min == 1);
}

TEST_CASE("what a critical item waits for is pulled into its phase and is a blocker") {
  Verdict critical = verdict("critical", Outcome::partial, Priority::critical, 2, 0.5);
  critical.check.after = {"tool", "passed", "nowhere"};
  const std::vector<Verdict> list{critical, verdict("high", Outcome::fail, Priority::high),
                                  verdict("tool", Outcome::fail, Priority::low),
                                  verdict("passed", Outcome::pass, Priority::low)};
  const Plan plan = plan_of(list);
  CHECK(ids(plan, list) == std::vector<std::string>{"tool", "critical", "high"});
  CHECK(plan.phases[0].items == std::vector<std::size_t>{0, 1});
  CHECK(plan.items[1].waits_for == std::vector<std::string>{"tool"});
  CHECK(plan.items[0].blocker);
  CHECK_FALSE(plan.items[1].blocker);
  CHECK(plan.blockers == std::vector<std::size_t>{0});
}

TEST_CASE("what only a medium or low item waits for is no blocker") {
  std::vector<Verdict> list{
      verdict("a", Outcome::fail, Priority::medium), verdict("b", Outcome::fail, Priority::low),
      verdict("c", Outcome::fail, Priority::low), verdict("d", Outcome::fail, Priority::high)};
  list[1].check.after = {"a"};
  list[3].check.after = {"c"};
  const Plan plan = plan_of(list);
  REQUIRE(plan.blockers.size() == 1);
  CHECK(list[plan.items[plan.blockers[0]].verdict].check.id == "c");
}

TEST_CASE("a critical failure is a blocker unless it was waived") {
  Verdict planned = verdict("planned", Outcome::waived, Priority::critical);
  planned.waiver = checks::Waiver{.reason = "planned"};
  const Plan plan = plan_of({verdict("a", Outcome::fail, Priority::critical), planned});
  CHECK(plan.items.size() == 2);
  CHECK(plan.blockers == std::vector<std::size_t>{0});
}

TEST_CASE("quick wins take an hour at most, are worth points, and the best paid comes first") {
  rulepack::Weights weights;
  weights.low = 0;
  const std::vector<Verdict> list{verdict("slow", Outcome::fail, Priority::high, 4),
                                  verdict("worthless", Outcome::fail, Priority::low, 0.25),
                                  verdict("good", Outcome::fail, Priority::high, 0.5),
                                  verdict("better", Outcome::fail, Priority::medium, 0.05),
                                  verdict("unestimated", Outcome::fail, Priority::high, 0)};
  const Plan plan = plan::make_plan({.verdicts = list}, weights, {});
  std::vector<std::string> wins;
  for (const std::size_t item : plan.quick_wins) wins.push_back(list[plan.items[item].verdict].check.id);
  CHECK(wins == std::vector<std::string>{"better", "good"});
}
