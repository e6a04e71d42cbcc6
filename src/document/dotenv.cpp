// SPDX-License-Identifier: Apache-2.0
// .env files as the dotenv libraries agree on them. Variables inside values are not filled in.
#include <fmt/format.h>

#include <algorithm>

#include "base/line_index.h"
#include "base/text.h"
#include "document/input.h"
#include "document/members.h"

namespace readiness::document {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kBlanks = " \t\r\f\v";

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
         c == '-';
}

std::string unescaped(std::string_view text) {
  constexpr std::string_view kLetters = "nrt";
  constexpr std::string_view kMeanings = "\n\r\t";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escapes = text[i] == '\\' && i + 1 < text.size();
    const std::size_t letter = escapes ? kLetters.find(text[i + 1]) : kNone;
    if (letter != kNone)
      out += kMeanings[letter];
    else if (escapes && std::string_view("\\\"$").find(text[i + 1]) != kNone)
      out += text[i + 1];
    else {
      out += text[i];
      continue;
    }
    ++i;
  }
  return out;
}

class Parser {
 public:
  explicit Parser(const Input& input) : input_(input), text_(input.text), lines_(input.text) {}

  Documents parse() {
    while (at_ < text_.size()) {
      skip(kBlanks);
      if (at_ == text_.size() || text_[at_] == '\n' || text_[at_] == '#') {
        to_next_line();
      } else if (auto problem = read_pair()) {
        return *problem;
      }
    }
    keep_last(root_.members);
    std::vector<Node> documents;
    documents.push_back(std::move(root_));
    return documents;
  }

 private:
  void skip(std::string_view what) { at_ = std::min(text_.find_first_not_of(what, at_), text_.size()); }
  std::size_t line_end() const { return std::min(text_.find('\n', at_), text_.size()); }
  void to_next_line() { at_ = std::min(line_end() + 1, text_.size()); }
  base::Mark mark(std::size_t offset) { return lines_.at(static_cast<std::uint32_t>(offset)); }

  std::string_view name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name_byte(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  std::optional<base::Diagnostic> read_pair() {
    std::size_t begin = at_;
    std::string_view key = name();
    const bool is_export = key == "export" && at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t');
    if (is_export) {
      skip(" \t");
      begin = at_;
      key = name();
    }
    skip(kBlanks);
    const char next = at_ < text_.size() ? text_[at_] : '\n';
    if (key.empty() || (next != '=' && next != ':' && next != '\n' && next != '#'))
      return input_.problem(mark(begin), "expected NAME=VALUE");
    if (root_.members.size() >= input_.limits.max_nodes)
      return input_.problem(mark(begin), fmt::format("has more than {} values", input_.limits.max_nodes));
    const base::Mark key_mark = mark(begin);
    Node value{.mark = key_mark};  // a name alone: declared without a value
    if (next == '=' || next == ':') {
      ++at_;
      value = read_value();
    }
    root_.members.push_back({.key = std::string(key), .key_mark = key_mark, .value = std::move(value)});
    to_next_line();
    return std::nullopt;
  }

  Node read_value() {
    skip(kBlanks);
    Node value{.type = Type::string, .mark = mark(at_)};
    const std::size_t close = closing_quote();
    if (close != kNone) {
      const std::string_view inside = text_.substr(at_ + 1, close - at_ - 1);
      value.text = text_[at_] == '"' ? unescaped(inside) : std::string(inside);
      at_ = close + 1;
      return value;
    }
    std::string_view rest = text_.substr(at_, line_end() - at_);
    for (std::size_t hash = rest.find('#'); hash != kNone; hash = rest.find('#', hash + 1)) {
      if (hash != 0 && kBlanks.find(rest[hash - 1]) == kNone) continue;
      rest = rest.substr(0, hash);
      break;
    }
    value.text = base::trimmed(rest);
    return value;
  }

  // Of a quoted value, which may go over several lines. What is followed by more than a comment was no quoted
  // value.
  std::size_t closing_quote() const {
    if (at_ >= text_.size()) return kNone;
    const char quote = text_[at_];
    if (quote != '"' && quote != '\'' && quote != '`') return kNone;
    std::size_t close = at_ + 1;
    while (close < text_.size() && text_[close] != quote)
      close += quote == '"' && text_[close] == '\\' ? 2U : 1U;
    if (close >= text_.size()) return kNone;
    const std::size_t after = text_.find_first_not_of(kBlanks, close + 1);
    const bool ends = after == kNone || text_[after] == '\n' || text_[after] == '#';
    return ends ? close : kNone;
  }

  const Input& input_;
  std::string_view text_;  // input_'s
  base::LineIndex lines_;
  Node root_{.type = Type::object, .mark = {1, 1}};
  std::size_t at_ = 0;
};

}  // namespace

Documents parse_dotenv(const Input& input) { return Parser(input).parse(); }

}  // namespace readiness::document
