// SPDX-License-Identifier: Apache-2.0
// Repositories name the same packages again and again, so each distinct name is matched once.
#include "facts/name_index.h"

#include <algorithm>

#include "base/glob.h"
#include "base/text.h"

namespace readiness::facts {

void NameIndex::add(std::string_view glob, std::uint32_t owner) {
  std::string folded = base::lower(glob);
  const std::size_t wild = folded.find_first_of("*?");
  if (wild == std::string::npos)
    exact_[std::move(folded)].push_back(owner);
  else
    wild_.push_back({folded.substr(0, wild), folded, owner});
}

const std::vector<std::uint32_t>& NameIndex::matching(std::string_view name) {
  std::string folded = base::lower(name);
  const auto [at, is_new] = known_.try_emplace(folded);
  std::vector<std::uint32_t>& owners = at->second;
  if (!is_new) return owners;
  if (const auto found = exact_.find(folded); found != exact_.end()) owners = found->second;
  for (const Wild& wild : wild_)
    if (folded.starts_with(wild.prefix) && base::name_matches(wild.glob, folded))
      owners.push_back(wild.owner);
  std::sort(owners.begin(), owners.end());
  owners.erase(std::unique(owners.begin(), owners.end()), owners.end());
  return owners;
}

}  // namespace readiness::facts
