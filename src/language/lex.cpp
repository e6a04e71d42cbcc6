// SPDX-License-Identifier: Apache-2.0
// Chooses the lexer of a language.
#include <algorithm>
#include <limits>

#include "language/language.h"
#include "language/lexer.h"
#include "language/markup.h"
#include "language/table.h"

namespace readiness::language {
namespace {

// `#!/usr/bin/env node` is a comment in every language; `#![allow(…)]` is Rust. Returns where the rest
// begins.
std::size_t interpreter_line(std::string_view text, base::RegionMap& map) {
  if (!text.starts_with("#!") || text.starts_with("#![")) return 0;
  const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
  map.stretches.push_back({static_cast<std::uint32_t>(end), base::Region::comment});
  return end;
}

}  // namespace

base::RegionMap lex(LanguageId id, std::string_view text) {
  base::RegionMap map;
  const Syntax& syntax = row_of(id).syntax;
  const bool has_rows = !syntax.comments.empty() || !syntax.strings.empty() || !syntax.readers.empty();
  if (text.empty() || text.size() > std::numeric_limits<std::uint32_t>::max()) return map;
  if (syntax.markup != nullptr) {
    MarkupLexer(*syntax.markup, text, map).run();
  } else if (has_rows) {
    Lexer(syntax, text, map).run(interpreter_line(text, map), text.size());
  }
  if (syntax.mark_tests != nullptr) syntax.mark_tests(text, map);
  return map;
}

}  // namespace readiness::language
