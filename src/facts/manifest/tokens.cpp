// SPDX-License-Identifier: Apache-2.0
// One pass, no look back; an open string ends with its line, an open comment with the text.
#include "facts/manifest/tokens.h"

namespace readiness::facts::manifest {
namespace {

constexpr std::size_t kMostTokens = 200'000;

class Lexer {
 public:
  Lexer(std::string_view source, const Lexicon& lexicon) : source_(source), lexicon_(lexicon) {}

  std::vector<Token> run() {
    while (at_ < source_.size() && out_.size() < kMostTokens) step();
    out_.push_back({.mark = mark()});
    return std::move(out_);
  }

 private:
  void step() {
    const char c = source_[at_];
    if (c == '\n') return next_line();
    if (c == ' ' || c == '\t' || c == '\r') return ++at_, void();
    if (c == '#' && lexicon_.hash_comments) return skip_to_line_end();
    if (lexicon_.slash_comments && rest().starts_with("//")) return skip_to_line_end();
    if (lexicon_.slash_comments && rest().starts_with("/*")) return skip_block_comment();
    if (c == '"' || c == '\'' || c == '`') return read_string(c);
    if (is_name_byte(c)) return read_name();
    out_.push_back({Token::Type::sign, source_.substr(at_, 1), mark()});
    ++at_;
  }

  void read_name() {
    const std::size_t begin = at_;
    const base::Mark place = mark();
    while (at_ < source_.size() && is_name_byte(source_[at_])) ++at_;
    out_.push_back({Token::Type::name, source_.substr(begin, at_ - begin), place});
  }

  void read_string(char quote) {
    const base::Mark place = mark();
    const std::size_t width = lexicon_.triple_quotes && at_ + 2 < source_.size() &&
                                      source_[at_ + 1] == quote && source_[at_ + 2] == quote
                                  ? 3
                                  : 1;
    const std::size_t begin = at_ += width;
    while (at_ < source_.size()) {
      if (source_[at_] == '\\' && at_ + 1 < source_.size() && source_[at_ + 1] != '\n') {
        at_ += 2;
        continue;
      }
      if (source_[at_] == '\n') {
        if (width == 1) break;
        next_line();
        continue;
      }
      if (source_[at_] == quote &&
          (width == 1 || rest().substr(0, 3) == std::string_view(source_.data() + begin - 3, 3)))
        break;
      ++at_;
    }
    const std::size_t end = at_ < source_.size() ? at_ : source_.size();
    out_.push_back({Token::Type::text, source_.substr(begin, end - begin), place});
    if (end < source_.size() && source_[end] == quote) at_ = end + width;
  }

  void skip_to_line_end() {
    while (at_ < source_.size() && source_[at_] != '\n') ++at_;
  }

  void skip_block_comment() {
    at_ += 2;
    while (at_ < source_.size() && !rest().starts_with("*/"))
      source_[at_] == '\n' ? next_line() : void(++at_);
    at_ += 2;
  }

  void next_line() {
    ++line_;
    line_begin_ = ++at_;
  }

  bool is_name_byte(char c) const {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80 || lexicon_.name_bytes.find(c) != std::string_view::npos;
  }
  std::string_view rest() const { return source_.substr(at_ < source_.size() ? at_ : source_.size()); }
  base::Mark mark() const { return {line_, static_cast<std::uint32_t>(at_ - line_begin_) + 1}; }

  std::string_view source_;
  const Lexicon& lexicon_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::size_t line_begin_ = 0;
  std::vector<Token> out_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view source, const Lexicon& lexicon) {
  return Lexer(source, lexicon).run();
}

void TokenCursor::skip_group() {
  int depth = 0;
  do {
    const Token& token = at();
    if (token.is("(") || token.is("[") || token.is("{")) ++depth;
    if (token.is(")") || token.is("]") || token.is("}")) --depth;
    advance();
  } while (depth > 0 && !done());
}

}  // namespace readiness::facts::manifest
