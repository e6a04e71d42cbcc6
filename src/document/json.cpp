// SPDX-License-Identifier: Apache-2.0
// The one file of this layer that knows nlohmann-json. Its events carry no positions, so a cursor walks the
// text beside them: between two tokens stands only white space, ',' and ':', and the guest has just accepted
// the token under it.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "document/input.h"
#include "document/jsonc.h"
#include "document/members.h"
#include "document/tree_builder.h"
#include "document/yaml_scalar.h"

namespace readiness::document {
namespace {

/// Where the token of the current event stands.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text), marks_(text) {}

  base::Mark next_token() {
    begin_ = text_.find_first_not_of(" \t\r\n,:", end_);
    begin_ = std::min(begin_, text_.size());
    end_ = end_of_token();
    return marks_.at(begin_);
  }
  std::string_view token() const { return text_.substr(begin_, end_ - begin_); }

 private:
  std::size_t end_of_token() const {
    if (begin_ == text_.size()) return begin_;
    const char first = text_[begin_];
    if (first == '{' || first == '}' || first == '[' || first == ']') return begin_ + 1;
    if (first != '"') return std::min(text_.find_first_of(" \t\r\n,:]}", begin_), text_.size());
    std::size_t at = begin_ + 1;
    while (at < text_.size() && text_[at] != '"') at += text_[at] == '\\' ? 2U : 1U;
    return std::min(at + 1, text_.size());
  }

  std::string_view text_;  // the parser's input
  MarkCursor marks_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

// "[json.exception…] parse error at line 1, column 2: syntax error while parsing value - unexpected …" from
// "unexpected".
std::string in_our_words(std::string_view what) {
  constexpr std::string_view kDash = " - ";
  const std::size_t colon = what.find(": ");
  std::string_view message = colon == std::string_view::npos ? what : what.substr(colon + 2);
  if (const std::size_t dash = message.find(kDash); dash != std::string_view::npos)
    message.remove_prefix(dash + kDash.size());
  return fmt::format("is no valid JSON: {}", base::shortened(message, 200));
}

/// The events that nlohmann::json::sax_parse asks for; false stops it.
class Events {
 public:
  explicit Events(const Input& input) : input_(input), cursor_(input.text), builder_(input.limits) {}

  bool null() { return keep({.text = "null"}); }
  bool boolean(bool value) {
    return keep({.type = Type::boolean, .boolean = value, .text = value ? "true" : "false"});
  }
  bool number_integer(std::int64_t) { return number(); }
  bool number_unsigned(std::uint64_t) { return number(); }
  bool number_float(double, const std::string&) { return number(); }
  bool string(std::string& value) { return keep({.type = Type::string, .text = std::move(value)}); }
  bool binary(nlohmann::json::binary_t&) { return false; }
  bool start_object(std::size_t) { return open(Type::object); }
  bool start_array(std::size_t) { return open(Type::array); }
  bool key(std::string& name) {
    builder_.key(std::move(name), cursor_.next_token());
    return true;
  }
  bool end_object() {
    cursor_.next_token();
    keep_last(builder_.close().members);
    return true;
  }
  bool end_array() {
    cursor_.next_token();
    builder_.close();
    return true;
  }
  // `position` counts the bytes that were read, the offending one included.
  bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& failure) {
    const base::Mark mark = MarkCursor(input_.text).at(position == 0 ? 0 : position - 1);
    problem_ = input_.problem(mark, in_our_words(failure.what()));
    return false;
  }

  Node take() { return std::move(builder_.root()); }
  const base::Diagnostic& problem() const { return problem_; }

 private:
  bool number() {
    const base::Mark mark = cursor_.next_token();
    Node node = decimal_number(std::string(cursor_.token()));
    node.mark = mark;
    return check(builder_.scalar(std::move(node)), mark);
  }
  bool keep(Node node) {
    const base::Mark mark = node.mark = cursor_.next_token();
    return check(builder_.scalar(std::move(node)), mark);
  }
  bool open(Type container) {
    const base::Mark mark = cursor_.next_token();
    return check(builder_.open(container, mark), mark);
  }
  bool check(bool added, base::Mark mark) {
    if (!added) problem_ = input_.problem(mark, builder_.problem());
    return added;
  }

  const Input& input_;
  Cursor cursor_;
  TreeBuilder builder_;
  base::Diagnostic problem_;
};

Documents parse_plain(const Input& input) {
  Events events(input);
  if (!nlohmann::json::sax_parse(input.text.begin(), input.text.end(), &events)) return events.problem();
  std::vector<Node> documents;
  documents.push_back(events.take());
  return documents;
}

}  // namespace

Documents parse_json(const Input& input) {
  const std::optional<std::string> plain = without_comments(input.text);
  if (!plain) return parse_plain(input);
  Documents documents = parse_plain({.text = *plain, .file = input.file, .limits = input.limits});
  if (documents) return documents;
  std::vector<base::Diagnostic> problems = documents.errors();
  for (base::Diagnostic& problem : problems)  // with the line as it was written
    problem = input.problem(problem.mark, std::move(problem.message), std::move(problem.hint));
  return problems;
}

}  // namespace readiness::document
