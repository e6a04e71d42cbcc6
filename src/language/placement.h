// SPDX-License-Identifier: Apache-2.0
// What may stand before a comment marker or a quote, so that a URL is no comment and an apostrophe no string.
#pragma once
#include <cstddef>

#include "language/lexer.h"

namespace readiness::language {

bool is_placed(const Comment& row, const Lexer& lexer, std::size_t at);
bool may_start(const String& row, const Lexer& lexer, std::size_t at);

bool is_letter(char c);
bool is_digit(char c);
bool is_word(char c);   ///< letters, digits, `_` and bytes of longer UTF-8 characters
bool is_blank(char c);  ///< blank or tab
bool is_space(char c);  ///< blanks and line breaks
/// The word (letters, digits, `_`) that ends at `end`.
std::string_view word_before(std::string_view text, std::size_t end);

}  // namespace readiness::language
