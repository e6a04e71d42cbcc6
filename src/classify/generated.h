// SPDX-License-Identifier: Apache-2.0
// Does the head of a text say that a tool wrote it?
#pragma once
#include <string_view>

namespace readiness::classify {

/// Looks for the usual sentences in comments of the first 2 KiB ("Code generated … DO NOT EDIT", "@generated"
/// …).
bool says_generated(std::string_view head);
/// A report that this program wrote: full of the words that it was looking for, and a proof of none of them.
bool is_own_report(std::string_view head);
/// Behind its first comments, most of the first 8 KiB of a script or style sheet stands in lines that nobody writes.
bool looks_minified(std::string_view head);

}  // namespace readiness::classify
