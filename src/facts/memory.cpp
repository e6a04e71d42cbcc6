// SPDX-License-Identifier: Apache-2.0
#include "facts/memory.h"

namespace readiness::facts {
namespace {

std::size_t hits_in(const Findings& findings) {
  std::size_t out = 0;
  for (const Found& found : findings.found) out += found.hits.size();
  return out;
}

}  // namespace

void Memory::turn_to(const source::Source& source, std::uint64_t rules) {
  before_ = std::move(now_);
  if (rules != rules_) before_.clear();
  rules_ = rules;
  const std::vector<source::Entry>& entries = source.entries();
  now_ = std::vector<Place>(entries.size());
  was_at_.assign(entries.size(), kNowhere);
  hits_.store(0);
  std::uint32_t old = 0;  // both are sorted by path
  for (std::size_t i = 0; i < entries.size(); ++i) {
    now_[i].path = entries[i].path;
    now_[i].kind = entries[i].kind;
    while (old < before_.size() && before_[old].path < entries[i].path) ++old;
    if (old == before_.size()) continue;
    const Place& place = before_[old];
    if (place.path == entries[i].path && place.kind == entries[i].kind && place.known != nullptr &&
        !entries[i].blob.empty() && place.known->blob == entries[i].blob)
      was_at_[i] = old;
  }
}

const Remembered* Memory::recall(std::size_t index) const {
  return was_at_[index] == kNowhere ? nullptr : before_[was_at_[index]].known.get();
}

void Memory::keep(std::size_t index, std::unique_ptr<Remembered> known) {
  const std::size_t hits = hits_in(known->findings);
  if (hits > kMostHitsOfFile || hits_.fetch_add(hits) + hits > kMostHitsOfAll) return;
  now_[index].known = std::move(known);
}

void Memory::keep_recalled(std::size_t index) {
  recalled_.fetch_add(1, std::memory_order_relaxed);
  keep(index, std::move(before_[was_at_[index]].known));
}

}  // namespace readiness::facts
