// SPDX-License-Identifier: Apache-2.0
// What was found and did not count: a second look for checks that found nothing, at files and regions that the first
// left out. It is planned here and made by whoever has the bytes; an audit that needs no receipts skips it.
#pragma once
#include <cstdint>
#include <vector>

#include "checks/program.h"
#include "checks/verdict.h"
#include "facts/facts.h"

namespace readiness::checks {

inline constexpr std::size_t kNearMissesShown = 3;  ///< of one check

/// What to ask once more, and of which files. Nothing to ask: `files` is empty.
struct SecondLook {
  std::vector<facts::Query> queries{};
  std::vector<std::uint32_t> asked_as{};  ///< parallel: the Program's query; kNone = asked only so that secrets are masked
  std::vector<std::size_t> files{};       ///< indices of Facts::files, ascending; bounded
};

SecondLook plan_second_look(const Program& program, const facts::Facts& facts, const Verdicts& verdicts);

/// Fills the receipts of verdicts of absence. `second` answers `look.queries` over `look.files`; nullptr when it was not
/// made: then what the first reading gathered must do.
void add_near_misses(const Program& program, const facts::Facts& facts, const SecondLook& look,
                     const facts::Facts* second, Verdicts& verdicts);

}  // namespace readiness::checks
