// SPDX-License-Identifier: Apache-2.0
// Chooses the lexer of a language.
#include <limits>

#include "language/language.h"
#include "language/lexer.h"
#include "language/markup.h"
#include "language/table.h"

namespace readiness::language {

base::RegionMap lex(LanguageId id, std::string_view text) {
  base::RegionMap map;
  const Syntax& syntax = row_of(id).syntax;
  const bool has_rows = !syntax.comments.empty() || !syntax.strings.empty() || !syntax.readers.empty();
  if (text.empty() || text.size() > std::numeric_limits<std::uint32_t>::max()) return map;
  if (syntax.markup != nullptr) {
    MarkupLexer(*syntax.markup, text, map).run();
  } else if (has_rows) {
    Lexer(syntax, text, map).run(0, text.size());
  }
  return map;
}

}  // namespace readiness::language
