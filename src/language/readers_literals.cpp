// SPDX-License-Identifier: Apache-2.0
// Characters, marks that look like quotes, and literals of one line.
#include <algorithm>

#include "language/placement.h"
#include "language/readers.h"

namespace readiness::language {
namespace {

constexpr std::size_t kLongestCharacter = 12;  // '\u{10FFFF}'

std::size_t utf8_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

char byte_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

}  // namespace

Token digit_separator(Lexer& lexer, std::size_t at) {
  const std::string_view text = lexer.text();
  if (at == lexer.begin() || !is_word(text[at - 1]) || !is_word(byte_at(text, at + 1))) return {};
  std::size_t begin = at;  // 0xFF'FF, 1'000: the word in front, separators included, begins with a digit
  while (begin > lexer.begin() && at - begin < 64 && (is_word(text[begin - 1]) || text[begin - 1] == '\''))
    --begin;
  if (text.substr(begin, at - begin) == "u8" || !is_digit(text[begin])) return {};
  return {at + 1};
}

Token character_or_mark(Lexer& lexer, std::size_t at) {
  const std::string_view text = lexer.text();
  const bool behind_name = at > lexer.begin() && is_word(text[at - 1]);
  const bool is_byte = behind_name && text[at - 1] == 'b' && word_before(text, at).size() == 1;
  if (behind_name && !is_byte) return {at + 1};
  if (byte_at(text, at + 1) == '\\') {
    const std::size_t end = text.substr(0, std::min(text.size(), at + kLongestCharacter)).find('\'', at + 3);
    if (end != std::string_view::npos) return {end + 1, base::Region::string};
    return {at + 1};
  }
  const std::size_t end = at + 1 + utf8_length(byte_at(text, at + 1));
  if (byte_at(text, at + 1) != '\n' && byte_at(text, end) == '\'') return {end + 1, base::Region::string};
  return {at + 1};
}

Token transpose_mark(Lexer& lexer, std::size_t at) {
  if (at == lexer.begin()) return {};
  const char before = lexer.text()[at - 1];
  if (is_word(before) || std::string_view(")]}'.").find(before) != std::string_view::npos) return {at + 1};
  return {};
}

Token question_character(Lexer& lexer, std::size_t at) {
  const std::string_view text = lexer.text();
  const char quoted = byte_at(text, at + 1);
  const bool behind_operand = at > lexer.begin() && (is_word(text[at - 1]) || text[at - 1] == ')');
  if (behind_operand || std::string_view("\"'`#;").find(quoted) == std::string_view::npos || quoted == '\0')
    return {};
  return is_word(byte_at(text, at + 2)) ? Token{} : Token{at + 2};
}

Token dollar_character(Lexer& lexer, std::size_t at) {
  const char quoted = byte_at(lexer.text(), at + 1);
  if (quoted == '\\') return {at + 3};
  return std::string_view("\"'`#%/").find(quoted) != std::string_view::npos && quoted != '\0' ? Token{at + 2}
                                                                                              : Token{};
}

Token line_string(Lexer& lexer, std::size_t at) {
  if (byte_at(lexer.text(), at + 1) != '\\') return {};
  return {lexer.line_end(at), base::Region::string};
}

Token cobol_comment(Lexer& lexer, std::size_t at) {
  const std::string_view text = lexer.text();
  const bool is_seventh = at >= lexer.begin() + 6 &&
                          text.substr(at - 6, 6).find('\n') == std::string_view::npos &&
                          (at == lexer.begin() + 6 || text[at - 7] == '\n');
  if (!is_seventh && byte_at(text, at + 1) != '>') return {};
  return {lexer.line_end(at), base::Region::comment};
}

Token php_end(Lexer& lexer, std::size_t at) {
  return byte_at(lexer.text(), at + 1) == '>' ? Token{.end = at, .stop = true} : Token{};
}

}  // namespace readiness::language
