// SPDX-License-Identifier: Apache-2.0
// Results of a JSONPath query over a JSON text as one line, for comparisons in tests.
#pragma once
#include "document/document_text.h"

namespace readiness::document {

/// Each match by `show`, with spaces between them; or the rendered error of the query.
template <typename Show>
std::string matches(std::string_view query, std::string_view json, Show show) {
  const auto documents = parse(Format::json, json, "f");
  REQUIRE(documents);
  const auto compiled = JsonPath::compile(query);
  if (!compiled) return base::render(compiled.errors());
  std::string out;
  for (const JsonPath::Match& match : compiled->select(documents->front()))
    out += (out.empty() ? "" : " ") + show(match);
  return out;
}

inline std::string found(std::string_view query, std::string_view json) {
  return matches(query, json, [](const JsonPath::Match& m) { return m.location + "=" + text_of(*m.node); });
}

inline std::string values(std::string_view query, std::string_view json) {
  return matches(query, json, [](const JsonPath::Match& m) { return text_of(*m.node); });
}

inline std::string paths(std::string_view query, std::string_view json) {
  return matches(query, json, [](const JsonPath::Match& m) { return m.location; });
}

}  // namespace readiness::document
