// SPDX-License-Identifier: Apache-2.0
// --timeout: how long a run may take, and what ends it when nothing else does.
#pragma once
#include <chrono>
#include <optional>
#include <string_view>

namespace readiness::app {

/// "90s", "10min", "2h"; "" is the default of ten minutes and "0" no limit. Nothing when it is none of these.
std::optional<std::chrono::seconds> parse_time_limit(std::string_view words);

/// Ends the process with exit code 3 and a message when `limit` has passed and nobody looked at it for half a
/// minute more. 0 = never.
void end_after(std::chrono::seconds limit);

}  // namespace readiness::app
