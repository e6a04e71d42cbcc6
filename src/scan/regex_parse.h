// SPDX-License-Identifier: Apache-2.0
// PCRE2 syntax as far as our rules take it (docs/engine.md). What we refuse is refused here, with a column
// and a hint; what is merely wrong may also be found by PCRE2 itself.
#pragma once
#include <string_view>

#include "base/result.h"
#include "scan/regex_ast.h"

namespace readiness::scan {

constexpr std::size_t kMaxRegexBytes = 4096;
constexpr std::uint32_t kMaxRepeat = 1000;
constexpr std::uint64_t kMaxNestedRepeats = 10000;

/// Two things are rewritten for PCRE2: under (?i) an ASCII letter never matches a non-ASCII one (PCRE2 would
/// let `k` match the Kelvin sign), and `$` also matches in front of \r\n.
base::Result<ParsedRegex> parse_regex(std::string_view regex, ByteClasses& classes);

/// The column (from 1) in the regex as written for an offset in the rewritten one.
std::uint32_t original_column(const ParsedRegex& parsed, std::size_t rewritten_offset);

}  // namespace readiness::scan
