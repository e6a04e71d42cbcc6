// SPDX-License-Identifier: Apache-2.0
// The lexer of one syntax: walks from one byte that may mean something to the next, by a table of 256
// entries.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/region.h"
#include "language/syntax.h"

namespace readiness::language {

/// Lexes parts of `text` into `out`; several lexers may write to the same map, one after the other.
class Lexer {
 public:
  Lexer(const Syntax& syntax, std::string_view text, base::RegionMap& out);

  enum class Until : std::uint8_t { end, brace };
  /// Lexes [from, to); with Until::brace it stops in front of the `}` that closes what is around it. Returns
  /// the end.
  std::size_t run(std::size_t from, std::size_t to, Until until = Until::end);

  // What the readers ask.
  std::string_view text() const { return text_.substr(0, to_); }
  std::size_t begin() const { return from_; }
  char line_break() const { return line_break_; }
  /// The end of the line (its break, or the text's end).
  std::size_t line_end(std::size_t at) const;
  bool at_line_start(std::size_t at) const;
  /// Looking ahead in vain is allowed a few times a text only, so that the whole stays linear.
  bool may_look_ahead() const { return misses_ < kMaxMisses; }
  void missed() { ++misses_; }
  /// The offset behind the last byte of code in front of `at`, comments and blanks skipped; `is_string` when
  /// a string ends there.
  std::size_t significant_before(std::size_t at, bool& is_string) const;
  /// The body of a here-document up to `end` begins behind the line that is being read.
  void expect_body(std::size_t end) { body_end_ = end; }
  std::size_t body_end() const { return body_end_; }
  bool has_prefix(std::size_t quote, std::string_view letters) const;

 private:
  static constexpr int kMaxMisses = 24;
  static constexpr std::size_t kMaxStrings = 12;
  struct Frame {
    const String* string;  // nullptr: what is around the whole run
    std::uint32_t depth;
  };
  enum : std::uint16_t { kCode = 1, kBrace = 2, kBreak = 4, kString = 8 };

  void add_rule(char first, std::uint8_t index);
  std::size_t skip(std::size_t at, std::uint16_t mask) const;
  bool starts(std::size_t at, std::string_view what) const { return text_.substr(at, what.size()) == what; }
  std::uint16_t code_mask() const;
  std::size_t step(std::size_t at);
  std::size_t at_brace(std::size_t at, bool& handled);
  std::size_t by_rules(std::size_t at);
  std::size_t comment(const Comment& row, std::size_t at);
  std::size_t line_comment(std::size_t at) const;
  std::size_t nested_comment(const Comment& row, std::size_t at) const;
  std::size_t column_comment(const Comment& row, std::size_t at) const;
  std::size_t string(const String& row, std::size_t begin, std::size_t body);
  void put(base::Region region, std::size_t end);

  const Syntax& syntax_;
  std::string_view text_;
  base::RegionMap& out_;
  std::array<std::uint16_t, 256> bits_{};
  std::array<std::uint8_t, 256> first_rule_{};
  std::array<std::uint8_t, 64> next_rule_{};
  std::vector<Frame> frames_;
  std::size_t from_ = 0;
  std::size_t to_ = 0;
  std::size_t body_end_ = 0;
  int misses_ = 0;
  char line_break_ = '\n';
  bool stopped_ = false;
};

/// Lets `region` reach to byte `end` (exclusive): joined with the last stretch when that is of the same region, and
/// nothing at all when `end` is not beyond it.
void extend(base::RegionMap& map, base::Region region, std::size_t end);

}  // namespace readiness::language
