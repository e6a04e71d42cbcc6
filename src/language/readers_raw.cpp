// SPDX-License-Identifier: Apache-2.0
// Raw strings and long brackets: a delimiter that the author chose, then everything up to its mirror.
#include <algorithm>
#include <string>

#include "language/placement.h"
#include "language/readers.h"

namespace readiness::language {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestDelimiter = 64;

std::size_t run_of(std::string_view text, std::size_t at, char c) {
  std::size_t end = at;
  while (end < text.size() && text[end] == c && end - at < kLongestDelimiter) ++end;
  return end - at;
}

std::size_t run_before(std::string_view text, std::size_t begin, std::size_t at, char c) {
  std::size_t length = 0;
  while (at - length > begin && text[at - length - 1] == c && length < kLongestDelimiter) ++length;
  return length;
}

// Everything from `body` up to and with `close`; without it nothing, and the lexer goes on by its rows.
Token up_to(Lexer& lexer, std::size_t body, std::string_view close,
            base::Region region = base::Region::string) {
  if (!lexer.may_look_ahead()) return {};
  const std::size_t found = body <= lexer.text().size() ? lexer.text().find(close, body) : kNone;
  if (found == kNone) return lexer.missed(), Token{};
  return {found + close.size(), region};
}

Token bracketed(Lexer& lexer, std::size_t at, base::Region region) {
  const std::size_t level = run_of(lexer.text(), at + 1, '=');
  const std::string_view text = lexer.text();
  if (at >= text.size() || text[at] != '[' || at + 1 + level >= text.size() || text[at + 1 + level] != '[')
    return {};
  return up_to(lexer, at + 2 + level, "]" + std::string(level, '=') + "]", region);
}

// `(`, `[` or `{` behind the delimiter of an R raw string, and its partner.
char partner_of(char open) { return open == '(' ? ')' : open == '[' ? ']' : open == '{' ? '}' : '\0'; }

}  // namespace

Token raw_cpp(Lexer& lexer, std::size_t at) {
  const std::string_view text = lexer.text();
  if (at == lexer.begin() || text[at - 1] != 'R') return {};
  const std::string_view prefix = word_before(text, at);
  if (prefix != "R" && prefix != "LR" && prefix != "uR" && prefix != "UR" && prefix != "u8R") return {};
  const std::size_t open = text.substr(0, std::min(text.size(), at + 18)).find('(', at + 1);
  if (open == kNone) return {};
  const std::string_view delimiter = text.substr(at + 1, open - at - 1);
  if (delimiter.find_first_of(" )\\\t\n\"") != kNone) return {};
  return up_to(lexer, open + 1, ")" + std::string(delimiter) + "\"");
}

Token raw_hashes(Lexer& lexer, std::size_t at) {
  const std::string_view text = lexer.text();
  const std::size_t hashes = run_before(text, lexer.begin(), at, '#');
  const std::string_view word = word_before(text, at - hashes);
  const bool is_rust = word == "r" || word == "br" || word == "cr";
  if (hashes == 0 && !is_rust) return {};
  if (hashes > 0 && !is_rust && !word.empty()) return {};
  const std::size_t quotes = is_rust || run_of(text, at, '"') < 3 ? 1 : 3;
  return up_to(lexer, at + quotes, std::string(quotes, '"') + std::string(hashes, '#'));
}

Token raw_r(Lexer& lexer, std::size_t at) {
  const std::string_view text = lexer.text();
  const std::string_view prefix = word_before(text, at);
  if (prefix != "r" && prefix != "R") return {};
  const std::size_t dashes = run_of(text, at + 1, '-');
  const char close = at + 1 + dashes < text.size() ? partner_of(text[at + 1 + dashes]) : '\0';
  if (close == '\0') return {};
  return up_to(lexer, at + 2 + dashes, close + std::string(dashes, '-') + text[at]);
}

Token raw_nix(Lexer& lexer, std::size_t at) {
  const std::string_view text = lexer.text();
  if (text.substr(at, 2) != "''" || !lexer.may_look_ahead()) return {};
  for (std::size_t end = text.find("''", at + 2); end != kNone; end = text.find("''", end + 3)) {
    const char next = end + 2 < text.size() ? text[end + 2] : '\0';
    if (next != '$' && next != '\'' && next != '\\') return {end + 2, base::Region::string};
  }
  return lexer.missed(), Token{};
}

Token raw_csharp(Lexer& lexer, std::size_t at) {
  const std::size_t quotes = run_of(lexer.text(), at, '"');
  return quotes < 3 ? Token{} : up_to(lexer, at + quotes, std::string(quotes, '"'));
}

// Only where the string would else be cut at the line's end: that is an error everywhere but between tags.
Token jsx_attribute(Lexer& lexer, std::size_t at) {
  const std::string_view text = lexer.text();
  if (at == lexer.begin() || text[at - 1] != '=' || !lexer.may_look_ahead()) return {};
  const std::size_t stop = text.find_first_of("\"\n", at + 1);
  if (stop == kNone || text[stop] == '"') return {};
  return up_to(lexer, at + 1, "\"");
}

Token quoted_ocaml(Lexer& lexer, std::size_t at) {
  const std::string_view text = lexer.text();
  std::size_t bar = at + 1;
  while (bar < text.size() && bar - at < kLongestDelimiter &&
         ((text[bar] >= 'a' && text[bar] <= 'z') || text[bar] == '_'))
    ++bar;
  if (bar >= text.size() || text[bar] != '|') return {};
  return up_to(lexer, bar + 1, "|" + std::string(text.substr(at + 1, bar - at - 1)) + "}");
}

Token long_bracket(Lexer& lexer, std::size_t at) { return bracketed(lexer, at, base::Region::string); }

Token long_bracket_comment(Lexer& lexer, std::size_t at) {
  const std::size_t marker = lexer.text().substr(at, 2) == "--" ? 2 : lexer.text()[at] == '#' ? 1 : 0;
  return marker == 0 ? Token{} : bracketed(lexer, at + marker, base::Region::comment);
}

Token ansi_shell(Lexer& lexer, std::size_t at) {
  const std::string_view text = lexer.text();
  if (at == lexer.begin() || text[at - 1] != '$' || !lexer.may_look_ahead()) return {};
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\'') return {i + 1, base::Region::string};
    if (text[i] == '\\') ++i;
  }
  return lexer.missed(), Token{};
}

}  // namespace readiness::language
