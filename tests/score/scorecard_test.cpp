// SPDX-License-Identifier: Apache-2.0
#include "score/scorecard.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <random>

using namespace readiness;
using checks::Outcome;
using checks::Verdict;
using checks::Verdicts;
using rulepack::Confidence;
using rulepack::Priority;

namespace {

Verdict verdict(Outcome outcome, Priority priority, double earned = 0, std::string pack = "ci") {
  Verdict out{.outcome = outcome, .earned = earned};
  out.check.id = pack + ".x";
  out.check.pack = std::move(pack);
  out.check.priority = priority;
  return out;
}

Verdict waived(std::string reason, Priority priority, double earned = 0) {
  Verdict out = verdict(Outcome::waived, priority, earned);
  out.waiver = checks::Waiver{.reason = std::move(reason)};
  return out;
}

score::Tally overall(std::vector<Verdict> list, const rulepack::Weights& weights = {}) {
  return score::score({.verdicts = std::move(list)}, weights).overall;
}

/// Every kind of verdict, with any priority, confidence, waiver and share.
Verdict random_verdict(std::mt19937& random) {
  const auto below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
  Verdict out = verdict(static_cast<Outcome>(below(7)), static_cast<Priority>(below(4)), below(1001) / 1000.0,
                        std::string(1, static_cast<char>('a' + below(5))));
  out.check.confidence = static_cast<Confidence>(below(3));
  out.check.preview = below(10) == 0;
  constexpr std::array<const char*, 5> kReasons{"false-positive", "test-data", "mitigated-elsewhere",
                                                "accepted-risk", "planned"};
  if (out.outcome == Outcome::waived) out.waiver = checks::Waiver{.reason = kReasons[below(5)]};
  return out;
}

std::vector<Verdict> random_verdicts(std::mt19937& random) {
  std::vector<Verdict> out(random() % 40);
  std::generate(out.begin(), out.end(), [&] { return random_verdict(random); });
  return out;
}

}  // namespace

TEST_CASE("the grade is the score in tens") {
  CHECK(score::grade_of(100) == "A");
  CHECK(score::grade_of(90) == "A");
  CHECK(score::grade_of(89) == "B");
  CHECK(score::grade_of(70) == "C");
  CHECK(score::grade_of(60) == "D");
  CHECK(score::grade_of(50) == "E");
  CHECK(score::grade_of(49) == "F");
  CHECK(score::grade_of(0) == "F");
}

TEST_CASE("weights follow the priority, and a heuristic check weighs half") {
  const rulepack::Weights weights;
  CHECK(score::weight_of(verdict(Outcome::fail, Priority::critical).check, weights) == 10);
  CHECK(score::weight_of(verdict(Outcome::fail, Priority::high).check, weights) == 5);
  CHECK(score::weight_of(verdict(Outcome::fail, Priority::medium).check, weights) == 2);
  CHECK(score::weight_of(verdict(Outcome::fail, Priority::low).check, weights) == 1);
  rulepack::Check heuristic = verdict(Outcome::fail, Priority::high).check;
  heuristic.confidence = Confidence::heuristic;
  CHECK(score::weight_of(heuristic, weights) == 2.5);
  heuristic.preview = true;
  CHECK(score::weight_of(heuristic, weights) == 0);
}

TEST_CASE("the score is the earned weight over the weight that counts, floored") {
  const score::Tally tally =
      overall({verdict(Outcome::pass, Priority::critical), verdict(Outcome::fail, Priority::high),
               verdict(Outcome::partial, Priority::medium, 0.5)});
  CHECK(tally.weight == 17);
  CHECK(tally.earned == 11);
  CHECK(tally.raw() == Approx(64.70588));
  CHECK(tally.points() == 64);
  CHECK(tally.counted == 3);
  CHECK(tally.passed == 1);
  CHECK(tally.partial == 1);
  CHECK(tally.failed == 1);
}

TEST_CASE("only a partial verdict brings its share; a failed one brings nothing") {
  CHECK(overall({verdict(Outcome::fail, Priority::low, 0.9)}).earned == 0);
  CHECK(overall({verdict(Outcome::pass, Priority::low, 0)}).earned == 1);
  CHECK(overall({verdict(Outcome::attested, Priority::low, 0)}).passed == 1);
  CHECK(overall({verdict(Outcome::partial, Priority::low, 0.25)}).earned == 0.25);
}

TEST_CASE("a waiver acts by its reason") {
  CHECK(overall({waived("false-positive", Priority::high)}).weight == 0);
  CHECK(overall({waived("test-data", Priority::high)}).weight == 0);
  CHECK(overall({waived("mitigated-elsewhere", Priority::high)}).earned == 5);
  CHECK(overall({waived("accepted-risk", Priority::high, 0.2)}).earned == 1);
  CHECK(overall({waived("planned", Priority::high)}).failed == 1);
  CHECK(overall({waived("something-new", Priority::high)}).failed == 1);
}

TEST_CASE("the points a waiver hides are what the score would lose without it") {
  const rulepack::Weights weights;
  const auto hidden = [&](const char* reason) {
    Verdicts all{.verdicts = {verdict(Outcome::pass, Priority::high), waived(reason, Priority::high)}};
    return score::points_hidden(all.verdicts[1], score::score(all, weights), weights);
  };
  CHECK(hidden("false-positive") == Approx(50));
  CHECK(hidden("mitigated-elsewhere") == Approx(50));
  CHECK(hidden("accepted-risk") == 0);
  CHECK(hidden("planned") == 0);
}

