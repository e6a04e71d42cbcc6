// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "delta/delta.h"

using namespace readiness;
using checks::Outcome;
using delta::Cause;
using delta::CheckState;
using delta::Delta;
using delta::Snapshot;
using delta::Turn;
using rulepack::Priority;

namespace {

CheckState state(std::string id, Outcome outcome, double earned, double weight = 5) {
  CheckState out{.id = std::move(id), .outcome = outcome, .weight = weight, .earned = earned, .rule = "r"};
  out.counts = outcome != Outcome::not_applicable && outcome != Outcome::unknown;
  return out;
}

Snapshot snapshot(std::vector<CheckState> checks, std::string ruler = "one") {
  Snapshot out{.side = {.name = "x", .ruler = std::move(ruler)}, .checks = std::move(checks)};
  const score::Tally tally = delta::tally_of(out.checks);
  out.side.score = tally.points();
  out.side.raw = tally.raw();
  return out;
}

Delta compared(CheckState before, CheckState after) {
  return delta::compare(snapshot({state("same", Outcome::pass, 1), std::move(before)}),
                        snapshot({state("same", Outcome::pass, 1), std::move(after)}));
}

double points(const Delta& delta, Cause cause) { return delta.points[static_cast<std::size_t>(cause)]; }

}  // namespace

TEST_CASE("a check that passes now was fixed, and its points are the code's") {
  const Delta delta = compared(state("a", Outcome::fail, 0), state("a", Outcome::pass, 1));
  REQUIRE(delta.changes.size() == 1);
  CHECK(delta.changes[0].turn == Turn::fixed);
  CHECK(delta.changes[0].cause == Cause::code);
  CHECK(delta.changes[0].points == Approx(50));
  CHECK(points(delta, Cause::code) == Approx(50));
  CHECK_FALSE(delta.changes[0].can_gate);
}

TEST_CASE("a share that falls is a regression, one that rises an improvement") {
  const Delta worse = compared(state("a", Outcome::partial, 0.8), state("a", Outcome::partial, 0.4));
  REQUIRE(worse.changes.size() == 1);
  CHECK(worse.changes[0].turn == Turn::regressed);
  CHECK(worse.changes[0].can_gate);
  const Delta better = compared(state("a", Outcome::partial, 0.4), state("a", Outcome::partial, 0.8));
  CHECK(better.changes[0].turn == Turn::improved);
  CHECK(compared(state("a", Outcome::partial, 0.4), state("a", Outcome::partial, 0.4000004)).changes.empty());
}

TEST_CASE("more findings of a failing check are a regression that moves no points") {
  CheckState before = state("a", Outcome::fail, 0), after = before;
  before.findings = {{"f1", "a.py", 3, false}};
  before.findings_total = 1;
  after.findings = {{"f1", "a.py", 9, false}, {"f2", "b.py", 1, false}};
  after.findings_total = 2;
  const Delta delta = compared(before, after);
  REQUIRE(delta.changes.size() == 1);
  CHECK(delta.changes[0].turn == Turn::regressed);
  CHECK(delta.changes[0].can_gate);
  CHECK(delta.changes[0].new_findings == 1);
  CHECK(delta.changes[0].gone_findings == 0);
  REQUIRE(delta.changes[0].places.size() == 1);
  CHECK(delta.changes[0].places[0].path == "b.py");
  CHECK(delta.changes[0].points == 0);
  CHECK(compared(after, before).changes[0].turn == Turn::improved);
}

TEST_CASE("a question that begins to apply and fails is new and counts as worse") {
  const Delta delta = compared(state("a", Outcome::not_applicable, 0), state("a", Outcome::fail, 0));
  REQUIRE(delta.changes.size() == 1);
  CHECK(delta.changes[0].turn == Turn::appeared);
  CHECK(delta.changes[0].cause == Cause::applicability);
  CHECK(delta.changes[0].can_gate);
  CHECK(points(delta, Cause::applicability) == Approx(-50));
  CHECK_FALSE(compared(state("a", Outcome::unknown, 0), state("a", Outcome::fail, 0)).changes[0].can_gate);
  CHECK_FALSE(
      compared(state("a", Outcome::not_applicable, 0), state("a", Outcome::pass, 1)).changes[0].can_gate);
}

TEST_CASE("a check that can no longer be decided counts as worse, one that no longer applies does not") {
  CHECK(compared(state("a", Outcome::pass, 1), state("a", Outcome::unknown, 0)).changes[0].can_gate);
  const Delta gone = compared(state("a", Outcome::pass, 1), state("a", Outcome::not_applicable, 0));
  CHECK(gone.changes[0].turn == Turn::gone);
  CHECK_FALSE(gone.changes[0].can_gate);
}

