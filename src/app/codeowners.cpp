// SPDX-License-Identifier: Apache-2.0
#include "app/codeowners.h"

#include <array>
#include <string>

#include "app/policy.h"
#include "base/text.h"

namespace readiness::app {
namespace {

constexpr std::size_t kMaxBytes = 1 << 20;
constexpr std::array<const char*, 4> kPlaces{".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS",
                                             ".gitlab/CODEOWNERS"};

// Cuts the first blank-separated word off `line`; "\ " is a blank inside a word.
std::string take_word(std::string_view& line) {
  line = base::trimmed(line);
  std::string word;
  std::size_t i = 0;
  for (; i < line.size() && line[i] != ' ' && line[i] != '\t'; ++i) {
    if (line[i] == '\\' && i + 1 < line.size()) ++i;
    word += line[i];
  }
  line.remove_prefix(i);
  return word;
}

}  // namespace

std::vector<plan::OwnerRule> parse_codeowners(std::string_view text) {
  std::vector<plan::OwnerRule> rules;
  for (std::string_view line : base::split(text, '\n')) {
    line = base::trimmed(line);
    // Lines in brackets open a section in GitLab's dialect; its rules are read like all others.
    if (line.empty() || line.front() == '#' || line.front() == '[' || line.starts_with("^[")) continue;
    plan::OwnerRule rule{.pattern = take_word(line)};
    for (std::string owner = take_word(line); !owner.empty() && !owner.starts_with('#');
         owner = take_word(line))
      rule.owners.push_back(std::move(owner));
    rules.push_back(std::move(rule));
  }
  return rules;
}

std::vector<plan::OwnerRule> read_codeowners(const source::Source& tree) {
  for (const char* place : kPlaces)
    if (const auto text = read_from_tree(tree, place, kMaxBytes); text && *text)
      return parse_codeowners(**text);
  return {};
}

}  // namespace readiness::app
