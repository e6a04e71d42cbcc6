// SPDX-License-Identifier: Apache-2.0
// A source that gives no bytes any more once time is up.
#pragma once
#include <chrono>
#include <memory>
#include <string_view>

#include "source/source.h"

namespace readiness::source {

/// What `Load::detail` says of a file that was asked for too late; its status is `unreadable`.
inline constexpr std::string_view kTooLate = "the time limit was reached";

/// `source` as it is until `end`; afterwards every load is too late. Entries, notes and links stay.
std::unique_ptr<Source> until(std::unique_ptr<Source> source, std::chrono::steady_clock::time_point end);

}  // namespace readiness::source
