// SPDX-License-Identifier: Apache-2.0
// Tells values that only stand for a secret (changeme, <your key>, ${VAR}) from values that might be one.
#pragma once
#include <string_view>

namespace readiness::scan {

/// True when a reader would see at once that `value` is no working secret. Unsure means false.
bool is_placeholder(std::string_view value);

}  // namespace readiness::scan
