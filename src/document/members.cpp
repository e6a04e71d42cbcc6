// SPDX-License-Identifier: Apache-2.0
// Small objects are compared pairwise, which is quicker than hashing; large ones are hashed.
#include "document/members.h"

#include <unordered_map>

namespace readiness::document {
namespace {

constexpr std::size_t kPairwise = 12;

using Duplicate = std::optional<std::pair<std::size_t, std::size_t>>;

Duplicate among_few(const std::vector<Member>& members) {
  for (std::size_t later = 1; later < members.size(); ++later)
    for (std::size_t earlier = 0; earlier < later; ++earlier)
      if (members[earlier].key == members[later].key) return std::pair{earlier, later};
  return std::nullopt;
}

}  // namespace

Duplicate first_duplicate(const std::vector<Member>& members) {
  if (members.size() <= kPairwise) return among_few(members);
  std::unordered_map<std::string_view, std::size_t> seen;
  seen.reserve(members.size());
  for (std::size_t i = 0; i < members.size(); ++i)
    if (const auto [it, is_new] = seen.emplace(members[i].key, i); !is_new) return std::pair{it->second, i};
  return std::nullopt;
}

void keep_last(std::vector<Member>& members) {
  if (!first_duplicate(members)) return;
  std::unordered_map<std::string, std::size_t> last;
  for (std::size_t i = 0; i < members.size(); ++i) last[members[i].key] = i;
  std::vector<Member> kept;
  kept.reserve(last.size());
  for (std::size_t i = 0; i < members.size(); ++i)
    if (last[members[i].key] == i) kept.push_back(std::move(members[i]));
  members = std::move(kept);
}

}  // namespace readiness::document
