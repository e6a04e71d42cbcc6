// SPDX-License-Identifier: Apache-2.0
// Does the head of a text say that a tool wrote it?
#pragma once
#include <string_view>

namespace readiness::classify {

/// Looks for the usual sentences in comments of the first 2 KiB ("Code generated … DO NOT EDIT", "@generated"
/// …).
bool says_generated(std::string_view head);

}  // namespace readiness::classify
