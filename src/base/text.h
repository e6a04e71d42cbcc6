// SPDX-License-Identifier: Apache-2.0
// Small questions about text: what may be shown on a terminal, trimming, case, UTF-8.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace readiness::base {

/// `text` with control characters (C0, DEL, C1), bidirectional overrides and invalid UTF-8 written as \xNN or \u{…}:
/// inert on a terminal, valid UTF-8, one line.
std::string printable(std::string_view text);
bool is_valid_utf8(std::string_view text);
/// Invalid sequences replaced by U+FFFD; control characters stay (for formats that have their own escapes).
std::string valid_utf8(std::string_view text);
/// Cuts after at most `bytes` bytes at a UTF-8 border and appends "…" when something was cut.
std::string shortened(std::string_view text, std::size_t bytes);
/// Columns that a terminal needs for valid UTF-8 (wide East Asian and emoji two, combining none).
std::size_t display_width(std::string_view text);

/// An ASCII letter, a digit or `_`: what \w is in a regex.
constexpr bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}
/// As text.find(needle, from), several times as fast where the needle's first byte is frequent.
std::size_t find(std::string_view text, std::string_view needle, std::size_t from = 0);
std::string_view trimmed(std::string_view text);
std::string lower(std::string_view text);
/// Equal when ASCII case is ignored.
bool same_word(std::string_view a, std::string_view b);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace readiness::base
