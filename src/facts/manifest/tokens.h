// SPDX-License-Identifier: Apache-2.0
// Manifests that are programs (Gradle, Gemfile, mix.exs, setup.py …) as tokens: names, strings, signs,
// without comments.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace readiness::facts::manifest {

struct Token {
  enum class Type : std::uint8_t { name, text, sign, end };
  Type type = Type::end;
  std::string_view
      value{};  ///< borrowed from the source; of a string, what stands between its quotes, escapes untouched
  base::Mark mark{};

  bool is(std::string_view sign) const { return type == Type::sign && value == sign; }
  bool is_name(std::string_view name) const { return type == Type::name && value == name; }
  bool is_text() const { return type == Type::text; }
  bool is_end() const { return type == Type::end; }
};

/// How a language writes comments and what belongs to its names beside letters, digits and '_'.
struct Lexicon {
  bool hash_comments = false;
  bool slash_comments = false;    ///< "//" and "/* */"
  bool triple_quotes = false;     ///< """ and '''
  std::string_view name_bytes{};  ///< more bytes of names: "-" "?" …
};

/// At most 200,000 tokens, then the end; the last token is always the end. Signs are single bytes.
std::vector<Token> tokenize(std::string_view source, const Lexicon& lexicon);

/// A position that may run past the end without harm.
class TokenCursor {
 public:
  explicit TokenCursor(const std::vector<Token>& tokens) : tokens_(tokens) {}
  const Token& at(std::size_t ahead = 0) const {
    return tokens_[at_ + ahead < tokens_.size() ? at_ + ahead : tokens_.size() - 1];
  }
  void advance(std::size_t count = 1) { at_ += count; }
  bool done() const { return at().is_end(); }
  /// Moves behind the sign that closes the bracket at hand: "(", "[" or "{".
  void skip_group();
  std::size_t position() const { return at_; }
  void move_to(std::size_t position) { at_ = position; }
  /// True when the token at hand begins a line.
  bool begins_line() const { return at_ == 0 || tokens_[at_ - 1].mark.line != at().mark.line; }

 private:
  const std::vector<Token>& tokens_;
  std::size_t at_ = 0;
};

}  // namespace readiness::facts::manifest
