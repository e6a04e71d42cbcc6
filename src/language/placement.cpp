// SPDX-License-Identifier: Apache-2.0
// Looks back over the blanks or the word before a marker; each look is bounded or covers bytes once only.
#include "language/placement.h"

#include <algorithm>
#include <array>

namespace readiness::language {
namespace {

constexpr std::string_view kOperators = "!#$%&*+./<=>?@\\^|~:";
constexpr std::size_t kLongestWord = 64;

bool follows_scheme(const Lexer& lexer, std::size_t at) {
  const std::string_view text = lexer.text();
  if (at < lexer.begin() + 2 || text[at - 1] != ':' || !is_letter(text[at - 2])) return false;
  return at + 2 < text.size() && !is_space(text[at + 2]);
}

bool is_in_url(const Lexer& lexer, std::size_t at) {
  const std::string_view text = lexer.text();
  return follows_scheme(lexer, at) || (at >= 4 && text.substr(at - 4, 4) == "url(");
}

bool is_operator(const Lexer& lexer, const Comment& row, std::size_t at) {
  const std::string_view text = lexer.text();
  std::size_t end = at + row.open.size();
  while (end < text.size() && text[end] == row.open.back()) ++end;
  const bool before = at > lexer.begin() && kOperators.find(text[at - 1]) != std::string_view::npos;
  return before || (end < text.size() && kOperators.find(text[end]) != std::string_view::npos);
}

bool begins_statement(const Lexer& lexer, const Comment& row, std::size_t at) {
  const std::string_view text = lexer.text();
  const std::size_t end = at + row.open.size();
  if (end < text.size() && !is_space(text[end])) return false;
  std::size_t before = at;
  while (before > lexer.begin() && is_blank(text[before - 1])) --before;
  if (before == lexer.begin()) return true;
  return std::string_view("@&(:\n\r").find(text[before - 1]) != std::string_view::npos;
}

bool follows_command(const Lexer& lexer, std::size_t at) {
  while (at > lexer.begin() && is_blank(lexer.text()[at - 1])) --at;
  return at == lexer.begin() || lexer.text()[at - 1] == ';' || lexer.text()[at - 1] == lexer.line_break();
}

// A quote directly behind a word is an apostrophe, unless the word is one that an operand follows.
bool is_apostrophe(const Lexer& lexer, std::size_t at) {
  if (at == lexer.begin() || !is_word(lexer.text()[at - 1])) return false;
  constexpr std::array<std::string_view, 18> kBeforeOperand{
      "return", "case",   "typeof", "in",   "of",     "else",  "await", "default", "throw",
      "void",   "delete", "import", "from", "export", "yield", "as",    "extends", "do"};
  return std::find(kBeforeOperand.begin(), kBeforeOperand.end(), word_before(lexer.text(), at)) ==
         kBeforeOperand.end();
}

bool begins_value(const Lexer& lexer, std::size_t at) {
  const std::string_view text = lexer.text();
  std::size_t before = at;
  while (before > lexer.begin() && is_blank(text[before - 1])) --before;
  if (before == lexer.begin()) return true;
  const char c = text[before - 1];
  if (std::string_view(":-[{,?=(\n\r").find(c) != std::string_view::npos) return true;
  return before < at;  // behind a tag or a word of a command
}

}  // namespace

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || (static_cast<unsigned char>(c) & 0x80U) != 0;
}
bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_space(char c) { return is_blank(c) || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }

std::string_view word_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < kLongestWord && is_word(text[begin - 1])) --begin;
  return text.substr(begin, end - begin);
}

bool is_placed(const Comment& row, const Lexer& lexer, std::size_t at) {
  const std::string_view text = lexer.text();
  const char before = at > lexer.begin() ? text[at - 1] : '\n';
  switch (row.place) {
    case Place::anywhere:
      return true;
    case Place::after_space:
      return is_space(before) || std::string_view(";()|&").find(before) != std::string_view::npos;
    case Place::line_start:
      return lexer.at_line_start(at);
    case Place::command:
      return follows_command(lexer, at);
    case Place::first_column:
      return before == lexer.line_break();
    case Place::not_in_url:
      return !is_in_url(lexer, at);
    case Place::no_operator:
      return !is_operator(lexer, row, at);
    case Place::statement:
      return begins_statement(lexer, row, at);
  }
  return false;
}

bool may_start(const String& row, const Lexer& lexer, std::size_t at) {
  if (!row.prefix.empty() && !lexer.has_prefix(at, row.prefix)) return false;
  switch (row.start) {
    case Start::anywhere:
      return true;
    case Start::not_after_word:
      return !is_apostrophe(lexer, at);
    case Start::value:
      return begins_value(lexer, at);
  }
  return false;
}

bool Lexer::at_line_start(std::size_t at) const {
  while (at > from_ && is_blank(text_[at - 1])) --at;
  return at == from_ || text_[at - 1] == line_break_;
}

bool Lexer::has_prefix(std::size_t quote, std::string_view letters) const {
  if (quote == from_) return false;
  if (letters == "*") return is_word(text_[quote - 1]);
  constexpr std::string_view kPrefixes = "rRbBuUfFtT@";
  constexpr std::size_t kLongest = 2;
  std::size_t at = quote;
  bool found = false;
  for (; at > from_ && quote - at < kLongest && kPrefixes.find(text_[at - 1]) != std::string_view::npos; --at)
    found = found || letters.find(text_[at - 1]) != std::string_view::npos;
  return found && (at == from_ || !is_word(text_[at - 1]));
}

std::size_t Lexer::significant_before(std::size_t at, bool& is_string) const {
  const auto& stretches = out_.stretches;
  std::size_t k = stretches.size();
  is_string = false;
  while (true) {
    while (at > from_ && is_space(text_[at - 1])) --at;
    if (at <= from_) return from_;
    while (k > 0 && (k == 1 ? 0 : stretches[k - 2].end) >= at) --k;
    if (k == 0 || at > stretches[k - 1].end || stretches[k - 1].region == base::Region::code) return at;
    is_string = stretches[k - 1].region == base::Region::string;
    if (is_string) return at;
    at = k == 1 ? 0 : stretches[k - 2].end;
  }
}

}  // namespace readiness::language
