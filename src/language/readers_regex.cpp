// SPDX-License-Identifier: Apache-2.0
// Regex literals and the quote-like operators of Ruby, Perl and Elixir: told from division by what stands
// before.
#include <algorithm>
#include <array>

#include "language/placement.h"
#include "language/readers.h"

namespace readiness::language {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool is_one_of(std::string_view word, std::string_view list) {
  for (std::size_t at = list.find(word); at != kNone && !word.empty(); at = list.find(word, at + 1)) {
    const bool begins = at == 0 || list[at - 1] == ' ';
    if (begins && (at + word.size() == list.size() || list[at + word.size()] == ' ')) return true;
  }
  return false;
}

// The end of a regex literal that must close in its line, flags included.
std::size_t regex_end(const Lexer& lexer, std::size_t at) {
  const std::string_view text = lexer.text();
  bool in_class = false;
  for (std::size_t i = at + 1; i < text.size() && text[i] != '\n' && text[i] != '\r'; ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '[') {
      in_class = true;
    } else if (text[i] == ']') {
      in_class = false;
    } else if (text[i] == '/' && !in_class) {
      for (++i; i < text.size() && is_letter(text[i]);) ++i;
      return i;
    }
  }
  return 0;
}

// Ruby ends a regex at the first bare slash, in a class too.
std::size_t ruby_regex_end(std::string_view text, std::size_t limit, std::size_t at) {
  for (; at < limit; ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '/') {
      for (++at; at < text.size() && is_letter(text[at]);) ++at;
      return at;
    }
  }
  return 0;
}

// A regex of several lines: only with the flag `x`, and not a page long.
std::size_t commented_regex_end(Lexer& lexer, std::size_t at) {
  constexpr std::size_t kLongest = 4096;
  if (!lexer.may_look_ahead()) return 0;
  const std::string_view text = lexer.text();
  const std::size_t end = ruby_regex_end(text, std::min(text.size(), at + kLongest), at + 1);
  std::size_t flags = end;
  while (flags > 0 && is_letter(text[flags - 1])) --flags;
  if (end != 0 && text.substr(flags, end - flags).find('x') != kNone) return end;
  return lexer.missed(), 0;
}

bool operand_may_begin(const Lexer& lexer, std::size_t at, std::string_view operators,
                       std::string_view words) {
  bool is_string = false;
  const std::size_t end = lexer.significant_before(at, is_string);
  if (is_string) return false;
  if (end == lexer.begin()) return true;
  const std::string_view text = lexer.text();
  const char before = text[end - 1];
  if (is_word(before)) return is_one_of(word_before(text, end), words);
  if (before == '>') return end >= 2 && text[end - 2] == '=';  // `=> /x/`, but not `</p>/`
  if ((before == '+' || before == '-') && end >= 2 && text[end - 2] == before) return false;  // i++ / 2
  return operators.find(before) != kNone;
}

char partner_of(char open) {
  switch (open) {
    case '(':
      return ')';
    case '[':
      return ']';
    case '{':
      return '}';
    case '<':
      return '>';
    default:
      return open;
  }
}

// Behind the delimiter that closes the one at `open`, nesting counted; 0 when nothing closes it.
std::size_t delimited_end(Lexer& lexer, std::size_t open) {
  if (!lexer.may_look_ahead()) return 0;
  const std::string_view text = lexer.text();
  const char begin = text[open];
  const char close = partner_of(begin);
  std::size_t depth = 1;
  for (std::size_t i = open + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == close) {
      if (--depth == 0) return i + 1;
    } else if (text[i] == begin) {
      ++depth;
    }
  }
  return lexer.missed(), 0;
}

Token string_to(std::size_t end) { return end == 0 ? Token{} : Token{end, base::Region::string}; }

}  // namespace

