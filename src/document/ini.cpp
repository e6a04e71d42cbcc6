// SPDX-License-Identifier: Apache-2.0
// INI as Python's configparser, git and systemd read it: sections, `=` or `:`, indented or backslash
// continuations. Every value is a string as it was written.
#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "base/line_index.h"
#include "base/text.h"
#include "document/input.h"
#include "document/members.h"

namespace readiness::document {
namespace {

class Parser {
 public:
  explicit Parser(const Input& input) : input_(input), lines_(input.text) {}

  Documents parse() {
    for (std::uint32_t number = 1; number <= lines_.lines(); ++number) {
      if (auto problem = read_line(number, lines_.line(number))) return *problem;
      if (nodes_ > input_.limits.max_nodes)
        return input_.problem({number, 1}, fmt::format("has more than {} values", input_.limits.max_nodes));
    }
    keep_last(root_.members);
    for (Member& member : root_.members) keep_last(member.value.members);
    std::vector<Node> documents;
    documents.push_back(std::move(root_));
    return documents;
  }

 private:
  std::optional<base::Diagnostic> read_line(std::uint32_t number, std::string_view line) {
    const std::string_view content = base::trimmed(line);
    if (content.empty()) return std::nullopt;
    const auto indent = static_cast<std::size_t>(content.data() - line.data());
    if (content[0] == ';' || content[0] == '#') return std::nullopt;
    if (goes_on(indent)) return continue_value(content);
    const base::Mark mark{number, static_cast<std::uint32_t>(indent + 1)};
    if (content[0] == '[') return open_section(content, mark);
    take_pair(content, mark);
    key_indent_ = indent;
    return std::nullopt;
  }

  bool goes_on(std::size_t indent) const {
    if (!has_value_) return false;
    const std::string& value = section().members.back().value.text;
    return indent > key_indent_ || value.ends_with(" \\");
  }

  std::optional<base::Diagnostic> continue_value(std::string_view content) {
    std::string& value = section().members.back().value.text;
    if (value.ends_with(" \\"))
      value.resize(value.size() - 1);
    else
      value += '\n';
    value += content;
    return std::nullopt;
  }

  // A section that comes again goes on where it stopped.
  std::optional<base::Diagnostic> open_section(std::string_view content, base::Mark mark) {
    const std::size_t close = content.rfind(']');
    if (close == std::string_view::npos)
      return input_.problem(mark, "the section's name is never closed with ']'");
    const std::string name(base::trimmed(content.substr(1, close - 1)));
    const auto [known, is_new] = sections_.emplace(name, root_.members.size());
    if (is_new) {
      root_.members.push_back({.key = name, .key_mark = mark, .value = {.type = Type::object, .mark = mark}});
      ++nodes_;
    }
    current_ = known->second;
    has_value_ = false;
    return std::nullopt;
  }

  void take_pair(std::string_view content, base::Mark mark) {
    const std::size_t separator = content.find_first_of("=:");
    const std::string_view key = base::trimmed(content.substr(0, separator));
    Member member{.key = std::string(key), .key_mark = mark, .value = {.mark = mark}};
    has_value_ = separator != std::string_view::npos;
    if (has_value_) {
      const std::string_view value = base::trimmed(content.substr(separator + 1));
      member.value.type = Type::string;
      member.value.text = value;
      const auto begin =
          value.empty() ? separator + 1 : static_cast<std::size_t>(value.data() - content.data());
      member.value.mark.column += static_cast<std::uint32_t>(begin);
    }
    section().members.push_back(std::move(member));
    ++nodes_;
  }

  const Node& section() const { return current_ == kTop ? root_ : root_.members[current_].value; }
  Node& section() { return current_ == kTop ? root_ : root_.members[current_].value; }

  static constexpr std::size_t kTop = static_cast<std::size_t>(-1);
  const Input& input_;
  base::LineIndex lines_;
  Node root_{.type = Type::object, .mark = {1, 1}};
  std::unordered_map<std::string, std::size_t> sections_;  // to positions in root_.members
  std::size_t current_ = kTop;
  std::size_t key_indent_ = 0;
  std::size_t nodes_ = 0;
  bool has_value_ = false;  // the last member can be continued
};

}  // namespace

Documents parse_ini(const Input& input) {
  if (base::is_valid_utf8(input.text)) return Parser(input).parse();
  const std::string text = utf8_from_latin1(input.text);
  return Parser({.text = text, .file = input.file, .limits = input.limits}).parse();
}

}  // namespace readiness::document
