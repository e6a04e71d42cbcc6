// SPDX-License-Identifier: Apache-2.0
// Trees as one line of text for comparisons in tests: strings quoted, everything else as its value, marks on
// request.
#pragma once
#include <catch2/catch.hpp>
#include <sstream>
#include <string>

#include "document/jsonpath.h"
#include "document/parse.h"

namespace readiness::document {

inline std::string text_of(const Node& node) {
  std::ostringstream out;
  switch (node.type) {
    case Type::null:
      return "null";
    case Type::boolean:
      return node.boolean ? "true" : "false";
    case Type::integer:
      return std::to_string(node.integer);
    case Type::real:
      out << node.real;
      return out.str();
    case Type::string:
      return "'" + node.text + "'";
    case Type::array:
      for (const Node& item : node.items) out << (out.tellp() > 0 ? ", " : "") << text_of(item);
      return "[" + out.str() + "]";
    case Type::object:
      for (const Member& member : node.members)
        out << (out.tellp() > 0 ? ", " : "") << member.key << ": " << text_of(member.value);
      return "{" + out.str() + "}";
  }
  return "?";
}

/// The documents one behind the other with " | " between them, or the rendered error.
inline std::string parsed(Format format, std::string_view text, const Limits& limits = {}) {
  const base::Result<std::vector<Node>> documents = parse(format, text, "f", limits);
  if (!documents) return base::render(documents.errors());
  std::string out;
  for (const Node& document : *documents) out += (out.empty() ? "" : " | ") + text_of(document);
  return out;
}

/// "line:column" of the value that the query finds first.
inline std::string mark_of(Format format, std::string_view text, std::string_view query) {
  const auto documents = parse(format, text, "f");
  if (!documents) return base::render(documents.errors());
  for (const Node& document : *documents)
    for (const auto& match : JsonPath::compile(query).value().select(document))
      return std::to_string(match.node->mark.line) + ":" + std::to_string(match.node->mark.column);
  return "nothing";
}

inline bool starts_with_problem(const std::string& rendered, std::string_view expected) {
  INFO(rendered);
  return rendered.find(expected) != std::string::npos;
}

}  // namespace readiness::document
