// SPDX-License-Identifier: Apache-2.0
// "did you mean": the known name that is closest to a mistyped one.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace readiness::base {

/// The closest of `known` by Damerau-Levenshtein distance (optimal string alignment), or empty when none is close:
/// at most a third of the name's length, and at least one edit allowed.
std::string nearest_name(std::string_view name, const std::vector<std::string>& known);
/// "did you mean 'x'?" or empty.
std::string did_you_mean(std::string_view name, const std::vector<std::string>& known);

}  // namespace readiness::base
