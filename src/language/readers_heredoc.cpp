// SPDX-License-Identifier: Apache-2.0
// Here-documents: the label is read where it stands, the body begins behind its line and ends at the label's
// own line.
#include <algorithm>

#include "language/placement.h"
#include "language/readers.h"

namespace readiness::language {
namespace {

struct Label {
  std::string_view text{};
  std::size_t end = 0;      ///< behind the label and its quotes
  bool indented = false;    ///< the closing label may be indented
  bool open_ended = false;  ///< something may follow the closing label (PHP)
};

// A bare word or one in quotes.
Label read_label(std::string_view text, std::size_t at, std::string_view also = {}) {
  const char quote =
      at < text.size() && (text[at] == '\'' || text[at] == '"' || text[at] == '`') ? text[at] : '\0';
  const bool escaped = at < text.size() && text[at] == '\\';
  const std::size_t begin = at + (quote != '\0' || escaped ? 1 : 0);
  std::size_t end = begin;
  const auto fits = [&](char c) {
    return is_word(c) || (quote != '\0' ? c != quote && c != '\n' : also.find(c) != std::string_view::npos);
  };
  while (end < text.size() && end - begin < 80 && fits(text[end])) ++end;
  if (end == begin || is_digit(text[begin]) || text[begin] == '-') return {};
  if (quote != '\0' && (end >= text.size() || text[end] != quote)) return {};
  return {.text = text.substr(begin, end - begin), .end = end + (quote != '\0' ? 1 : 0)};
}

// Where the closing label ends in `line`, or 0 when the line does not close the document.
std::size_t closed_at(std::string_view line, const Label& label) {
  const std::size_t begin = label.indented ? std::min(line.find_first_not_of(" \t"), line.size()) : 0;
  if (line.substr(begin, label.text.size()) != label.text) return 0;
  const std::size_t end = begin + label.text.size();
  const std::string_view rest = line.substr(end);
  const bool closes = label.open_ended ? rest.empty() || !is_word(rest[0])
                                       : rest.find_first_not_of('\r') == std::string_view::npos;
  return closes ? end : 0;
}

// Finds the closing line; the body ends with it.
Token with_body(Lexer& lexer, const Label& label) {
  if (label.text.empty() || !lexer.may_look_ahead()) return {};
  const std::string_view text = lexer.text();
  std::size_t line = std::max(lexer.line_end(label.end) + 1, lexer.body_end());
  for (; line < text.size(); line = lexer.line_end(line) + 1) {
    const std::size_t closed = closed_at(text.substr(line, lexer.line_end(line) - line), label);
    if (closed == 0) continue;
    lexer.expect_body(line + closed);
    return {label.end};
  }
  return lexer.missed(), Token{};
}

}  // namespace

Token heredoc_shell(Lexer& lexer, std::size_t at) {
  const std::string_view text = lexer.text();
  if (text.substr(at, 3) == "<<<") return {at + 3};
  if (text.substr(at, 2) != "<<") return {};
  std::size_t word = at + 2;
  const bool indented = word < text.size() && text[word] == '-';
  if (indented) ++word;
  while (word < text.size() && is_blank(text[word])) ++word;
  Label label = read_label(text, word, "-.");
  label.indented = indented;
  return with_body(lexer, label);
}

Token heredoc_ruby(Lexer& lexer, std::size_t at) {
  const std::string_view text = lexer.text();
  if (text.substr(at, 2) != "<<") return {};
  std::size_t word = at + 2;
  const bool indented = word < text.size() && (text[word] == '-' || text[word] == '~');
  if (indented) ++word;
  Label label = read_label(text, word);
  const bool bare = !label.text.empty() && text[word] == label.text[0];
  if (bare && !indented && !(label.text[0] >= 'A' && label.text[0] <= 'Z')) return {};  // `list <<item`
  label.indented = indented;
  return with_body(lexer, label);
}

Token heredoc_php(Lexer& lexer, std::size_t at) {
  const std::string_view text = lexer.text();
  if (text.substr(at, 3) != "<<<") return {};
  std::size_t word = at + 3;
  while (word < text.size() && is_blank(text[word])) ++word;
  Label label = read_label(text, word);
  label.indented = label.open_ended = true;
  return with_body(lexer, label);
}

}  // namespace readiness::language
