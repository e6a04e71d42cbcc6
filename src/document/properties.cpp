// SPDX-License-Identifier: Apache-2.0
// Java properties as java.util.Properties.load reads them; keys stay flat ("a.b.c").
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/line_index.h"
#include "base/text.h"
#include "document/code_points.h"
#include "document/input.h"
#include "document/members.h"

namespace readiness::document {
namespace {

constexpr std::string_view kBlanks = " \t\f";

std::string_view without_indent(std::string_view line) {
  return line.substr(std::min(line.find_first_not_of(kBlanks), line.size()));
}

bool ends_escaped(std::string_view line) {
  const std::size_t last = line.find_last_not_of('\\');
  const std::size_t slashes = last == std::string_view::npos ? line.size() : line.size() - last - 1;
  return slashes % 2 == 1;
}

bool is_surrogate(char32_t c, char32_t first) { return c >= first && c <= first + 0x3FF; }

std::optional<char32_t> unicode_escape(std::string_view text) {
  if (!text.starts_with("\\u") || text.size() < 6) return std::nullopt;
  unsigned value = 0;
  const auto [end, problem] = std::from_chars(text.data() + 2, text.data() + 6, value, 16);
  if (problem != std::errc{} || end != text.data() + 6) return std::nullopt;
  return value;
}

// Halves of surrogate pairs that stand alone become U+FFFD, because a tree holds UTF-8.
char32_t take_unicode_escape(std::string_view& text, char32_t first) {
  text.remove_prefix(6);
  if (is_surrogate(first, 0xD800)) {
    const auto second = unicode_escape(text);
    if (!second || !is_surrogate(*second, 0xDC00)) return 0xFFFD;
    text.remove_prefix(6);
    return 0x10000 + ((first - 0xD800) << 10) + (*second - 0xDC00);
  }
  return is_surrogate(first, 0xDC00) ? 0xFFFD : first;
}

std::string unescaped(std::string_view text) {
  constexpr std::string_view kLetters = "tnrf";
  constexpr std::string_view kMeanings = "\t\n\r\f";
  std::string out;
  while (!text.empty()) {
    if (text[0] != '\\' || text.size() == 1) {
      out += text[0];
      text.remove_prefix(1);
    } else if (const auto code = unicode_escape(text)) {
      append_utf8(out, take_unicode_escape(text, *code));
    } else {
      const std::size_t letter = kLetters.find(text[1]);
      out += letter == std::string_view::npos ? text[1] : kMeanings[letter];
      text.remove_prefix(2);
    }
  }
  return out;
}

// The first '=', ':' or white space that is not escaped.
std::size_t end_of_key(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && line[at] != '=' && line[at] != ':' &&
         kBlanks.find(line[at]) == std::string_view::npos)
    at += line[at] == '\\' ? 2U : 1U;
  return std::min(at, line.size());
}

std::size_t begin_of_value(std::string_view line, std::size_t at) {
  at += line.substr(at).size() - without_indent(line.substr(at)).size();
  if (at < line.size() && (line[at] == '=' || line[at] == ':')) ++at;
  return at + line.substr(at).size() - without_indent(line.substr(at)).size();
}

Member member_of(std::string_view joined, std::string_view first_line, base::Mark mark) {
  const std::size_t key_end = end_of_key(joined);
  const std::size_t begin = begin_of_value(joined, key_end);
  Node value{.type = Type::string, .text = unescaped(joined.substr(begin)), .mark = mark};
  if (begin <= first_line.size()) value.mark.column += static_cast<std::uint32_t>(begin);
  return {.key = unescaped(joined.substr(0, key_end)), .key_mark = mark, .value = std::move(value)};
}

Documents parse_utf8(const Input& input) {
  Node root{.type = Type::object, .mark = {1, 1}};
  base::LineIndex lines(input.text);
  for (std::uint32_t number = 1; number <= lines.lines(); ++number) {
    const std::string_view line = lines.line(number);
    const std::string_view content = without_indent(line);
    if (content.empty() || content[0] == '#' || content[0] == '!') continue;
    const base::Mark mark{number, static_cast<std::uint32_t>(line.size() - content.size() + 1)};
    std::string joined(content);
    while (ends_escaped(joined)) {
      joined.pop_back();
      if (number >= lines.lines()) break;
      joined += without_indent(lines.line(++number));
    }
    if (root.members.size() >= input.limits.max_nodes)
      return input.problem(mark, fmt::format("has more than {} values", input.limits.max_nodes));
    root.members.push_back(member_of(joined, content, mark));
  }
  keep_last(root.members);
  std::vector<Node> documents;
  documents.push_back(std::move(root));
  return documents;
}

}  // namespace

Documents parse_properties(const Input& input) {
  if (base::is_valid_utf8(input.text)) return parse_utf8(input);
  const std::string text = utf8_from_latin1(input.text);  // the encoding of properties before Java 9
  return parse_utf8({.text = text, .file = input.file, .limits = input.limits});
}

}  // namespace readiness::document
