// SPDX-License-Identifier: Apache-2.0
// Facts from pcre2pattern(3): without PCRE2_UCP \d, \w, \s and the POSIX names are ASCII; \h, \v, \R, \p are
// not.
#include "scan/regex_class.h"

#include <algorithm>
#include <array>
#include <optional>

namespace readiness::scan {
namespace {

ByteSet range(unsigned first, unsigned last) {
  ByteSet set;
  for (unsigned c = first; c <= last; ++c) set.set(c);
  return set;
}

ByteSet ascii_only(ByteSet set) { return set & range(0, 127); }

ByteSet digits() { return range('0', '9'); }
ByteSet letters() { return range('a', 'z') | range('A', 'Z'); }
ByteSet word() { return letters() | digits() | range('_', '_'); }
ByteSet space() { return range(9, 13) | range(' ', ' '); }

CharSet complement(const CharSet& set) { return {ascii_only(~set.ascii), true}; }

std::optional<CharSet> named_set(char letter) {
  switch (letter) {
    case 'd':
      return CharSet{digits(), false};
    case 'w':
      return CharSet{word(), false};
    case 's':
      return CharSet{space(), false};
    case 'h':
      return CharSet{range('\t', '\t') | range(' ', ' '), true};
    case 'v':
      return CharSet{range(10, 13), true};
    case 'D':
      return complement({digits(), false});
    case 'W':
      return complement({word(), false});
    case 'S':
      return complement({space(), false});
    case 'H':
      return complement({range('\t', '\t') | range(' ', ' '), false});
    case 'V':
      return complement({range(10, 13), false});
    default:
      return std::nullopt;
  }
}

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 99;
}

// Digits of `base` from `at` on; returns how many there were (at most `most`).
std::size_t read_number(std::string_view text, std::size_t at, int base, std::size_t most, char32_t& value) {
  std::size_t count = 0;
  value = 0;
  while (count < most && at + count < text.size() && digit_value(text[at + count]) < base) {
    value = value * static_cast<char32_t>(base) + static_cast<char32_t>(digit_value(text[at + count]));
    ++count;
  }
  return count;
}

Escape character(char32_t code, std::size_t length) { return {length, true, code, {}}; }

// \x{…} and \o{…}: `at` is the brace.
Escape braced_number(std::string_view text, std::size_t at, int base) {
  char32_t code = 0;
  const std::size_t count = read_number(text, at + 1, base, 8, code);
  const std::size_t close = at + 1 + count;
  if (count == 0 || close >= text.size() || text[close] != '}' || code > 0x10FFFF) return {};
  return character(code, close + 1);
}

Escape property(std::string_view text) {
  std::size_t length = 3;
  if (text.size() > 2 && text[2] == '{') {
    const std::size_t close = text.find('}', 2);
    if (close == std::string_view::npos) return {};
    length = close + 1;
  }
  if (text.size() < length) return {};
  return {length, false, 0, {range(0, 127), true}};
}

Escape numeric_escape(std::string_view text) {
  char32_t code = 0;
  std::size_t length = 0;
  switch (text[1]) {
    case 'x':
      if (text.size() > 2 && text[2] == '{') return braced_number(text, 2, 16);
      length = 2 + read_number(text, 2, 16, 2, code);
      return character(code, length);
    case 'o':
      return text.size() > 2 && text[2] == '{' ? braced_number(text, 2, 8) : Escape{};
    case '0':
      length = 1 + read_number(text, 1, 8, 3, code);
      return character(code, length);
    default:
      return {};
  }
}

struct PosixName {
  std::string_view name;
  ByteSet (*set)();
};

const std::array<PosixName, 14>& posix_names() {
  static const std::array<PosixName, 14> kNames{{
      {"alpha", letters},
      {"lower", [] { return range('a', 'z'); }},
      {"upper", [] { return range('A', 'Z'); }},
      {"alnum", [] { return letters() | digits(); }},
      {"ascii", [] { return range(0, 127); }},
      {"blank", [] { return range('\t', '\t') | range(' ', ' '); }},
      {"cntrl", [] { return range(0, 31) | range(127, 127); }},
      {"digit", digits},
      {"graph", [] { return range(33, 126); }},
      {"print", [] { return range(32, 126); }},
      {"punct", [] { return range(33, 126) & ~(letters() | digits()); }},
      {"space", space},
      {"word", word},
      {"xdigit", [] { return digits() | range('a', 'f') | range('A', 'F'); }},
  }};
  return kNames;
}

// [:alpha:] inside a class; returns its length or 0.
std::size_t read_posix(std::string_view text, CharSet& set) {
  if (!text.starts_with("[:")) return 0;
  const std::size_t end = text.find(":]", 2);
  if (end == std::string_view::npos) return 0;
  std::string_view name = text.substr(2, end - 2);
  const bool negated = name.starts_with('^');
  if (negated) name.remove_prefix(1);
  for (const PosixName& known : posix_names()) {
    if (known.name != name) continue;
    set.ascii |= negated ? ascii_only(~known.set()) : known.set();
    set.beyond_ascii |= negated;
    return end + 2;
  }
  return 0;
}

// Reads the members of one class; keeps the start of a possible range.
class ClassReader {
 public:
  ClassReader(std::string_view text, bool skip_blanks) : text_(text), skip_blanks_(skip_blanks) {}

  BracketClass read() {
    BracketClass result;
    at_ = 1;
    if (peek('^')) {
      result.negated = true;
      ++at_;
    }
    bool first = true;
    while (at_ < text_.size() && (first || quoted_ || text_[at_] != ']')) {
      if (read_member()) first = false;
      if (failed_) return {};
    }
    if (at_ >= text_.size()) return {};
    result.length = at_ + 1;
    result.set = result.negated ? complement_of_members() : set_;
    return result;
  }

