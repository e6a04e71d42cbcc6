// SPDX-License-Identifier: Apache-2.0
// The characters that an escape or a bracket class stands for, as bytes of UTF-8.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "scan/regex_ast.h"

namespace readiness::scan {

/// A set of characters: the ASCII ones exactly, the others only as "some".
struct CharSet {
  ByteSet ascii{};            ///< bits 0 to 127
  bool beyond_ascii = false;  ///< may match characters of several bytes
};

/// A character or a set that begins with a backslash. `length` counts the backslash; 0 means not understood
/// here.
struct Escape {
  std::size_t length = 0;
  bool is_character = false;  ///< `code` is meant, else `set`
  char32_t code = 0;
  CharSet set{};
};

/// \n \x{…} \d \p{…} … at the front of `text`; everything that means the same inside and outside of classes.
Escape read_escape(std::string_view text);

struct BracketClass {
  std::size_t length = 0;  ///< of the whole class; 0 means it does not end
  bool negated = false;
  CharSet set{};  ///< what it matches, negation applied, case not folded
};

/// A class at the front of `text` (which begins with '['). `skip_blanks` is the flag (?xx).
BracketClass read_class(std::string_view text, bool skip_blanks);

bool is_ascii_letter(char32_t c);
/// Adds the other case of every ASCII letter.
void fold_ascii(ByteSet& set);
std::string utf8(char32_t code);
/// Decodes the character at the front (invalid bytes give themselves with length 1).
char32_t first_character(std::string_view text, std::size_t& length);

}  // namespace readiness::scan
