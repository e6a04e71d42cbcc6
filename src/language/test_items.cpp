// SPDX-License-Identifier: Apache-2.0
// Braces are counted in code only, so those of strings and comments do not matter.
#include "language/test_items.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.h"
#include "language/lexer.h"

namespace readiness::language {
namespace {

using base::Region;
constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestHead = 2048;  // of an item, up to its block: bounds what many attributes can cost

struct Range {
  std::uint32_t begin;
  std::uint32_t end;
};

// The next of `wanted` in code, from `from` on.
std::size_t find_in_code(std::string_view text, const base::RegionMap& map, std::string_view wanted, std::size_t from) {
  std::size_t at = text.find_first_of(wanted, from);
  while (at != kNone && map.at(static_cast<std::uint32_t>(at)) != Region::code) at = text.find_first_of(wanted, at + 1);
  return at;
}

// Behind the `}` that closes the `{` at `open`; the text's end when none does.
std::size_t end_of_block(std::string_view text, const base::RegionMap& map, std::size_t open) {
  std::size_t depth = 0;
  for (std::size_t at = open; at != kNone; at = find_in_code(text, map, "{}", at + 1)) {
    depth = text[at] == '{' ? depth + 1 : depth - 1;
    if (depth == 0) return at + 1;
  }
  return text.size();
}

// `#[cfg(test)]`, `#[cfg(all(test, …))]`; the blocks of the items behind them, ascending, apart from each other.
std::vector<Range> blocks_of_tests(std::string_view text, const base::RegionMap& map) {
  std::vector<Range> out;
  std::size_t at = 0;
  while ((at = base::find(text, "#[cfg(", at)) != kNone) {
    const std::size_t begin = at;
    std::string_view condition = text.substr(at += 6);
    if (condition.starts_with("all(")) condition.remove_prefix(4);
    const bool is_test = condition.starts_with("test") && condition.size() > 4 && !base::is_word(condition[4]);
    if (!is_test || map.at(static_cast<std::uint32_t>(begin)) != Region::code) continue;
    const std::size_t open = find_in_code(text.substr(0, at + kLongestHead), map, "{;", at);
    if (open == kNone || text[open] == ';') continue;  // `mod tests;` is a file of its own
    at = end_of_block(text, map, open);
    out.push_back({static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(at)});
  }
  return out;
}

}  // namespace

void mark_rust_tests(std::string_view text, base::RegionMap& map) {
  const std::vector<Range> blocks = blocks_of_tests(text, map);
  if (blocks.empty()) return;
  if (map.stretches.empty()) map.stretches.push_back({static_cast<std::uint32_t>(text.size()), Region::code});
  base::RegionMap out;
  std::uint32_t begin = 0;
  std::size_t next = 0;
  for (const base::RegionMap::Stretch& stretch : map.stretches) {
    while (begin < stretch.end) {
      while (next < blocks.size() && blocks[next].end <= begin) ++next;
      const bool inside = next < blocks.size() && blocks[next].begin <= begin;
      const std::uint32_t border = next == blocks.size() ? stretch.end : inside ? blocks[next].end : blocks[next].begin;
      begin = std::min(stretch.end, border);
      extend(out, inside && stretch.region == Region::code ? Region::test : stretch.region, begin);
    }
  }
  map = std::move(out);
}

}  // namespace readiness::language
