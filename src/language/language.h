// SPDX-License-Identifier: Apache-2.0
// The table of languages, who a file belongs to by its name or first line, and the lexical regions of its
// text.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/region.h"

namespace readiness::language {

using LanguageId = std::uint16_t;  ///< index into the table; kUnknown when no language was recognised
inline constexpr LanguageId kUnknown = 0;

/// "python", "typescript" (with .tsx), "javascript" (with .jsx, .mjs, .cjs), "csharp", "cpp", "c", "go",
/// "shell" …
std::string_view name_of(LanguageId id);
std::optional<LanguageId> find(std::string_view name);
std::vector<std::string> names();
/// True for programming languages whose files are source code (not for markup, data, prose).
bool is_programming(LanguageId id);

/// By file name, then extension; `head` (may be empty) settles shebangs and ambiguous extensions (.h, .m,
/// .pl, .ts …).
LanguageId detect(std::string_view path, std::string_view head);

/// Code, comments and strings of `text`: nested comments, raw strings, heredocs, docstrings (a region of
/// strings), template literals (their ${…} is code), regex literals, PHP/ERB/Vue/Svelte/HTML mixes. Linear;
/// never fails.
base::RegionMap lex(LanguageId id, std::string_view text);

}  // namespace readiness::language
