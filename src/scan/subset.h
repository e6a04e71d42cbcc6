// SPDX-License-Identifier: Apache-2.0
// What a caller knows beforehand about a class of texts: an Eligible that says so is scanned faster.
#pragma once
#include <vector>

#include "scan/pattern.h"

namespace readiness::scan {

/// Texts of a class can be asked for the patterns of `subset` (ascending) only: soon the others cost nothing.
/// Scanners tell subsets apart by their addresses, so one must stay where it is as long as the Scanner lives.
struct EligibleOfSubset {
  Eligible asks{};  ///< refuses what is outside the subset
  const std::vector<PatternId>* subset = nullptr;
  bool operator()(PatternId id) const { return asks(id); }
};

}  // namespace readiness::scan
