// SPDX-License-Identifier: Apache-2.0
// Tokens: names, string literals with their escapes, integers, numbers, comparison symbols.
#include "document/jsonpath_text.h"

#include <charconv>

#include "document/code_points.h"

namespace readiness::document::jsonpath {
namespace {

constexpr std::int64_t kLargestExact = (std::int64_t{1} << 53) - 1;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_high_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDBFF; }
bool is_low_surrogate(char32_t c) { return c >= 0xDC00 && c <= 0xDFFF; }

}  // namespace

void QueryText::fail_at(std::size_t offset, std::string message) const {
  throw Mistake{offset, std::move(message)};
}

void QueryText::skip_blanks() { at_ = std::min(text_.find_first_not_of(" \t\n\r", at_), text_.size()); }

bool QueryText::take(char c) {
  if (at_end() || text_[at_] != c) return false;
  ++at_;
  return true;
}

bool QueryText::take(std::string_view symbol) {
  if (!text_.substr(at_).starts_with(symbol)) return false;
  at_ += symbol.size();
  return true;
}

void QueryText::expect(char c, std::string_view otherwise) {
  if (!take(c)) fail(std::string(otherwise));
}

bool QueryText::at_name_byte(bool is_first) const {
  const char c = peek();
  return is_lower(c) || is_upper(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80 ||
         (!is_first && is_digit(c));
}

std::string QueryText::shorthand_name() {
  const std::size_t begin = at_;
  if (!at_name_byte(true)) fail("expected a name, '*' or (after '..') '[' here");
  while (at_name_byte(false)) ++at_;
  return std::string(text_.substr(begin, at_ - begin));
}

std::string QueryText::function_name() {
  const std::size_t begin = at_;
  if (is_lower(peek()))
    while (is_lower(peek()) || is_digit(peek()) || peek() == '_') ++at_;
  return std::string(text_.substr(begin, at_ - begin));
}

std::string QueryText::string_literal() {
  const char quote = text_[at_];
  const std::size_t begin = at_++;
  std::string out;
  while (!take(quote)) {
    if (at_end()) fail_at(begin, "the string is never closed");
    const char c = text_[at_];
    if (static_cast<unsigned char>(c) < 0x20) fail("a control character must be written as \\uXXXX");
    ++at_;
    if (c == '\\')
      append_utf8(out, escaped(quote));
    else
      out += c;
  }
  return out;
}

char32_t QueryText::escaped(char quote) {
  constexpr std::string_view kLetters = "bfnrt/\\";
  constexpr std::string_view kMeanings = "\b\f\n\r\t/\\";
  const char c = peek();
  if (c == 'u') {
    const std::size_t begin = at_ - 1;
    ++at_;
    const char32_t first = hexadecimal();
    if (is_low_surrogate(first)) fail_at(begin, "a low surrogate without its high one");
    if (!is_high_surrogate(first)) return first;
    if (!take("\\u")) fail_at(begin, "a high surrogate without its low one");
    const char32_t second = hexadecimal();
    if (!is_low_surrogate(second)) fail_at(begin, "a high surrogate without its low one");
    return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
  }
  const std::size_t letter = at_end() ? std::string_view::npos : kLetters.find(c);
  if (c != quote && letter == std::string_view::npos) fail("no such escape in a string");
  ++at_;
  return static_cast<unsigned char>(c == quote ? c : kMeanings[letter]);
}

char32_t QueryText::hexadecimal() {
  const std::string_view digits = text_.substr(std::min(at_, text_.size()), 4);
  unsigned value = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (digits.size() != 4 || problem != std::errc{} || end != digits.data() + 4)
    fail("expected four hexadecimal digits here");
  at_ += 4;
  return value;
}

bool QueryText::at_integer() const { return peek() == '-' || is_digit(peek()); }

std::size_t QueryText::digits() {
  const std::size_t begin = at_;
  while (is_digit(peek())) ++at_;
  return at_ - begin;
}

std::int64_t QueryText::integer() {
  const std::size_t begin = at_;
  const bool is_negative = take('-');
  const std::size_t first = at_;
  if (digits() == 0) fail_at(begin, "expected a name in quotes, '*', '?', an index or a slice here");
  const std::string_view written = text_.substr(first, at_ - first);
  const bool leads_with_zero = written[0] == '0' && (written.size() > 1 || is_negative);
  if (leads_with_zero) fail_at(begin, "an index has no leading zero and is never -0");
  std::int64_t value = 0;
  const auto problem = std::from_chars(written.data(), written.data() + written.size(), value).ec;
  if (problem != std::errc{} || value > kLargestExact) fail_at(begin, "the index is beyond 2^53 - 1");
  return is_negative ? -value : value;
}

std::string QueryText::number() {
  const std::size_t begin = at_;
  take('-');
  const std::size_t first = at_;
  const std::size_t whole = digits();
  if (whole == 0 || (whole > 1 && text_[first] == '0')) fail_at(begin, "no number is written so");
  if (take('.') && digits() == 0) fail_at(begin, "no number is written so");
  if (take('e') || take('E')) {
    if (!take('+')) take('-');
    if (digits() == 0) fail_at(begin, "no number is written so");
  }
  return std::string(text_.substr(begin, at_ - begin));
}

std::optional<Comparison> QueryText::comparison() {
  struct Row {
    std::string_view symbol;
    Comparison comparison;
  };
  constexpr std::array kSymbols{Row{"==", Comparison::equal},         Row{"!=", Comparison::not_equal},
                                Row{"<=", Comparison::less_or_equal}, Row{">=", Comparison::greater_or_equal},
                                Row{"<", Comparison::less},           Row{">", Comparison::greater}};
  for (const Row& row : kSymbols)
    if (take(row.symbol)) return row.comparison;
  return std::nullopt;
}

}  // namespace readiness::document::jsonpath
