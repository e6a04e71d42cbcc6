// SPDX-License-Identifier: Apache-2.0
// The one file that knows pugixml. It reads no document type and opens no entity beyond XML's five, so there
// is nothing outside the text that it could fetch or unfold.
#include <fmt/format.h>

#include <pugixml.hpp>

#include "base/line_index.h"
#include "base/text.h"
#include "document/input.h"
#include "document/members.h"

namespace readiness::document {
namespace {

struct TooMuch {
  base::Mark mark;
  std::string message;
};

Node text_node(std::string_view text, base::Mark mark) {
  return {.type = Type::string, .text = std::string(text), .mark = mark};
}

void add_member(Node& object, std::string_view key, Node value) {
  const base::Mark mark = value.mark;
  object.members.push_back({.key = std::string(key), .key_mark = mark, .value = std::move(value)});
}

/// pugixml parses in place: every name and value is a part of the buffer, so its address tells its offset.
class Converter {
 public:
  Converter(const Input& input, const std::string& buffer)
      : input_(input), buffer_(buffer), lines_(input.text) {}

  Node convert(pugi::xml_node element, std::size_t depth) {
    base::Mark mark = mark_of(element.name());
    if (mark.column > 1) --mark.column;  // the '<'
    count(mark, 5);
    if (depth > input_.limits.max_depth)
      throw TooMuch{mark, fmt::format("is nested more than {} levels deep", input_.limits.max_depth)};
    Node node{.type = Type::object, .mark = mark};
    add_member(node, "name", text_node(element.name(), mark));
    add_member(node, "attributes", attributes_of(element, mark));
    add_member(node, "text", text_of(element, mark));
    Node children{.type = Type::array, .mark = mark};
    for (const pugi::xml_node child : element)
      if (child.type() == pugi::node_element) children.items.push_back(convert(child, depth + 1));
    add_member(node, "children", std::move(children));
    return node;
  }

 private:
  base::Mark mark_of(const char* part) {
    const bool is_inside = part >= buffer_.data() && part < buffer_.data() + buffer_.size();
    return is_inside ? lines_.at(static_cast<std::uint32_t>(part - buffer_.data())) : base::Mark{};
  }

  Node attributes_of(pugi::xml_node element, base::Mark mark) {
    Node attributes{.type = Type::object, .mark = mark};
    for (const pugi::xml_attribute attribute : element.attributes()) {
      const base::Mark place = mark_of(attribute.name());
      count(place, 1);
      add_member(attributes, attribute.name(), text_node(attribute.value(), mark_of(attribute.value())));
      attributes.members.back().key_mark = place;
    }
    keep_last(attributes.members);
    return attributes;
  }

  // The element's own text and CDATA, without the white space around it; the mark is the first part's.
  Node text_of(pugi::xml_node element, base::Mark mark) {
    std::string text;
    for (const pugi::xml_node child : element) {
      const bool is_text = child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata;
      if (!is_text) continue;
      count(mark, 1);
      if (text.empty()) mark = mark_of(first_visible(child.value()));
      text += child.value();
    }
    return text_node(base::trimmed(text), mark);
  }

  static const char* first_visible(const char* text) {
    while (*text == ' ' || *text == '\t' || *text == '\r' || *text == '\n') ++text;
    return text;
  }

  void count(base::Mark mark, std::size_t nodes) {
    nodes_ += nodes;
    if (nodes_ > input_.limits.max_nodes)
      throw TooMuch{mark, fmt::format("has more than {} values", input_.limits.max_nodes)};
  }

  const Input& input_;
  const std::string& buffer_;
  base::LineIndex lines_;
  std::size_t nodes_ = 0;
};

Documents parse_utf8(const Input& input) try {
  std::string buffer(input.text);
  pugi::xml_document document;
  const pugi::xml_parse_result result =
      document.load_buffer_inplace(buffer.data(), buffer.size(), pugi::parse_default, pugi::encoding_utf8);
  base::LineIndex lines(input.text);
  if (!result)
    return input.problem(lines.at(static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(result.offset, 0))),
                         fmt::format("is no valid XML: {}", base::lower(result.description())));
  std::vector<Node> documents;
  for (const pugi::xml_node child : document) {
    if (child.type() != pugi::node_element) continue;
    Node root = Converter(input, buffer).convert(child, 0);
    if (!documents.empty()) return input.problem(root.mark, "has a second root element");
    documents.push_back(std::move(root));
  }
  if (documents.empty()) return input.problem({}, "has no root element");
  return documents;
} catch (const TooMuch& limit) {
  return input.problem(limit.mark, limit.message);
}

}  // namespace

Documents parse_xml(const Input& input) {
  if (base::is_valid_utf8(input.text)) return parse_utf8(input);
  const std::string text = utf8_from_latin1(input.text);
  return parse_utf8({.text = text, .file = input.file, .limits = input.limits});
}

}  // namespace readiness::document
