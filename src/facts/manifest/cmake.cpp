// SPDX-License-Identifier: Apache-2.0
// CMake: find_package, FetchContent, CPM and pkg-config modules.
#include "base/text.h"
#include "facts/manifest/ecosystems.h"
#include "facts/manifest/reading.h"
#include "facts/manifest/tokens.h"

namespace readiness::facts::manifest {
namespace {

constexpr Lexicon kCMake{
    .hash_comments = true, .slash_comments = false, .triple_quotes = false, .name_bytes = "-.+:/@>=<${}~"};

bool is_version(std::string_view text) { return !text.empty() && text.front() >= '0' && text.front() <= '9'; }

// The value behind a keyword inside the call that ends at `end`.
std::string_view value_of(const std::vector<Token>& tokens, std::size_t begin, std::size_t end,
                          std::string_view key) {
  for (std::size_t i = begin; i + 1 < end && i + 1 < tokens.size(); ++i)
    if (tokens[i].is_name(key)) return tokens[i + 1].value;
  return {};
}

// CPMAddPackage("gh:owner/name@1.2") or CPMAddPackage(NAME name VERSION 1.2)
Declared cpm_package(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
  const std::string_view first = tokens[begin].value;
  const std::size_t slash = first.rfind('/');
  if (const std::string_view name = value_of(tokens, begin, end, "NAME"); !name.empty())
    return {.name = std::string(name),
            .version = std::string(value_of(tokens, begin, end, "VERSION")),
            .mark = tokens[begin].mark};
  if (slash == std::string_view::npos) return {};
  const std::string_view rest = first.substr(slash + 1);
  const std::size_t at = rest.find_first_of("@#");
  return {.name = std::string(rest.substr(0, at)),
          .version = std::string(at == std::string_view::npos ? std::string_view{} : rest.substr(at + 1)),
          .mark = tokens[begin].mark};
}

// pkg_check_modules(PREFIX [REQUIRED] [QUIET] [IMPORTED_TARGET] [GLOBAL] module…)
void add_modules(Reading& reading, const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin + 1; i < end; ++i) {
    const std::string_view word = tokens[i].value;
    if (word == "REQUIRED" || word == "QUIET" || word == "IMPORTED_TARGET" || word == "GLOBAL" ||
        word.find('$') != std::string_view::npos)
      continue;
    const std::size_t sign = word.find_first_of("<>=");
    add(reading,
        {.name = std::string(word.substr(0, sign)),
         .version = std::string(sign == std::string_view::npos ? std::string_view{} : word.substr(sign)),
         .mark = tokens[i].mark});
  }
}

bool looks_into_its_group(std::string_view command) {
  return command == "fetchcontent_declare" || command == "cpmaddpackage" || command == "pkg_check_modules" ||
         command == "pkg_search_module";
}

void add_group(Reading& reading, std::string_view command, const std::vector<Token>& tokens,
               std::size_t begin, std::size_t end) {
  if (command == "fetchcontent_declare")
    add(reading, {.name = std::string(tokens[begin].value),
                  .version = std::string(value_of(tokens, begin, end, "GIT_TAG")),
                  .mark = tokens[begin].mark});
  else if (command == "cpmaddpackage")
    add(reading, cpm_package(tokens, begin, end));
  else
    add_modules(reading, tokens, begin, end);
}

}  // namespace

Reading parse_cmake(const Input& input) {
  Reading reading;
  const std::vector<Token> tokens = tokenize(input.text, kCMake);
  for (TokenCursor cursor(tokens); !cursor.done(); cursor.advance()) {
    if (cursor.at().type != Token::Type::name || !cursor.at(1).is("(")) continue;
    const std::string command = base::lower(cursor.at().value);
    const Token& first = cursor.at(2);
    if (first.value.empty() || first.value.find('$') != std::string_view::npos) continue;
    if (command == "find_package") {
      add(reading,
          {.name = std::string(first.value),
           .version = std::string(is_version(cursor.at(3).value) ? cursor.at(3).value : std::string_view{}),
           .mark = first.mark});
    } else if (looks_into_its_group(command)) {
      cursor.advance();
      const std::size_t begin = cursor.position() + 1;
      cursor.skip_group();  // what stands in the group is never looked at twice: it may open thousands more
      add_group(reading, command, tokens, begin, cursor.position() - 1);
      cursor.move_to(cursor.position() - 1);
    }
  }
  return reading;
}

}  // namespace readiness::facts::manifest