TEST_CASE("guesses and previews never count as worse") {
  CheckState before = state("a", Outcome::pass, 1), after = state("a", Outcome::fail, 0);
  after.confidence = rulepack::Confidence::heuristic;
  CHECK_FALSE(compared(before, after).changes[0].can_gate);
  after.preview = true;
  after.counts = before.counts = false;
  CHECK(compared(before, after).changes.empty());
}

TEST_CASE("what a waiver or an attestation does is told apart from the code") {
  const Delta waived = compared(state("a", Outcome::fail, 0), state("a", Outcome::waived, 1));
  CHECK(waived.changes[0].cause == Cause::waivers);
  CHECK(waived.changes[0].turn == Turn::changed);  // nobody fixed anything
  CHECK(points(waived, Cause::waivers) == Approx(50));
  const Delta expired = compared(state("a", Outcome::attested, 1), state("a", Outcome::fail, 0));
  CHECK(expired.changes[0].cause == Cause::waivers);
  CHECK(expired.changes[0].turn == Turn::regressed);

  CheckState before = state("a", Outcome::fail, 0), after = state("a", Outcome::pass, 1);
  before.findings = {{"f1", "a.py", 3, false}};
  after.findings = {{"f1", "a.py", 3, true}};
  CHECK(compared(before, after).changes[0].cause == Cause::waivers);
  after.findings.clear();
  CHECK(compared(before, after).changes[0].cause == Cause::code);
}

TEST_CASE("another rule, another weight or a check of one side alone is the rules' doing") {
  CheckState before = state("a", Outcome::pass, 1), after = state("a", Outcome::fail, 0);
  after.rule = "another";
  const Delta delta = compared(before, after);
  CHECK(delta.changes[0].cause == Cause::rules);
  CHECK_FALSE(delta.changes[0].can_gate);
  CheckState heavier = state("a", Outcome::fail, 0, 10);
  CHECK(compared(state("a", Outcome::fail, 0), heavier).changes[0].turn == Turn::changed);
  CHECK(compared(state("a", Outcome::fail, 0), heavier).changes[0].cause == Cause::rules);
  CHECK(compared(state("b", Outcome::fail, 0), state("a", Outcome::fail, 0)).changes.size() == 2);
}

TEST_CASE("reports that do not name their rules are compared by their rulers, and it is said") {
  CheckState before = state("a", Outcome::pass, 1), after = state("a", Outcome::fail, 0);
  before.rule.clear();
  CHECK(delta::compare(snapshot({before}), snapshot({after})).changes[0].cause == Cause::code);
  const Delta delta = delta::compare(snapshot({before}, "one"), snapshot({after}, "two"));
  CHECK(delta.changes[0].cause == Cause::rules);
  CHECK_FALSE(delta.same_ruler);
  REQUIRE(delta.notes.size() == 1);
  CHECK(
      delta.notes[0] ==
      "the rules are not the same (ruler one, then two): 1 of the changes and -100.0 points come from them");
}

TEST_CASE("the causes add up to the difference of the scores, whatever changed") {
  std::mt19937 random(7);
  const auto side = [&] {
    std::vector<CheckState> checks;
    for (int i = 0; i < 30; ++i) {
      if (random() % 8 == 0) continue;
      CheckState one = state("c" + std::to_string(i), static_cast<Outcome>(random() % 7),
                             static_cast<double>(random() % 1001) / 1000, static_cast<double>(random() % 11));
      one.rule = random() % 6 == 0 ? "x" : "r";
      checks.push_back(one);
    }
    return snapshot(checks, random() % 2 == 0 ? "one" : "two");
  };
  for (int round = 0; round < 200; ++round) {
    const Snapshot before = side(), after = side();
    const Delta delta = delta::compare(before, after);
    double sum = 0, of_changes = 0;
    for (const double part : delta.points) sum += part;
    for (const delta::Change& change : delta.changes) of_changes += change.points;
    CHECK(sum == Approx(after.side.raw - before.side.raw).margin(1e-6));
    CHECK(of_changes == Approx(sum).margin(1e-6));
  }
}

TEST_CASE("an audit compared with itself says nothing") {
  const Snapshot one = snapshot({state("a", Outcome::fail, 0), state("b", Outcome::partial, 0.3)});
  const Delta delta = delta::compare(one, one);
  CHECK(delta.changes.empty());
  CHECK(delta.notes.empty());
  CHECK(delta.same_ruler);
}
