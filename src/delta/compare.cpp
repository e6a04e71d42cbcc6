// SPDX-License-Identifier: Apache-2.0
// Check by check: what happened and why. Then the score is walked from one side to the other, cause by cause.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "delta/delta.h"

namespace readiness::delta {
namespace {

using checks::Outcome;

constexpr std::size_t kMostPlaces = 20;
constexpr double kSame = 2e-6;  // JSON reports round to six decimals

using States = std::unordered_map<std::string_view, const CheckState*>;

States by_id(const Snapshot& snapshot) {
  States out;
  for (const CheckState& check : snapshot.checks) out.emplace(check.id, &check);
  return out;
}

bool is_open(Outcome outcome) { return outcome == Outcome::fail || outcome == Outcome::partial; }

bool is_exempt(Outcome outcome) { return outcome == Outcome::waived || outcome == Outcome::attested; }

std::set<std::string_view> fingerprints(const CheckState& check, bool waived) {
  std::set<std::string_view> out;
  for (const KnownFinding& finding : check.findings)
    if (finding.waived == waived) out.insert(finding.fingerprint);
  return out;
}

// Something that was open is waived now, or the other way round, and nothing else came or went.
bool only_waivers_moved(const CheckState& before, const CheckState& after) {
  const auto open_before = fingerprints(before, false), open_after = fingerprints(after, false);
  const auto waived_before = fingerprints(before, true), waived_after = fingerprints(after, true);
  const auto explained = [](const auto& from, const auto& to, const auto& other) {
    return std::all_of(from.begin(), from.end(),
                       [&](const auto& one) { return to.contains(one) || other.contains(one); });
  };
  return waived_before != waived_after && explained(open_before, open_after, waived_after) &&
         explained(open_after, open_before, waived_before);
}

bool same_rule(const CheckState& before, const CheckState& after, bool same_ruler) {
  if (std::abs(before.weight - after.weight) > kSame || before.priority != after.priority) return false;
  const bool both_known = !before.rule.empty() && !after.rule.empty();
  return both_known ? before.rule == after.rule : same_ruler;
}

Cause cause_of(const CheckState* before, const CheckState* after, bool same_ruler) {
  if (before == nullptr || after == nullptr || !same_rule(*before, *after, same_ruler)) return Cause::rules;
  if (is_exempt(before->outcome) != is_exempt(after->outcome) || only_waivers_moved(*before, *after))
    return Cause::waivers;
  return before->counts != after->counts ? Cause::applicability : Cause::code;
}

// Nothing when nobody needs to hear of it.
std::optional<Turn> turn_of(const CheckState* before, const CheckState* after) {
  const bool counted = before != nullptr && before->counts;
  const bool counts = after != nullptr && after->counts;
  if (!counted && !counts) return {};
  if (!counted) return Turn::appeared;
  if (!counts) return Turn::gone;
  if (after->earned < before->earned - kSame) return Turn::regressed;
  const bool by_word = is_exempt(after->outcome) && !is_exempt(before->outcome);  // nothing was done
  if (after->earned > before->earned + kSame && !by_word)
    return after->earned >= 1 ? Turn::fixed : Turn::improved;
  if (is_open(after->outcome) && is_open(before->outcome)) {
    if (after->findings_total > before->findings_total) return Turn::regressed;
    if (after->findings_total < before->findings_total) return Turn::improved;
  }
  if (before->outcome != after->outcome || std::abs(before->weight - after->weight) > kSame)
    return Turn::changed;
  return {};
}

// "No check may get worse": what the operator changed in the rules is no doing of the code's, and a question
// that was never answered cannot have a worse answer now. One that can no longer be answered may.
bool got_worse(const Change& change, const CheckState* before, const CheckState* after) {
  if (change.cause == Cause::rules || before == nullptr || after == nullptr) return false;
  if (after->preview || after->confidence == rulepack::Confidence::heuristic) return false;
  if (change.turn == Turn::gone) return after->outcome == Outcome::unknown;
  if (!is_open(after->outcome)) return false;
  return change.turn == Turn::regressed ||
         (change.turn == Turn::appeared && before->outcome != Outcome::unknown);
}

void count_findings(const CheckState* before, const CheckState* after, Change& change) {
  static const CheckState kNothing;
  const CheckState& old = before == nullptr ? kNothing : *before;
  const CheckState& now = after == nullptr ? kNothing : *after;
  const auto known = fingerprints(old, false), left = fingerprints(now, false);
  for (const KnownFinding& finding : now.findings) {
    if (finding.waived || known.contains(finding.fingerprint)) continue;
    ++change.new_findings;
    if (change.places.size() < kMostPlaces) change.places.push_back(finding);
  }
  for (const std::string_view fingerprint : known)
    if (!left.contains(fingerprint)) ++change.gone_findings;
}

std::optional<Change> change_of(const CheckState* before, const CheckState* after, bool same_ruler) {
  const std::optional<Turn> turn = turn_of(before, after);
  if (!turn) return {};
  const CheckState& known = after != nullptr ? *after : *before;
  Change out{.id = known.id, .title = known.title, .pack = known.pack, .priority = known.priority};
  if (before != nullptr)
    out.before = before->outcome, out.earned_before = before->counts ? before->earned : 0;
  if (after != nullptr) out.after = after->outcome, out.earned_after = after->counts ? after->earned : 0;
  out.turn = *turn;
  out.cause = cause_of(before, after, same_ruler);
  out.can_gate = got_worse(out, before, after);
  count_findings(before, after, out);
  return out;
}

// Walks the score from one side to the other: one change at a time, cause by cause.
void share_out(const Snapshot& before, const States& new_states, Delta& delta) {
  std::map<std::string, CheckState> states;
  const auto slim = [](const CheckState& check) {
    return CheckState{
        .outcome = check.outcome, .counts = check.counts, .weight = check.weight, .earned = check.earned};
  };
  for (const CheckState& check : before.checks) states[check.id] = slim(check);
  const auto raw = [&] {
    std::vector<CheckState> all;
    for (const auto& [id, state] : states) all.push_back(state);
    return tally_of(all).raw();
  };
  double at = raw();
  for (std::size_t cause = 0; cause < kCauses; ++cause)
    for (Change& change : delta.changes) {
      if (static_cast<std::size_t>(change.cause) != cause) continue;
      const auto now = new_states.find(change.id);
      if (now == new_states.end())
        states.erase(change.id);
      else
        states[change.id] = slim(*now->second);
      const double next = raw();
      change.points = next - at;
      delta.points[cause] += change.points;
      at = next;
    }
}

void add_notes(Delta& delta) {
  if (!delta.same_ruler) {
    const auto by_rules = std::count_if(delta.changes.begin(), delta.changes.end(),
                                        [](const Change& c) { return c.cause == Cause::rules; });
    delta.notes.push_back(fmt::format(
        "the rules are not the same (ruler {}, then {}): {} of the changes and {:+.1f} points come from them",
        delta.before.ruler, delta.after.ruler, by_rules,
        delta.points[static_cast<std::size_t>(Cause::rules)]));
  }
  for (const Side* side : {&delta.before, &delta.after})
    if (!side->complete)
      delta.notes.push_back("the audit of " + side->name +
                            " was incomplete: what it did not see is not compared");
}

}  // namespace

std::string_view name_of(Turn turn) {
  switch (turn) {
    case Turn::regressed:
      return "regressed";
    case Turn::appeared:
      return "new";
    case Turn::fixed:
      return "fixed";
    case Turn::improved:
      return "improved";
    case Turn::gone:
      return "gone";
    case Turn::changed:
      return "changed";
  }
  return "changed";
}

std::string_view name_of(Cause cause) {
  switch (cause) {
    case Cause::rules:
      return "rules";
    case Cause::waivers:
      return "waivers";
    case Cause::applicability:
      return "applicability";
    case Cause::code:
      return "code";
  }
  return "code";
}

std::uint64_t Delta::count(Turn turn) const {
  return static_cast<std::uint64_t>(
      std::count_if(changes.begin(), changes.end(), [&](const Change& c) { return c.turn == turn; }));
}

Delta compare(const Snapshot& before, const Snapshot& after) {
  Delta out{.before = before.side, .after = after.side};
  out.same_ruler = before.side.ruler == after.side.ruler;
  const States old_states = by_id(before), new_states = by_id(after);
  const auto add = [&](const CheckState* old, const CheckState* now) {
    if (std::optional<Change> change = change_of(old, now, out.same_ruler))
      out.changes.push_back(std::move(*change));
  };
  for (const CheckState& check : after.checks) {
    const auto old = old_states.find(check.id);
    add(old == old_states.end() ? nullptr : old->second, &check);
  }
  for (const CheckState& check : before.checks)
    if (!new_states.contains(check.id)) add(&check, nullptr);
  std::stable_sort(out.changes.begin(), out.changes.end(), [](const Change& a, const Change& b) {
    return std::pair(a.turn, a.priority) < std::pair(b.turn, b.priority);
  });
  share_out(before, new_states, out);
  add_notes(out);
  return out;
}

}  // namespace readiness::delta
