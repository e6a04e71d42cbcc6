// SPDX-License-Identifier: Apache-2.0
// Extensions that several languages share: settled by the beginning of the text, or by the commoner one
// without it.
#pragma once
#include <optional>
#include <string_view>

#include "language/language.h"

namespace readiness::language {

/// Nothing when the extension is not ambiguous, or the text does not speak against the table's row.
std::optional<LanguageId> by_content(std::string_view extension, std::string_view name,
                                     std::string_view head);

}  // namespace readiness::language
