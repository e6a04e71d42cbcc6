// SPDX-License-Identifier: Apache-2.0
// UTF-8 one character at a time, for those who must look at each.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace readiness::base {

/// One character of a text. Bytes that are no UTF-8 come one by one, with `valid` false and the byte as
/// `code`.
struct CodePoint {
  char32_t code = 0;
  std::size_t bytes = 1;
  bool valid = false;
};
/// The first character of a text that is not empty (RFC 3629: shortest forms only, no surrogates).
CodePoint first_code_point(std::string_view text);
/// `code` as UTF-8.
void append_code_point(std::string& text, char32_t code);

}  // namespace readiness::base
