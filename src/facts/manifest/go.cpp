// SPDX-License-Identifier: Apache-2.0
// go.mod: require and tool directives, alone or in blocks.
#include <vector>

#include "base/text.h"
#include "facts/manifest/ecosystems.h"
#include "facts/manifest/reading.h"

namespace readiness::facts::manifest {
namespace {

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> out;
  for (text = base::trimmed(text); !text.empty(); text = base::trimmed(text)) {
    const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
    out.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}

std::string_view unquoted(std::string_view word) {
  const bool quoted =
      word.size() >= 2 && (word.front() == '"' || word.front() == '`') && word.back() == word.front();
  return quoted ? word.substr(1, word.size() - 2) : word;
}

}  // namespace

Reading parse_go_mod(const Input& input) {
  Reading reading;
  std::string block;
  each_line(input.text, [&](std::string_view line, std::uint32_t number) {
    const std::size_t comment = line.find("//");
    const bool indirect =
        comment != std::string_view::npos && line.find("indirect", comment) != std::string_view::npos;
    std::vector<std::string_view> parts = words(line.substr(0, comment));
    if (parts.empty()) return true;
    if (parts.front() == ")") return block.clear(), true;
    std::string directive = block;
    if (block.empty()) {
      directive = parts.front();
      parts.erase(parts.begin());
      if (!parts.empty() && parts.front() == "(") return block = directive, true;
    }
    if (parts.empty() || (directive != "require" && directive != "tool")) return true;
    add(reading, {.name = std::string(unquoted(parts[0])),
                  .version = std::string(parts.size() > 1 ? parts[1] : std::string_view{}),
                  .scope = directive == "tool" ? Scope::development : Scope::runtime,
                  .direct = !indirect,
                  .mark = mark_in(line, number, parts[0])});
    return true;
  });
  return reading;
}

}  // namespace readiness::facts::manifest
