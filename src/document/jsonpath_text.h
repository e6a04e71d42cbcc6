// SPDX-License-Identifier: Apache-2.0
// The text of a JSONPath query under a cursor, with the tokens of RFC 9535. Private to the layer.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "document/jsonpath_query.h"

namespace readiness::document::jsonpath {

/// Reading fails by throwing Mistake, which only the parser that owns the cursor catches.
class QueryText {
 public:
  struct Mistake {
    std::size_t offset;
    std::string message;
  };

  explicit QueryText(std::string_view text) : text_(text) {}

  std::string_view text() const { return text_; }
  std::size_t offset() const { return at_; }
  bool at_end() const { return at_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }  // NUL is nowhere allowed
  void next() { ++at_; }
  void back_to(std::size_t offset) { at_ = offset; }
  void skip_blanks();
  bool take(char c);
  bool take(std::string_view symbol);
  void expect(char c, std::string_view otherwise);
  [[noreturn]] void fail(std::string message) const { fail_at(at_, std::move(message)); }
  [[noreturn]] void fail_at(std::size_t offset, std::string message) const;

  std::string shorthand_name();
  std::string function_name();
  std::string string_literal();
  bool at_integer() const;
  /// Within I-JSON's exact range (RFC 9535, section 2.1).
  std::int64_t integer();
  /// A JSON number as written.
  std::string number();
  std::optional<Comparison> comparison();

 private:
  char32_t escaped(char quote);
  char32_t hexadecimal();
  bool at_name_byte(bool is_first) const;
  std::size_t digits();

  std::string_view text_;  // the query's, which outlives the parser
  std::size_t at_ = 0;
};

}  // namespace readiness::document::jsonpath
