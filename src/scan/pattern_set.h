// SPDX-License-Identifier: Apache-2.0
// What PatternSet hides and Scanner reads.
#pragma once
#include <optional>
#include <vector>

#include "base/region.h"
#include "scan/filters.h"
#include "scan/pcre.h"
#include "scan/scanner.h"

namespace readiness::scan {

struct Pattern {
  Pcre code;
  CompiledFilters filters;
  std::optional<base::Region> region;
};

struct PatternSet::Impl {
  Engine engine = Engine::fast;
  std::vector<Pattern> patterns;
  std::vector<SlowPattern> slow;
  std::vector<PatternId> searched_whole;  ///< patterns that are searched in the whole of every text
};

}  // namespace readiness::scan
