// SPDX-License-Identifier: Apache-2.0
// Small steps that several ecosystems' parsers share: lines with numbers, members of tables, what a group is
// for.
#pragma once
#include <string>
#include <string_view>

#include "facts/manifest/manifest.h"

namespace readiness::facts::manifest {

/// Calls `see(line, number)` for each line, without its break; `see` returns false to stop.
template <typename See>
void each_line(std::string_view text, See see) {
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!see(line, number) || end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

/// The place of `part`, which lies inside `line`.
base::Mark mark_in(std::string_view line, std::uint32_t number, std::string_view part);

/// Adds unless the reading is full or the name empty.
void add(Reading& reading, Declared declared);

/// The text of a scalar member, or empty.
std::string_view text_of(const document::Node& node, std::string_view key);

/// A node far below: find_path(root, {"tool", "poetry"}); nullptr when a step is missing.
const document::Node* find_path(const document::Node& root, std::initializer_list<std::string_view> keys);

/// What a group or file of dependencies is for, by the words in its name; `otherwise` when they say nothing.
Scope scope_of_group(std::string_view name, Scope otherwise);

}  // namespace readiness::facts::manifest
