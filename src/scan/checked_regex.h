// SPDX-License-Identifier: Apache-2.0
// A regex that our language takes and PCRE2 compiles: what patterns, filters and small searches are all made
// of.
#pragma once
#include <string_view>

#include "scan/pcre.h"
#include "scan/regex_ast.h"

namespace readiness::scan {

struct CheckedRegex {
  ParsedRegex parsed;
  Pcre code;
};

/// Refuses what parse_regex() refuses, what PCRE2 refuses and what may match no characters at all.
base::Result<CheckedRegex> compile_checked(std::string_view regex, Start start = Start::floating);

/// The same, but only the tree: PCRE2's own opinion is not asked.
base::Result<ParsedRegex> parse_checked(std::string_view regex, ByteClasses& classes);

/// How many bytes a match takes at least and at most (kUnbounded).
struct Width {
  std::uint32_t min = 0;
  std::uint32_t max = 0;
};
Width width_of(const Node& node);
std::uint32_t add_widths(std::uint32_t a, std::uint32_t b);

}  // namespace readiness::scan
