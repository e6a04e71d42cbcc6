// SPDX-License-Identifier: Apache-2.0
// From verdicts to items, phases and totals. Points are what the whole score gains, found by scoring again.
#include "plan/plan.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/glob.h"
#include "plan/order.h"
#include "plan/owners.h"

namespace readiness::plan {
namespace {

using checks::Outcome;
using checks::Verdict;
using rulepack::Priority;

// Above this nobody calls it a quick win.
constexpr double kQuickHours = 1.0;

bool is_item(const Verdict& verdict) {
  if (verdict.check.preview || verdict.check.disabled) return false;
  if (verdict.outcome == Outcome::fail || verdict.outcome == Outcome::partial) return true;
  return verdict.outcome == Outcome::waived && score::counts(verdict) && score::earned_by(verdict) < 1;
}

/// What has to be touched: findings that nobody waived, else items that miss something, else the one thing
/// asked for.
double count_of(const Verdict& verdict) {
  if (verdict.findings_total > 0) {
    const auto waived = std::count_if(verdict.findings.begin(), verdict.findings.end(),
                                      [](const checks::Finding& finding) { return !finding.waiver.empty(); });
    return std::max(1.0, static_cast<double>(verdict.findings_total) - static_cast<double>(waived));
  }
  return verdict.items > verdict.items_met ? static_cast<double>(verdict.items - verdict.items_met) : 1.0;
}

Hours effort_of(const Verdict& verdict) {
  const rulepack::Effort& effort = verdict.check.effort;
  if (!effort.by_count)
    return {std::max(0.0, effort.min_hours), std::max(effort.min_hours, effort.max_hours)};
  const double count = count_of(verdict);
  const double floor = std::max(0.0, effort.min_hours);
  const double most =
      effort.max_hours > 0 ? std::max(floor, effort.max_hours) : count * effort.each_max_hours + floor;
  const double min = std::clamp(count * effort.each_min_hours, floor, most);
  return {min, std::clamp(count * std::max(effort.each_min_hours, effort.each_max_hours), min, most)};
}

/// A copy of a score's arithmetic in which verdicts can be called fixed.
class Projection {
 public:
  Projection(const checks::Verdicts& verdicts, const rulepack::Weights& weights)
      : verdicts_(verdicts),
        weights_(weights),
        fixed_(verdicts.verdicts.size(), false),
        now_(score::overall_if(verdicts, weights, {}).raw()) {}

  double points_of(std::size_t verdict) const {
    std::vector<bool> alone(fixed_.size(), false);
    alone[verdict] = true;
    return std::max(0.0, score::overall_if(verdicts_, weights_, alone).raw() - now_);
  }
  void fix(std::size_t verdict) { fixed_[verdict] = true; }
  score::Tally now() const { return score::overall_if(verdicts_, weights_, fixed_); }

