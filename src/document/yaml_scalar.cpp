// SPDX-License-Identifier: Apache-2.0
// The expressions of the core schema, read by hand: they run for every plain scalar of every file.
#include "document/yaml_scalar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace readiness::document {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_sign(char c) { return c == '+' || c == '-'; }

template <std::size_t N>
bool one_of(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool is_null(std::string_view text) {
  constexpr std::array<std::string_view, 5> kWords{"", "~", "null", "Null", "NULL"};
  return one_of(text, kWords);
}

std::size_t digits_at(std::string_view text, std::size_t from) {
  std::size_t end = from;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - from;
}

enum class Spelling { none, integer, real };

// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?   and the same without '.' and exponent
Spelling decimal_spelling(std::string_view text) {
  std::size_t at = !text.empty() && is_sign(text[0]) ? 1 : 0;
  const std::size_t whole = digits_at(text, at);
  at += whole;
  if (whole > 0 && at == text.size()) return Spelling::integer;
  std::size_t fraction = 0;
  if (at < text.size() && text[at] == '.') {
    fraction = digits_at(text, at + 1);
    at += 1 + fraction;
  }
  if (whole + fraction == 0) return Spelling::none;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && is_sign(text[at])) ++at;
    const std::size_t exponent = digits_at(text, at);
    if (exponent == 0) return Spelling::none;
    at += exponent;
  }
  return at == text.size() ? Spelling::real : Spelling::none;
}

double real_value(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc::result_out_of_range) return value;
  const std::size_t exponent = text.find_first_of("eE");
  const bool is_tiny = exponent != std::string_view::npos && text.substr(exponent + 1).starts_with('-');
  const double size = is_tiny ? 0 : std::numeric_limits<double>::infinity();
  return text.starts_with('-') ? -size : size;
}

Node number(Type type, std::int64_t integer, double real, std::string text) {
  return {.type = type, .integer = integer, .real = real, .text = std::move(text)};
}

// "0o17" and "0x1F"; YAML 1.2 knows no binary and no sign here.
Node based_number(std::string text) {
  const int base = text[1] == 'x' ? 16 : 8;
  const char* const begin = text.data() + 2;
  const char* const end = text.data() + text.size();
  std::uint64_t value = 0;
  const auto [stop, problem] = std::from_chars(begin, end, value, base);
  const bool is_number = stop == end && begin != end && problem != std::errc::invalid_argument;
  if (!is_number) return {.type = Type::string, .text = std::move(text)};
  const bool fits = problem == std::errc{} && value <= static_cast<std::uint64_t>(INT64_MAX);
  if (fits) return number(Type::integer, static_cast<std::int64_t>(value), 0, std::move(text));
  const double size =
      problem == std::errc{} ? static_cast<double>(value) : std::numeric_limits<double>::infinity();
  return number(Type::real, 0, size, std::move(text));
}

Node special_real(std::string text) {
  constexpr std::array<std::string_view, 3> kInfinities{".inf", ".Inf", ".INF"};
  constexpr std::array<std::string_view, 3> kNots{".nan", ".NaN", ".NAN"};
  std::string_view rest = text;
  const bool is_negative = rest.starts_with('-');
  if (is_sign(rest[0])) rest.remove_prefix(1);
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  if (one_of(rest, kInfinities))
    return number(Type::real, 0, is_negative ? -kInfinity : kInfinity, std::move(text));
  if (rest.size() == text.size() && one_of(rest, kNots))
    return number(Type::real, 0, std::numeric_limits<double>::quiet_NaN(), std::move(text));
  return {.type = Type::string, .text = std::move(text)};
}

}  // namespace

Node decimal_number(std::string text) {
  const Spelling spelling = decimal_spelling(text);
  if (spelling == Spelling::none) return {.type = Type::string, .text = std::move(text)};
  std::int64_t integer = 0;
  const char* const begin = text.data() + (text[0] == '+' ? 1 : 0);
  const bool fits = spelling == Spelling::integer &&
                    std::from_chars(begin, text.data() + text.size(), integer).ec == std::errc{};
  const double real = fits ? 0 : real_value(text);
  return number(fits ? Type::integer : Type::real, integer, real, std::move(text));
}

Node core_schema_scalar(std::string text) {
  constexpr std::array<std::string_view, 3> kTrue{"true", "True", "TRUE"};
  constexpr std::array<std::string_view, 3> kFalse{"false", "False", "FALSE"};
  if (is_null(text)) return {.text = std::move(text)};
  if (one_of(text, kTrue)) return {.type = Type::boolean, .boolean = true, .text = std::move(text)};
  if (one_of(text, kFalse)) return {.type = Type::boolean, .text = std::move(text)};
  if (text.starts_with("0x") || text.starts_with("0o")) return based_number(std::move(text));
  const bool may_be_number = is_digit(text[0]) || is_sign(text[0]) || text[0] == '.';
  if (!may_be_number) return {.type = Type::string, .text = std::move(text)};
  Node found = decimal_number(std::move(text));
  return found.is(Type::string) ? special_real(std::move(found.text)) : found;
}

Node tagged_scalar(std::string_view tag, std::string text) {
  constexpr std::string_view kCore = "tag:yaml.org,2002:";
  constexpr std::array<std::string_view, 4> kTyped{"null", "bool", "int", "float"};
  const bool is_core = tag.starts_with(kCore) && one_of(tag.substr(kCore.size()), kTyped);
  if (!is_core) return {.type = Type::string, .text = std::move(text)};
  Node found = core_schema_scalar(std::move(text));
  const bool widens = tag.ends_with(":float") && found.is(Type::integer);
  return widens ? number(Type::real, 0, static_cast<double>(found.integer), std::move(found.text)) : found;
}

}  // namespace readiness::document
