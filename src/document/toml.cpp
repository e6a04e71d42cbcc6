// SPDX-License-Identifier: Apache-2.0
// The one file that knows toml++. Its tables are sorted by key and its columns count code points, so source
// order and byte columns are brought back here.
#define TOML_EXCEPTIONS 0
#define TOML_ASSERT(condition) static_cast<void>(0)  // its assertions fire on broken input
#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cstring>

#include "base/text.h"
#include "document/input.h"
#include "document/toml_guard.h"

namespace readiness::document {
namespace {

/// toml++'s line and code point to a byte offset.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text), lines_{0} {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') lines_.push_back(i + 1);
      is_ascii_ = is_ascii_ && static_cast<unsigned char>(text[i]) < 0x80;
    }
    if (is_ascii_) return;
    for (std::size_t i = 0; i <= text.size(); ++i)
      if (i == text.size() || (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) code_points_.push_back(i);
  }

  std::size_t offset(const toml::source_position& position) const {
    if (position.line == 0 || position.line > lines_.size()) return 0;
    const std::size_t begin = lines_[position.line - 1];
    const std::size_t column = std::max<std::size_t>(position.column, 1) - 1;
    if (is_ascii_) return std::min(begin + column, text_.size());
    const auto first = std::lower_bound(code_points_.begin(), code_points_.end(), begin);
    const auto index = static_cast<std::size_t>(first - code_points_.begin()) + column;
    return index < code_points_.size() ? code_points_[index] : text_.size();
  }

  base::Mark mark(const toml::source_position& position) const {
    if (position.line == 0 || position.line > lines_.size()) return {};
    const std::size_t column = offset(position) - lines_[position.line - 1] + 1;
    return {position.line, static_cast<std::uint32_t>(column)};
  }

  std::string written(const toml::source_region& region) const {
    const std::size_t begin = offset(region.begin);
    const std::size_t end = std::max(begin, offset(region.end));
    return std::string(base::trimmed(text_.substr(begin, end - begin)));
  }

 private:
  std::string_view text_;  // the parser's input
  std::vector<std::size_t> lines_;
  std::vector<std::size_t> code_points_;  // the offset of each; only kept when it is not the number itself
  bool is_ascii_ = true;
};

struct TooMuch {
  base::Mark mark;
  std::string message;
};

class Converter {
 public:
  Converter(const Input& input, const Places& places) : input_(input), places_(places) {}

  Node convert(const toml::node& from, std::size_t depth) {
    Node node{.mark = places_.mark(from.source().begin)};
    if (++nodes_ > input_.limits.max_nodes)
      throw TooMuch{node.mark, fmt::format("has more than {} values", input_.limits.max_nodes)};
    if (depth > input_.limits.max_depth)
      throw TooMuch{node.mark, fmt::format("is nested more than {} levels deep", input_.limits.max_depth)};
    switch (from.type()) {
      case toml::node_type::table:
        fill_table(node, *from.as_table(), depth);
        break;
      case toml::node_type::array:
        fill_array(node, *from.as_array(), depth);
        break;
      case toml::node_type::string:
        node.type = Type::string;
        node.text = from.as_string()->get();
        break;
      case toml::node_type::none:
        break;
      case toml::node_type::integer:
      case toml::node_type::floating_point:
      case toml::node_type::boolean:
      case toml::node_type::date:
      case toml::node_type::time:
      case toml::node_type::date_time:
        fill_scalar(node, from);
        break;
    }
    return node;
  }

 private:
  void fill_scalar(Node& node, const toml::node& from) {
    node.text = places_.written(from.source());
    node.type = Type::string;  // dates and times have no type of their own in JSON's model
    if (const auto* integer = from.as_integer()) {
      node.type = Type::integer;
      node.integer = integer->get();
    } else if (const auto* real = from.as_floating_point()) {
      node.type = Type::real;
      node.real = real->get();
    } else if (const auto* boolean = from.as_boolean()) {
      node.type = Type::boolean;
      node.boolean = boolean->get();
    }
  }

  void fill_array(Node& node, const toml::array& from, std::size_t depth) {
    node.type = Type::array;
    node.items.reserve(from.size());
    for (const toml::node& item : from) node.items.push_back(convert(item, depth + 1));
  }

  void fill_table(Node& node, const toml::table& from, std::size_t depth) {
    node.type = Type::object;
    node.members.reserve(from.size());
    for (const auto& [key, value] : from) {
      const base::Mark mark = places_.mark(key.source().begin);
      node.members.push_back(
          {.key = std::string(key.str()), .key_mark = mark, .value = convert(value, depth + 1)});
      if (Node& child = node.members.back().value; child.mark == base::Mark{}) child.mark = mark;
    }
    std::stable_sort(node.members.begin(), node.members.end(), [](const Member& a, const Member& b) {
      return a.key_mark.line != b.key_mark.line ? a.key_mark.line < b.key_mark.line
                                                : a.key_mark.column < b.key_mark.column;
    });
  }

  const Input& input_;
  const Places& places_;
  std::size_t nodes_ = 0;
};

}  // namespace

Documents parse_toml(const Input& input) {
  if (const auto danger = toml_danger(input.text, input.limits.max_depth))
    return input.problem(MarkCursor(input.text).at(danger->offset), danger->message);
  const Places places(input.text);
  const toml::parse_result result = toml::parse(input.text);
  if (!result)
    return input.problem(
        places.mark(result.error().source().begin),
        fmt::format("is no valid TOML: {}", base::shortened(result.error().description(), 200)));
  try {
    std::vector<Node> documents;
    documents.push_back(Converter(input, places).convert(result.table(), 0));
    documents.back().mark = {1, 1};
    return documents;
  } catch (const TooMuch& limit) {
    return input.problem(limit.mark, limit.message);
  }
}

}  // namespace readiness::document
