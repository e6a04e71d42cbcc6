// SPDX-License-Identifier: Apache-2.0
// Reads a manifest the way gather does and writes what it declares as lines, for comparing whole.
#pragma once
#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "document/parse.h"
#include "facts/kind.h"
#include "facts/manifest/manifest.h"

namespace readiness::facts::manifest {

inline Reading read(std::string_view path, std::string_view text) {
  const Row* row = find(path);
  REQUIRE(row != nullptr);
  Input input{.path = path, .text = text};
  std::vector<document::Node> documents;
  if (row->wants_tree) {
    const std::optional<DocumentShape> shape = shape_by_path(path);
    REQUIRE(shape);
    auto parsed = document::parse(shape->format, text, path);
    if (!parsed) return {.failure = parsed.errors().front().message};
    documents = std::move(*parsed);
    input.documents = &documents;
  }
  return row->parse(input);
}

/// "line name version [dev] [indirect] [alias]" a dependency; then "key = name version" an alias.
inline std::string declared(std::string_view path, std::string_view text) {
  const Reading reading = read(path, text);
  std::string out = reading.failure.empty() ? "" : "failed: " + reading.failure + "\n";
  for (const Declared& one : reading.declared) {
    out += std::to_string(one.mark.line) + " " + one.name;
    if (!one.version.empty()) out += " " + one.version;
    if (one.scope == Scope::development) out += " [dev]";
    if (!one.direct) out += " [indirect]";
    if (one.is_alias) out += " [alias]";
    out += "\n";
  }
  for (const Alias& alias : reading.aliases)
    out += alias.key + " = " + alias.name + " " + alias.version + "\n";
  return out;
}

}  // namespace readiness::facts::manifest
