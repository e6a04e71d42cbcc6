// SPDX-License-Identifier: Apache-2.0
// Pure arithmetic over verdicts: Σ weight·earned / Σ weight, over all checks and by pack (docs/scoring.md).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checks/verdict.h"

namespace readiness::score {

struct Tally {
  double weight = 0;  ///< of the checks that count
  double earned = 0;  ///< Σ weight · earned
  std::uint32_t counted = 0, passed = 0, partial = 0, failed = 0, not_applicable = 0, unknown = 0;
  /// 0 … 100, the raw value; 100 when nothing counts.
  double raw() const { return weight > 0 ? 100.0 * earned / weight : 100.0; }
  /// Floored, guarded against binary fractions just below an integer.
  int points() const { return static_cast<int>(raw() + 1e-9); }
};

struct Category {
  std::string pack{}, title{};
  Tally tally{};
};

struct Scorecard {
  std::vector<Tally> units{};  ///< parallel to Verdicts::units: over the checks that are asked of units
  Tally overall{};
  std::vector<Category> categories{};  ///< packs with at least one check, in order
  double coverage = 1;                 ///< audit coverage: counted weight / (counted + unknown weight)
};

/// "A" from 90 points, "B" from 80, "C" from 70, "D" from 60, "E" from 50, else "F".
std::string_view grade_of(int points);

double weight_of(const rulepack::Check& check, const rulepack::Weights& weights);
/// True when the verdict enters the score.
bool counts(const checks::Verdict& verdict);
/// What the verdict brings into the sum, 0 … 1: a share only for partial, what it earned for an accepted or
/// planned one. Meaningful when it counts.
double earned_by(const checks::Verdict& verdict);
/// The whole score if the verdicts marked in `fixed` (parallel to them) passed. Verdicts that do not count
/// stay out.
Tally overall_if(const checks::Verdicts& verdicts, const rulepack::Weights& weights,
                 const std::vector<bool>& fixed);
Scorecard score(const checks::Verdicts& verdicts, const rulepack::Weights& weights);
/// By how much the score would be lower without the verdict's waiver: 0 when it only exempts from the gate.
double points_hidden(const checks::Verdict& verdict, const Scorecard& card, const rulepack::Weights& weights);

}  // namespace readiness::score
