// SPDX-License-Identifier: Apache-2.0
// The sum. It is taken in fixed point, so that it does not depend on the order of the checks by a single bit
// and never falls when a check improves.
#include "score/scorecard.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace readiness::score {
namespace {

using checks::Outcome;
using checks::Verdict;

// Nine decimals of a weight: exact for weights people write, and 10,000 checks of kMostWeight stay below
// 2^63.
constexpr double kUnit = 1e9;
constexpr double kMostWeight = 10'000;

double bounded(double value, double most) { return value > 0 ? std::min(value, most) : 0; }  // NaN becomes 0

std::int64_t in_units(double value) { return static_cast<std::int64_t>(std::llround(value * kUnit)); }

// A finding that is none: what it hid leaves the question, not only the answer.
bool leaves_the_denominator(const Verdict& verdict) {
  return verdict.waiver &&
         (verdict.waiver->reason == "false-positive" || verdict.waiver->reason == "test-data");
}

struct Sum {
  std::int64_t weight = 0;
  std::int64_t earned = 0;
  Tally tally{};

  void add(const Verdict& verdict, const rulepack::Weights& weights, bool fixed) {
    if (verdict.check.preview || verdict.check.disabled) return;
    if (verdict.outcome == Outcome::not_applicable) ++tally.not_applicable;
    if (verdict.outcome == Outcome::unknown) ++tally.unknown;
    if (!counts(verdict)) return;
    const double share = fixed ? 1 : earned_by(verdict);
    const double full = weight_of(verdict.check, weights);
    weight += in_units(full);
    earned += in_units(full * share);
    ++tally.counted;
    ++(share >= 1 ? tally.passed : share > 0 ? tally.partial : tally.failed);
  }

  Tally total() const {
    Tally out = tally;
    out.weight = static_cast<double>(weight) / kUnit;
    out.earned = static_cast<double>(earned) / kUnit;
    return out;
  }
};

double weight_by_priority(rulepack::Priority priority, const rulepack::Weights& weights) {
  switch (priority) {
    case rulepack::Priority::critical:
      return weights.critical;
    case rulepack::Priority::high:
      return weights.high;
    case rulepack::Priority::medium:
      return weights.medium;
    case rulepack::Priority::low:
      return weights.low;
  }
  return 0;
}

double audit_coverage(const checks::Verdicts& verdicts, const rulepack::Weights& weights) {
  std::int64_t counted = 0;
  std::int64_t unknown = 0;
  for (const Verdict& verdict : verdicts.verdicts) {
    const std::int64_t weight = in_units(weight_of(verdict.check, weights));
    if (counts(verdict)) counted += weight;
    if (verdict.outcome == Outcome::unknown) unknown += weight;
  }
  const std::int64_t all = counted + unknown;
  return all > 0 ? static_cast<double>(counted) / static_cast<double>(all) : 1.0;
}

// What one unit brings of a check that was asked of it.
checks::Verdict of_unit(const Verdict& verdict, const checks::UnitVerdict& unit) {
  checks::Verdict out{.check = {.priority = verdict.check.priority,
                                .confidence = verdict.check.confidence,
                                .preview = verdict.check.preview,
                                .disabled = verdict.check.disabled}};
  out.outcome = unit.outcome;
  out.earned = unit.outcome == Outcome::partial ? 0.5 : 0;
  return out;
}

std::vector<Tally> score_units(const checks::Verdicts& verdicts, const rulepack::Weights& weights) {
  std::vector<Sum> sums(verdicts.units.size());
  for (const Verdict& verdict : verdicts.verdicts)
    for (const checks::UnitVerdict& unit : verdict.units)
      if (unit.unit < sums.size()) sums[unit.unit].add(of_unit(verdict, unit), weights, false);
  std::vector<Tally> out;
  for (const Sum& sum : sums) out.push_back(sum.total());
  return out;
}

struct CategorySum {
  Category category{};
  Sum sum{};
  bool used = false;
};

CategorySum& category_of(std::vector<CategorySum>& categories, const std::string& pack) {
  const auto same = [&](const CategorySum& c) { return c.category.pack == pack; };
  const auto found = std::find_if(categories.begin(), categories.end(), same);
  if (found != categories.end()) return *found;
  return categories.emplace_back(CategorySum{.category = {.pack = pack, .title = pack}});
}

}  // namespace

