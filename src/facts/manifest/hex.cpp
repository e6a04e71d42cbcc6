// SPDX-License-Identifier: Apache-2.0
// mix.exs: the tuples of its deps function.
#include "facts/manifest/ecosystems.h"
#include "facts/manifest/reading.h"
#include "facts/manifest/tokens.h"

namespace readiness::facts::manifest {
namespace {

// `only: :test`, `only: [:dev, :test]`, `runtime: false` inside the tuple that the cursor stands in.
Scope scope_in_tuple(TokenCursor& cursor, std::size_t end) {
  bool only_development = false;
  bool is_loaded = true;
  for (; cursor.position() < end; cursor.advance()) {
    if (cursor.at().is_name("runtime") && cursor.at(2).is_name("false")) is_loaded = false;
    if (!cursor.at().is_name("only")) continue;
    only_development = true;
    for (cursor.advance(); cursor.position() < end && !cursor.at().is("]") && !cursor.at().is(",");
         cursor.advance()) {
      if (cursor.at().is("[")) {  // a list: commas separate its items
        for (; cursor.position() < end && !cursor.at().is("]"); cursor.advance())
          if (cursor.at().is_name("prod")) only_development = false;
        break;
      }
      if (cursor.at().is_name("prod")) only_development = false;
    }
  }
  return only_development || !is_loaded ? Scope::development : Scope::runtime;
}

}  // namespace

Reading parse_mix(const Input& input) {
  Reading reading;
  const std::vector<Token> tokens =
      tokenize(input.text,
               {.hash_comments = true, .slash_comments = false, .triple_quotes = true, .name_bytes = "?!"});
  bool in_deps = false;
  for (TokenCursor cursor(tokens); !cursor.done();) {
    if ((cursor.at().is_name("def") || cursor.at().is_name("defp")) && cursor.begins_line())
      in_deps = cursor.at(1).value.find("deps") != std::string_view::npos;
    const bool is_tuple = cursor.at().is("{") && cursor.at(1).is(":") &&
                          cursor.at(2).type == Token::Type::name && cursor.at(3).is(",");
    if (!in_deps || !is_tuple) {
      cursor.advance();
      continue;
    }
    TokenCursor behind = cursor;
    behind.skip_group();
    const Token name = cursor.at(2);
    cursor.advance(4);
    const std::string version(cursor.at().is_text() ? cursor.at().value : std::string_view{});
    const Scope scope = scope_in_tuple(cursor, behind.position());
    add(reading, {.name = std::string(name.value), .version = version, .scope = scope, .mark = name.mark});
    cursor.move_to(behind.position());
  }
  return reading;
}

}  // namespace readiness::facts::manifest
