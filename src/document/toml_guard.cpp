// SPDX-License-Identifier: Apache-2.0
// A lexer that knows TOML's four kinds of strings and nothing else.
#include "document/toml_guard.h"

#include <fmt/format.h>

#include <algorithm>

namespace readiness::document {
namespace {

class Guard {
 public:
  Guard(std::string_view text, std::size_t max_depth) : text_(text), max_depth_(max_depth) {}

  std::optional<TomlDanger> look() {
    for (std::size_t at = 0; at < text_.size() && !danger_;) at = step(at);
    if (!danger_ && header_ != kNone) danger_ = TomlDanger{header_, "the table header is never closed"};
    return std::move(danger_);
  }

 private:
  static constexpr std::size_t kNone = std::string_view::npos;

  std::size_t step(std::size_t at) {
    const char c = text_[at];
    if (c == '#') return std::min(text_.find('\n', at), text_.size());
    if (c == '"' || c == '\'') {
      is_line_start_ = false;
      return end_of_string(at, c);
    }
    read_symbol(c, at);
    if (c != ' ' && c != '\t') is_line_start_ = c == '\n';
    return at + 1;
  }

  void read_symbol(char c, std::size_t at) {
    if (c == '.' && ++dots_ > max_depth_) return too_deep(at);
    if (c == ',' || c == '=' || c == '\n') dots_ = 0;
    if (static_cast<unsigned char>(c) >= 0x80) {
      danger_ = TomlDanger{at, "a character beyond ASCII stands outside of quotes and comments"};
    } else if (c == '[' || c == '{') {
      if (is_line_start_ && nesting_ == 0 && c == '[') header_ = at;
      dots_ = 0;
      if (++nesting_ > max_depth_ + 2) too_deep(at);  // the brackets of [[headers]] count as well
    } else if (c == ']' || c == '}') {
      dots_ = 0;
      if (nesting_ > 0) --nesting_;
      if (nesting_ == 0) header_ = kNone;
    } else if (c == '\n' && header_ != kNone) {
      header_ = kNone;  // a broken header; the parser says so
      nesting_ = 0;
    }
  }

  void too_deep(std::size_t at) {
    danger_ = TomlDanger{at, fmt::format("is nested more than {} levels deep", max_depth_)};
  }

  // Strings on one line end with their line at the latest, so that a lost quote hides little.
  std::size_t end_of_string(std::size_t at, char quote) const {
    const std::string fence(3, quote);
    const bool is_long = text_.substr(at).starts_with(fence);
    for (std::size_t i = at + (is_long ? 3 : 1); i < text_.size(); ++i) {
      if (text_[i] == '\\' && quote == '"') {
        ++i;
      } else if (is_long ? text_.substr(i).starts_with(fence) : text_[i] == quote) {
        return is_long ? end_of_fence(i, quote) : i + 1;
      } else if (!is_long && text_[i] == '\n') {
        return i;
      }
    }
    return text_.size();
  }

  // Up to two quotes may stand right before the closing three.
  std::size_t end_of_fence(std::size_t at, char quote) const {
    const std::size_t end = std::min(text_.find_first_not_of(quote, at), text_.size());
    return std::min(end, at + 5);
  }

  std::string_view text_;  // the caller's
  std::size_t max_depth_;
  std::size_t dots_ = 0;
  std::size_t nesting_ = 0;
  std::size_t header_ = kNone;  // where an open header begins
  bool is_line_start_ = true;
  std::optional<TomlDanger> danger_;
};

}  // namespace

std::optional<TomlDanger> toml_danger(std::string_view text, std::size_t max_depth) {
  return Guard(text, max_depth).look();
}

}  // namespace readiness::document