std::string_view grade_of(int points) {
  constexpr std::array<std::string_view, 5> kGrades{"A", "B", "C", "D", "E"};
  const int below = (99 - std::clamp(points, 0, 99)) / 10;
  return below < static_cast<int>(kGrades.size()) ? kGrades[static_cast<std::size_t>(below)] : "F";
}

double weight_of(const rulepack::Check& check, const rulepack::Weights& weights) {
  if (check.preview || check.disabled) return 0;
  const double full = bounded(weight_by_priority(check.priority, weights), kMostWeight);
  return check.confidence == rulepack::Confidence::heuristic ? full * bounded(weights.heuristic_factor, 1)
                                                             : full;
}

bool counts(const Verdict& verdict) {
  if (verdict.check.preview || verdict.check.disabled) return false;
  switch (verdict.outcome) {
    case Outcome::pass:
    case Outcome::partial:
    case Outcome::fail:
    case Outcome::attested:
      return true;
    case Outcome::waived:
      return !leaves_the_denominator(verdict);
    case Outcome::not_applicable:
    case Outcome::unknown:
      return false;
  }
  return false;
}

double earned_by(const Verdict& verdict) {
  switch (verdict.outcome) {
    case Outcome::pass:
    case Outcome::attested:
      return 1;
    case Outcome::partial:
      return bounded(verdict.earned, 1);
    case Outcome::waived:
      return verdict.waiver && verdict.waiver->reason == "mitigated-elsewhere" ? 1
                                                                               : bounded(verdict.earned, 1);
    case Outcome::fail:
    case Outcome::not_applicable:
    case Outcome::unknown:
      return 0;
  }
  return 0;
}

Tally overall_if(const checks::Verdicts& verdicts, const rulepack::Weights& weights,
                 const std::vector<bool>& fixed) {
  Sum sum;
  for (std::size_t i = 0; i < verdicts.verdicts.size(); ++i)
    sum.add(verdicts.verdicts[i], weights, i < fixed.size() && fixed[i]);
  return sum.total();
}

Scorecard score(const checks::Verdicts& verdicts, const rulepack::Weights& weights) {
  std::vector<CategorySum> categories;
  for (const checks::PackInfo& pack : verdicts.packs)
    categories.push_back(
        {.category = {.pack = pack.name, .title = pack.title.empty() ? pack.name : pack.title}});
  for (const Verdict& verdict : verdicts.verdicts) {
    CategorySum& category = category_of(categories, verdict.check.pack);
    category.sum.add(verdict, weights, false);
    category.used = true;
  }
  Scorecard card{.units = score_units(verdicts, weights),
                 .overall = overall_if(verdicts, weights, {}),
                 .coverage = audit_coverage(verdicts, weights)};
  for (CategorySum& category : categories) {
    if (!category.used) continue;
    category.category.tally = category.sum.total();
    card.categories.push_back(std::move(category.category));
  }
  return card;
}

double points_hidden(const Verdict& verdict, const Scorecard& card, const rulepack::Weights& weights) {
  if (verdict.outcome != Outcome::waived) return 0;
  const double weight = weight_of(verdict.check, weights);
  const double bare = weight * bounded(verdict.earned, 1);
  const bool in = counts(verdict);
  const Tally without{.weight = card.overall.weight + (in ? 0 : weight),
                      .earned = card.overall.earned + bare - (in ? weight * earned_by(verdict) : 0)};
  return std::max(0.0, card.overall.raw() - without.raw());
}

}  // namespace readiness::score
