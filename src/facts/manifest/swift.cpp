// SPDX-License-Identifier: Apache-2.0
// Package.swift and Package.resolved. A package is named by the last part of its URL, as people call it.
#include "base/text.h"
#include "facts/manifest/ecosystems.h"
#include "facts/manifest/reading.h"
#include "facts/manifest/tokens.h"

namespace readiness::facts::manifest {
namespace {

std::string_view name_in_url(std::string_view url) {
  while (url.ends_with('/')) url.remove_suffix(1);
  if (url.ends_with(".git")) url.remove_suffix(4);
  const std::size_t slash = url.find_last_of("/:");
  return slash == std::string_view::npos ? url : url.substr(slash + 1);
}

}  // namespace

// .package(url: "https://…/vapor.git", from: "4.0.0")
Reading parse_package_swift(const Input& input) {
  Reading reading;
  const std::vector<Token> tokens = tokenize(
      input.text, {.hash_comments = false, .slash_comments = true, .triple_quotes = true, .name_bytes = {}});
  for (TokenCursor cursor(tokens); !cursor.done(); cursor.advance()) {
    if (!cursor.at().is(".") || !cursor.at(1).is_name("package") || !cursor.at(2).is("(")) continue;
    cursor.advance(2);
    TokenCursor end = cursor;
    end.skip_group();
    Declared declared;
    for (; cursor.position() + 1 < end.position(); cursor.advance()) {
      if (!cursor.at().is_text()) continue;
      const Token& key = cursor.position() >= 2 ? tokens[cursor.position() - 2] : cursor.at();
      if (key.is_name("url") || key.is_name("id")) {
        declared.name = name_in_url(cursor.at().value);
        declared.mark = cursor.at().mark;
      } else if (!declared.name.empty() && declared.version.empty()) {
        declared.version = cursor.at().value;
      }
    }
    add(reading, std::move(declared));
  }
  return reading;
}

// JSON whose lines are stable enough: "location" or "repositoryURL", then "version".
Reading parse_package_resolved(const Input& input) {
  Reading reading;
  each_line(input.text, [&](std::string_view line, std::uint32_t number) {
    const std::vector<std::string_view> parts = base::split(line, '"');
    if (parts.size() < 5) return true;
    if (parts[1] == "location" || parts[1] == "repositoryURL")
      add(reading, {.name = std::string(name_in_url(parts[3])),
                    .direct = false,
                    .mark = mark_in(line, number, parts[3])});
    else if (parts[1] == "version" && !reading.declared.empty() && reading.declared.back().version.empty())
      reading.declared.back().version = parts[3];
    return true;
  });
  return reading;
}

}  // namespace readiness::facts::manifest
