// SPDX-License-Identifier: Apache-2.0
// Numbers in the words of a roadmap: how many of something there are, whether a number is one to reach, and
// whether it is of the readiness as a whole.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace readiness::roadmap {

/// "37 TODO comments", "Resolve 37 TODO comments"; not "3 days", "Python 3", "at most 10 warnings", "37+".
std::optional<std::uint64_t> count_in(std::string_view text);
/// All of `text`: "37", "1,204".
std::optional<std::uint64_t> bare_number(std::string_view text);

/// "Success metrics", "After completing Phase 1", "Goals": numbers below that are not about today.
bool looks_ahead(std::string_view title);

/// "Production readiness", "Overall", "production ready": the whole, and nothing else.
bool is_the_whole(std::string_view text);

}  // namespace readiness::roadmap
