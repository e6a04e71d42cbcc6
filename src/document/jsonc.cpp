// SPDX-License-Identifier: Apache-2.0
// One pass with the last significant byte remembered; what is no JSON is left for the parser to complain
// about.
#include "document/jsonc.h"

#include <algorithm>

namespace readiness::document {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

std::size_t end_of_string(std::string_view text, std::size_t quote) {
  std::size_t at = quote + 1;
  while (at < text.size() && text[at] != '"' && text[at] != '\n') at += text[at] == '\\' ? 2U : 1U;
  return std::min(at + 1, text.size());
}

// An unclosed block comment is no comment.
std::size_t end_of_comment(std::string_view text, std::size_t slash) {
  const std::string_view rest = text.substr(slash);
  if (rest.starts_with("//")) return std::min(text.find_first_of("\r\n", slash), text.size());
  if (!rest.starts_with("/*")) return slash;
  const std::size_t end = text.find("*/", slash + 2);
  return end == kNone ? slash : end + 2;
}

class Plain {
 public:
  explicit Plain(std::string_view text) : text_(text) {}

  std::optional<std::string> read() {
    for (std::size_t at = 0; at < text_.size();) at = step(at);
    return std::move(copy_);
  }

 private:
  std::size_t step(std::size_t at) {
    const char c = text_[at];
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') return at + 1;
    if (c == '/') {
      const std::size_t end = end_of_comment(text_, at);
      if (end > at) return blank(at, end);
    }
    if ((c == ']' || c == '}') && comma_ != kNone) blank(comma_, comma_ + 1);
    const bool follows_value = has_value_;
    comma_ = c == ',' && follows_value ? at : kNone;
    has_value_ = c != ',' && c != '[' && c != '{' && c != ':';
    return c == '"' ? end_of_string(text_, at) : at + 1;
  }

  std::size_t blank(std::size_t begin, std::size_t end) {
    if (!copy_) copy_ = std::string(text_);
    for (std::size_t i = begin; i < end; ++i)
      if (text_[i] != '\n' && text_[i] != '\r') (*copy_)[i] = ' ';
    return end;
  }

  std::string_view text_;  // the caller's
  std::optional<std::string> copy_;
  std::size_t comma_ = kNone;  // the last significant byte, if it was a comma behind a value
  bool has_value_ = false;     // the last significant byte ends a value
};

}  // namespace

std::optional<std::string> without_comments(std::string_view text) { return Plain(text).read(); }

}  // namespace readiness::document