Token regex_javascript(Lexer& lexer, std::size_t at) {
  const std::string_view text = lexer.text();
  const char next = at + 1 < text.size() ? text[at + 1] : '\0';
  if (next == '/' || next == '*') return {};
  constexpr std::string_view kWords =
      "return typeof case in of delete void throw new else do await yield instanceof";
  if (!operand_may_begin(lexer, at, "=(,:[!&|?{;+-*%~^", kWords)) return {};
  return string_to(regex_end(lexer, at));
}

Token regex_ruby(Lexer& lexer, std::size_t at) {
  constexpr std::string_view kWords =
      "if elsif unless while until when and or not return in then else do split x";
  const std::string_view text = lexer.text();
  if (lexer.at_line_start(at) || operand_may_begin(lexer, at, "=(,:[!&|?{;+-*%~^", kWords)) {
    const std::size_t end = ruby_regex_end(text, lexer.line_end(at), at + 1);
    return string_to(end != 0 ? end : commented_regex_end(lexer, at));
  }
  if (at == lexer.begin() || !is_blank(text[at - 1]) || at + 1 >= text.size()) return {};
  bool is_string = false;  // `puts /x/`, but not `a / b`
  const std::size_t end = lexer.significant_before(at, is_string);
  const bool begins = !is_string && end > lexer.begin() && is_letter(text[end - 1]) &&
                      !is_space(text[at + 1]) && text[at + 1] != '=';
  return begins ? string_to(ruby_regex_end(text, lexer.line_end(at), at + 1)) : Token{};
}

Token percent_ruby(Lexer& lexer, std::size_t at) {
  const std::string_view text = lexer.text();
  if (at > lexer.begin() && (is_word(text[at - 1]) || text[at - 1] == ')')) return {};
  std::size_t open = at + 1;
  const bool has_kind = open < text.size() && std::string_view("qQwWiIrsx").find(text[open]) != kNone;
  if (has_kind) ++open;
  if (open >= text.size()) return {};
  if (has_kind ? is_word(text[open]) || is_space(text[open]) || text[open] == ','
               : std::string_view("([{").find(text[open]) == kNone)
    return {};
  return string_to(delimited_end(lexer, open));
}

Token quote_perl(Lexer& lexer, std::size_t at) {
  const std::string_view text = lexer.text();
  const std::string_view op = word_before(text, at);
  if (!is_one_of(op, "q qq qw qr qx m s tr y")) {
    return text[at] == '/' ? regex_ruby(lexer, at) : Token{};
  }
  const std::size_t begin = at - op.size();
  const char before = begin > lexer.begin() ? text[begin - 1] : '\n';
  if (std::string_view("$@%&>*{").find(before) != kNone &&
      !(before == '>' && begin >= 2 && text[begin - 2] == '='))
    return {};
  if (text[at] == '=' || text[at] == ',' || (text[at] == '}' && before == '{')) return {};
  std::size_t end = delimited_end(lexer, at);
  if (end == 0 || (op != "s" && op != "tr" && op != "y")) return string_to(end);
  if (partner_of(text[at]) == text[at]) return string_to(delimited_end(lexer, end - 1));
  std::size_t second = end;
  while (second < text.size() && is_space(text[second])) ++second;
  const std::size_t second_end = second < text.size() ? delimited_end(lexer, second) : 0;
  return string_to(second_end != 0 ? second_end : end);
}

Token sigil_elixir(Lexer& lexer, std::size_t at) {
  const std::string_view text = lexer.text();
  std::size_t open = at + 1;
  while (open < text.size() && open - at < 8 && is_letter(text[open])) ++open;
  if (open == at + 1 || open >= text.size()) return {};
  if (text.substr(open, 3) == "\"\"\"" || text.substr(open, 3) == "'''") {
    const std::size_t found = text.find(text.substr(open, 3), open + 3);
    return found == kNone ? Token{} : Token{found + 3, base::Region::string};
  }
  if (std::string_view("/|\"'([{<").find(text[open]) == kNone) return {};
  return string_to(delimited_end(lexer, open));
}

}  // namespace readiness::language