TEST_CASE("previews and disabled checks count for nothing, whatever they say") {
  Verdict preview = verdict(Outcome::fail, Priority::critical);
  preview.check.preview = true;
  Verdict disabled = verdict(Outcome::fail, Priority::critical);
  disabled.check.disabled = true;
  const score::Tally tally = overall({preview, disabled, verdict(Outcome::pass, Priority::low)});
  CHECK(tally.points() == 100);
  CHECK(tally.counted == 1);
}

TEST_CASE("nothing that counts gives 100, and the audit's coverage tells why") {
  const score::Scorecard empty = score::score({}, {});
  CHECK(empty.overall.points() == 100);
  CHECK(empty.coverage == 1);
  const score::Scorecard unknown =
      score::score({.verdicts = {verdict(Outcome::unknown, Priority::high)}}, {});
  CHECK(unknown.overall.points() == 100);
  CHECK(unknown.coverage == 0);
  const score::Scorecard half = score::score(
      {.verdicts = {verdict(Outcome::unknown, Priority::high), verdict(Outcome::pass, Priority::high)}}, {});
  CHECK(half.coverage == 0.5);
}

TEST_CASE("categories are the packs with checks, in the order of the packs, titled") {
  const Verdicts all{.packs = {{.name = "env", .title = "Environment"}, {.name = "empty"}, {.name = "ci"}},
                     .verdicts = {verdict(Outcome::fail, Priority::low, 0, "ci"),
                                  verdict(Outcome::pass, Priority::low, 1, "env"),
                                  verdict(Outcome::pass, Priority::low, 1, "stray")}};
  const score::Scorecard card = score::score(all, {});
  REQUIRE(card.categories.size() == 3);
  CHECK(card.categories[0].title == "Environment");
  CHECK(card.categories[1].title == "ci");
  CHECK(card.categories[1].tally.points() == 0);
  CHECK(card.categories[2].pack == "stray");
}

TEST_CASE("thirds add up to the whole: no point is lost to binary fractions") {
  std::vector<Verdict> list(3, verdict(Outcome::partial, Priority::low, 1.0 / 3));
  for (int i = 0; i < 97; ++i) list.push_back(verdict(Outcome::pass, Priority::low));
  CHECK(overall(list).points() == 98);
  const std::vector<Verdict> shares(10, verdict(Outcome::partial, Priority::low, 0.7));
  CHECK(overall(shares).points() == 70);
}

TEST_CASE("shares and weights that are no numbers do not poison the score") {
  constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  CHECK(overall({verdict(Outcome::partial, Priority::low, kNan)}).points() == 0);
  CHECK(overall({verdict(Outcome::partial, Priority::low, kInfinity)}).points() == 100);
  CHECK(overall({verdict(Outcome::partial, Priority::low, -1)}).points() == 0);
  CHECK(overall({verdict(Outcome::pass, Priority::low)}, {.low = kNan}).points() == 100);
  CHECK(std::isfinite(overall({verdict(Outcome::pass, Priority::low)}, {.low = kInfinity}).weight));
}

TEST_CASE("property: the score and every category lie between 0 and 100, and coverage between 0 and 1") {
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    const score::Scorecard card = score::score({.verdicts = random_verdicts(random)}, {});
    CHECK((card.overall.points() >= 0 && card.overall.points() <= 100));
    CHECK((card.coverage >= 0 && card.coverage <= 1));
    for (const score::Category& category : card.categories)
      CHECK((category.tally.raw() >= 0 && category.tally.raw() <= 100));
  }
}

TEST_CASE("property: the order of the checks changes no bit") {
  std::mt19937 random(2);
  for (int round = 0; round < 300; ++round) {
    std::vector<Verdict> list = random_verdicts(random);
    const score::Tally before = overall(list);
    std::shuffle(list.begin(), list.end(), random);
    const score::Tally after = overall(list);
    CHECK(before.raw() == after.raw());
    CHECK(before.counted == after.counted);
  }
}

TEST_CASE("property: what is not applicable or unknown is neutral") {
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    std::vector<Verdict> list = random_verdicts(random);
    const double before = overall(list).raw();
    list.push_back(verdict(Outcome::not_applicable, Priority::critical));
    list.push_back(verdict(Outcome::unknown, Priority::critical, 0.5));
    CHECK(overall(list).raw() == before);
  }
}

TEST_CASE("property: improving a verdict never lowers the score, and neither does fixing anything") {
  std::mt19937 random(4);
  for (int round = 0; round < 300; ++round) {
    Verdicts all{.verdicts = random_verdicts(random)};
    const double before = score::overall_if(all, {}, {}).raw();
    std::vector<bool> fixed(all.verdicts.size(), false);
    double so_far = before;
    for (std::size_t i = 0; i < fixed.size(); ++i) {
      fixed[i] = true;
      const double now = score::overall_if(all, {}, fixed).raw();
      CHECK(now >= so_far);
      so_far = now;
    }
    for (Verdict& one : all.verdicts)
      if (one.outcome == Outcome::partial) one.earned = std::min(1.0, one.earned + 0.3);
    CHECK(score::overall_if(all, {}, {}).raw() >= before);
  }
}

TEST_CASE("property: fixing everything that counts gives exactly 100") {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    const Verdicts all{.verdicts = random_verdicts(random)};
    CHECK(score::overall_if(all, {}, std::vector<bool>(all.verdicts.size(), true)).points() == 100);
  }
}
