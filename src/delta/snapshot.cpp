// SPDX-License-Identifier: Apache-2.0
#include "delta/snapshot.h"

#include <cmath>

namespace readiness::delta {
namespace {

// As score/scorecard.cpp: fixed point, so that the sum does not depend on the order.
constexpr double kUnit = 1e9;

std::int64_t in_units(double value) { return static_cast<std::int64_t>(std::llround(value * kUnit)); }

CheckState state_of(const checks::Verdict& verdict, const rulepack::Weights& weights) {
  const rulepack::Check& check = verdict.check;
  CheckState out{.id = check.id,
                 .title = check.title,
                 .pack = check.pack,
                 .priority = check.priority,
                 .confidence = check.confidence,
                 .outcome = verdict.outcome,
                 .preview = check.preview,
                 .counts = score::counts(verdict),
                 .weight = score::weight_of(check, weights),
                 .earned = score::earned_by(verdict),
                 .rule = verdict.rule,
                 .findings_total = verdict.findings_total};
  for (const checks::Finding& finding : verdict.findings)
    out.findings.push_back({finding.fingerprint, finding.path, finding.line, !finding.waiver.empty()});
  return out;
}

}  // namespace

score::Tally tally_of(const std::vector<CheckState>& checks) {
  score::Tally out;
  std::int64_t weight = 0;
  std::int64_t earned = 0;
  for (const CheckState& check : checks) {
    if (check.outcome == checks::Outcome::not_applicable && !check.preview) ++out.not_applicable;
    if (check.outcome == checks::Outcome::unknown && !check.preview) ++out.unknown;
    if (!check.counts) continue;
    weight += in_units(check.weight);
    earned += in_units(check.weight * check.earned);
    ++out.counted;
    ++(check.earned >= 1 ? out.passed : check.earned > 0 ? out.partial : out.failed);
  }
  out.weight = static_cast<double>(weight) / kUnit;
  out.earned = static_cast<double>(earned) / kUnit;
  return out;
}

Snapshot snapshot_of(const checks::Verdicts& verdicts, const rulepack::Weights& weights, Side side) {
  Snapshot out{.side = std::move(side)};
  for (const checks::Verdict& verdict : verdicts.verdicts) out.checks.push_back(state_of(verdict, weights));
  const score::Tally tally = tally_of(out.checks);
  out.side.ruler = verdicts.ruler;
  out.side.score = tally.points();
  out.side.raw = tally.raw();
  out.side.scored = tally.counted > 0;
  return out;
}

}  // namespace readiness::delta
