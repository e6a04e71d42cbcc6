// SPDX-License-Identifier: Apache-2.0
// `each`/`must`: which items of a kind have what they must have.
#pragma once
#include <vector>

#include "checks/findings.h"

namespace readiness::checks {

struct Coverage {
  std::uint64_t items = 0;
  std::uint64_t met = 0;
  std::vector<Found> with{};     ///< items that have it, in order of place
  std::vector<Found> without{};  ///< items that do not
};

/// The hits that hold `relation`.
std::vector<Found> those_among(Evaluator& evaluator, const std::vector<Found>& items, const BoundRelation& relation);

/// Judges every hit of `items`; items with equal `distinct` captures count once, met when one of them is.
Coverage cover(Evaluator& evaluator, std::vector<Found> items, const BoundRelation& must,
               const std::vector<std::string>& distinct);

}  // namespace readiness::checks