 private:
  bool peek(char c) const { return at_ < text_.size() && text_[at_] == c; }

  CharSet complement_of_members() const { return {ascii_only(~set_.ascii), true}; }

  // Returns false for what is no member (\Q, \E, blanks under (?xx)).
  bool read_member() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("\\E")) return skip(2, false);
    if (!quoted_ && rest.starts_with("\\Q")) return skip(2, true);
    if (!quoted_ && skip_blanks_ && (rest[0] == ' ' || rest[0] == '\t')) return skip(1, false);
    if (!quoted_ && rest[0] == '[') {
      if (const std::size_t length = read_posix(rest, set_); length != 0) {
        at_ += length;
        return true;
      }
    }
    char32_t low = 0;
    if (!read_item(low)) return true;
    const std::string_view after = text_.substr(at_);
    if (quoted_ || after.size() < 2 || after[0] != '-' || after[1] == ']') return add(low, low);
    return read_range_end(low);
  }

  bool skip(std::size_t length, bool quoted) {
    at_ += length;
    if (length == 2) quoted_ = quoted;
    return false;
  }

  bool read_range_end(char32_t low) {
    const std::size_t hyphen = at_++;
    char32_t high = 0;
    if (text_.substr(at_).starts_with("\\E") || text_.substr(at_).starts_with("\\Q") || skip_blanks_ ||
        text_.substr(at_).starts_with("[:")) {
      // Rare ways to write a range: too vague is right, too narrow is not.
      set_ = {range(0, 127), true};
      return true;
    }
    if (!read_item(high)) {  // a set after the hyphen: the hyphen is itself
      add(low, low);
      return add('-', '-');
    }
    if (high < low) {
      at_ = hyphen;
      failed_ = true;
      return true;
    }
    return add(low, high);
  }

  // One character into `code`, or a whole set straight into set_ (returns false).
  bool read_item(char32_t& code) {
    std::size_t length = 1;
    if (text_[at_] != '\\' || quoted_) {
      code = first_character(text_.substr(at_), length);
      at_ += length;
      return true;
    }
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("\\b")) {
      code = 8;
      at_ += 2;
      return true;
    }
    const Escape escape =
        rest.size() > 1 && rest[1] >= '1' && rest[1] <= '9' ? octal_in_class(rest) : read_escape(rest);
    if (escape.length == 0) {
      failed_ = true;
      return false;
    }
    at_ += escape.length;
    if (escape.is_character) {
      code = escape.code;
      return true;
    }
    set_.ascii |= escape.set.ascii;
    set_.beyond_ascii |= escape.set.beyond_ascii;
    return false;
  }

  // Inside a class \1 to \7 begin an octal number.
  static Escape octal_in_class(std::string_view text) {
    char32_t code = 0;
    const std::size_t count = read_number(text, 1, 8, 3, code);
    return count == 0 ? Escape{} : character(code, 1 + count);
  }

  bool add(char32_t low, char32_t high) {
    for (char32_t c = low; c <= std::min<char32_t>(high, 127); ++c) set_.ascii.set(c);
    if (high > 127) set_.beyond_ascii = true;
    return true;
  }

  std::string_view text_;
  bool skip_blanks_;
  std::size_t at_ = 0;
  bool quoted_ = false;
  bool failed_ = false;
  CharSet set_{};
};

}  // namespace

Escape read_escape(std::string_view text) {
  if (text.size() < 2) return {};
  const char c = text[1];
  if (const auto set = named_set(c)) return {2, false, 0, *set};
  switch (c) {
    case 'a':
      return character(7, 2);
    case 'e':
      return character(27, 2);
    case 'f':
      return character('\f', 2);
    case 'n':
      return character('\n', 2);
    case 'r':
      return character('\r', 2);
    case 't':
      return character('\t', 2);
    case 'p':
    case 'P':
      return property(text);
    case 'c':
      if (text.size() < 3 || text[2] < ' ' || text[2] > '~') return {};
      return character((text[2] >= 'a' && text[2] <= 'z' ? text[2] - 32 : text[2]) ^ 0x40, 3);
    case 'x':
    case 'o':
    case '0':
      return numeric_escape(text);
    default:
      break;
  }
  if (is_ascii_letter(static_cast<unsigned char>(c)) || (c >= '0' && c <= '9')) return {};
  std::size_t length = 1;
  const char32_t code = first_character(text.substr(1), length);
  return character(code, 1 + length);
}

BracketClass read_class(std::string_view text, bool skip_blanks) {
  return ClassReader(text, skip_blanks).read();
}

bool is_ascii_letter(char32_t c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }

void fold_ascii(ByteSet& set) {
  for (unsigned c = 'a'; c <= 'z'; ++c) {
    if (set.test(c) || set.test(c - 32)) set.set(c).set(c - 32);
  }
}

std::string utf8(char32_t code) {
  const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
  if (code < 0x80) return {byte(code)};
  if (code < 0x800) return {byte(0xC0 | code >> 6), byte(0x80 | (code & 63))};
  if (code < 0x10000)
    return {byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 63)), byte(0x80 | (code & 63))};
  return {byte(0xF0 | code >> 18), byte(0x80 | (code >> 12 & 63)), byte(0x80 | (code >> 6 & 63)),
          byte(0x80 | (code & 63))};
}

char32_t first_character(std::string_view text, std::size_t& length) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = at(0);
  length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (length == 1 || text.size() < length) return length = 1, lead;
  char32_t code = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) code = code << 6 | (at(i) & 63U);
  return code;
}

}  // namespace readiness::scan