 private:
  const checks::Verdicts& verdicts_;
  const rulepack::Weights& weights_;
  std::vector<bool> fixed_;
  double now_;
};

std::vector<Item> find_items(const checks::Verdicts& verdicts, const Projection& projection,
                             const Settings& settings) {
  std::vector<Item> items;
  for (std::size_t i = 0; i < verdicts.verdicts.size(); ++i) {
    const Verdict& verdict = verdicts.verdicts[i];
    if (!is_item(verdict)) continue;
    items.push_back({.verdict = i,
                     .effort = effort_of(verdict),
                     .owner = owner_of(verdict, verdicts, settings),
                     .points = projection.points_of(i)});
  }
  return items;
}

std::vector<Step> steps_of(const std::vector<Item>& items, const checks::Verdicts& verdicts) {
  std::map<std::string, std::size_t> by_id;
  for (std::size_t i = 0; i < items.size(); ++i)
    by_id.emplace(verdicts.verdicts[items[i].verdict].check.id, i);
  std::vector<Step> steps;
  for (const Item& item : items) {
    const rulepack::Check& check = verdicts.verdicts[item.verdict].check;
    const double hours = (item.effort.min + item.effort.max) / 2;
    Step step{.priority = check.priority, .points_per_hour = hours > 0 ? item.points / hours : item.points};
    for (const std::string& id : check.after)
      if (const auto first = by_id.find(id); first != by_id.end() && id != check.id)
        step.after.push_back(first->second);
    steps.push_back(std::move(step));
  }
  return steps;
}

struct Ordered {
  std::vector<Item> items{};
  std::vector<Priority> phases{};  ///< parallel to items
};

Ordered put_in_order(std::vector<Item> items, const checks::Verdicts& verdicts) {
  Ordered out;
  std::set<std::size_t> awaited;  // by something that matters before going live
  const auto check_of = [&](std::size_t item) -> const Verdict& {
    return verdicts.verdicts[items[item].verdict];
  };
  for (const Placed& placed : in_order(steps_of(items, verdicts))) {
    Item item = items[placed.step];
    item.ordinal = static_cast<std::uint32_t>(out.items.size() + 1);
    for (const std::size_t first : placed.waits_for) {
      item.waits_for.push_back(check_of(first).check.id);
      if (placed.phase <= Priority::high) awaited.insert(items[first].verdict);
    }
    out.items.push_back(std::move(item));
    out.phases.push_back(placed.phase);
  }
  for (Item& item : out.items) {
    const Verdict& verdict = verdicts.verdicts[item.verdict];
    const bool critical = verdict.outcome == Outcome::fail && verdict.check.priority == Priority::critical;
    item.blocker = verdict.outcome != Outcome::waived && (critical || awaited.count(item.verdict) > 0);
    item.quick_win = item.effort.max > 0 && item.effort.max <= kQuickHours && item.points > 0;
  }
  return out;
}

double hours_a_week(const Capacity& capacity) {
  const double hours = capacity.engineers * capacity.hours_a_week;
  return hours > 0 ? hours : Capacity{}.engineers * Capacity{}.hours_a_week;
}

std::string_view phase_name(Priority priority) {
  switch (priority) {
    case Priority::critical:
      return "Critical gaps";
    case Priority::high:
      return "High value";
    case Priority::medium:
      return "Completion";
    case Priority::low:
      return "Polish";
  }
  return "Polish";
}

std::vector<Phase> phases_of(const Ordered& ordered, Projection& projection, const Capacity& capacity) {
  std::vector<Phase> phases;
  for (std::size_t i = 0; i < ordered.items.size(); ++i) {
    if (phases.empty() || phases.back().priority != ordered.phases[i])
      phases.push_back({.name = std::string(phase_name(ordered.phases[i])), .priority = ordered.phases[i]});
    phases.back().items.push_back(i);
    phases.back().effort += ordered.items[i].effort;
  }
  for (Phase& phase : phases) {
    for (const std::size_t item : phase.items) projection.fix(ordered.items[item].verdict);
    const score::Tally after = projection.now();
    phase.projected_raw = after.raw();
    phase.projected_score = after.points();
    phase.weeks_min = phase.effort.min / hours_a_week(capacity);
    phase.weeks_max = phase.effort.max / hours_a_week(capacity);
  }
  return phases;
}

/// The most points for an hour first.
std::vector<std::size_t> quick_wins_of(const std::vector<Item>& items) {
  std::vector<std::size_t> wins;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (items[i].quick_win) wins.push_back(i);
  const auto rate = [&](std::size_t i) {
    return items[i].points / (items[i].effort.min + items[i].effort.max);
  };
  std::stable_sort(wins.begin(), wins.end(), [&](std::size_t a, std::size_t b) { return rate(a) > rate(b); });
  return wins;
}

}  // namespace

WhatIf what_if(const checks::Verdicts& verdicts, const rulepack::Weights& weights,
               const std::vector<std::string>& checks) {
  WhatIf out;
  Projection projection(verdicts, weights);
  const double now = projection.now().raw();
  for (std::size_t i = 0; i < verdicts.verdicts.size(); ++i) {
    const Verdict& verdict = verdicts.verdicts[i];
    const auto names = [&](const std::string& glob) { return base::name_matches(glob, verdict.check.id); };
    if (std::none_of(checks.begin(), checks.end(), names)) continue;
    (is_item(verdict) ? out.fixed : out.no_gain).push_back(i);
    if (!is_item(verdict)) continue;
    projection.fix(i);
    out.effort += effort_of(verdict);
  }
  const score::Tally after = projection.now();
  out.score = after.points(), out.raw = after.raw(), out.gained = std::max(0.0, after.raw() - now);
  return out;
}

Plan make_plan(const checks::Verdicts& verdicts, const rulepack::Weights& weights, const Settings& settings) {
  Projection projection(verdicts, weights);
  Ordered ordered = put_in_order(find_items(verdicts, projection, settings), verdicts);
  Plan plan{.phases = phases_of(ordered, projection, settings.capacity),
            .quick_wins = quick_wins_of(ordered.items),
            .own_words = settings.own_words};
  for (std::size_t i = 0; i < ordered.items.size(); ++i) {
    if (ordered.items[i].blocker) plan.blockers.push_back(i);
    plan.total += ordered.items[i].effort;
  }
  plan.weeks_min = plan.total.min / hours_a_week(settings.capacity);
  plan.weeks_max = plan.total.max / hours_a_week(settings.capacity);
  plan.items = std::move(ordered.items);
  return plan;
}

}  // namespace readiness::plan
