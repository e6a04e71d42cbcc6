// SPDX-License-Identifier: Apache-2.0
// What PatternSet hides and Scanner reads.
#pragma once
#include <optional>
#include <vector>

#include "base/region.h"
#include "scan/candidate_windows.h"
#include "scan/filters.h"
#include "scan/gram_filter.h"
#include "scan/pcre.h"
#include "scan/scanner.h"

namespace readiness::scan {

struct Pattern {
  Pcre code;
  CompiledFilters filters;
  std::optional<base::Region> region;
  PrefixRule prefix{};
  std::optional<Beginning> beginning{};  ///< the reference engine knows none
};

struct PatternSet::Impl {
  Engine engine = Engine::fast;
  std::vector<Pattern> patterns;
  std::vector<SlowPattern> slow;
  std::vector<PatternId> searched_whole;  ///< patterns that the filter does not know: PCRE2 reads every text
  GramFilter filter;
};

}  // namespace readiness::scan
