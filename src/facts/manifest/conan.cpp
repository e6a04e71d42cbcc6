// SPDX-License-Identifier: Apache-2.0
// Conan: conanfile.txt's sections, conanfile.py's attributes and calls.
#include "base/text.h"
#include "facts/manifest/ecosystems.h"
#include "facts/manifest/reading.h"
#include "facts/manifest/tokens.h"

namespace readiness::facts::manifest {
namespace {

// "name/version@user/channel#revision"
void add_reference(Reading& reading, std::string_view reference, Scope scope, base::Mark mark) {
  const std::size_t slash = reference.find('/');
  if (slash == std::string_view::npos) return;
  const std::string_view version = reference.substr(slash + 1);
  add(reading, {.name = std::string(reference.substr(0, slash)),
                .version = std::string(version.substr(0, version.find_first_of("@#"))),
                .scope = scope,
                .mark = mark});
}

bool is_development(std::string_view word) {
  return word == "build_requires" || word == "tool_requires" || word == "test_requires";
}

}  // namespace

Reading parse_conanfile_txt(const Input& input) {
  Reading reading;
  std::string section;
  each_line(input.text, [&](std::string_view line, std::uint32_t number) {
    const std::string_view text = base::trimmed(line.substr(0, line.find(" #")));
    if (text.empty() || text.front() == '#') return true;
    if (text.front() == '[')
      return section =
                 text.substr(1, text.find(']') == std::string_view::npos ? text.size() : text.find(']') - 1),
             true;
    if (section == "requires" || is_development(section))
      add_reference(reading, text, is_development(section) ? Scope::development : Scope::runtime,
                    mark_in(line, number, text));
    return true;
  });
  return reading;
}

// requires = "a/1", "b/2"; self.requires("a/1"); tool_requires and test_requires the same way.
Reading parse_conanfile_py(const Input& input) {
  Reading reading;
  const std::vector<Token> tokens = tokenize(
      input.text, {.hash_comments = true, .slash_comments = false, .triple_quotes = true, .name_bytes = {}});
  for (TokenCursor cursor(tokens); !cursor.done();) {
    const std::string_view word = cursor.at().value;
    const bool is_word =
        cursor.at().type == Token::Type::name && (word == "requires" || is_development(word));
    cursor.advance();
    if (!is_word || !(cursor.at().is("=") || cursor.at().is("("))) continue;
    const Scope scope = is_development(word) ? Scope::development : Scope::runtime;
    cursor.advance();
    while (cursor.at().is("[") || cursor.at().is("(")) cursor.advance();
    for (; cursor.at().is_text() || cursor.at().is(","); cursor.advance())
      if (cursor.at().is_text()) add_reference(reading, cursor.at().value, scope, cursor.at().mark);
  }
  return reading;
}

}  // namespace readiness::facts::manifest
