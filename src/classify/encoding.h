// SPDX-License-Identifier: Apache-2.0
// Is it text at all?
#pragma once
#include <string_view>

namespace readiness::classify {

/// NUL bytes (unless they are those of UTF-16 or UTF-32), or too many control characters in the head.
bool looks_binary(std::string_view head);
/// UTF-8 without odd control characters: whatever the name says, this is text.
bool is_clean_text(std::string_view head);

}  // namespace readiness::classify
