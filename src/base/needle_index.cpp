// SPDX-License-Identifier: Apache-2.0
// Paths are short, so a bitmap that stays in the first-level cache beats any automaton.
#include "base/needle_index.h"

#include <algorithm>
#include <cstring>

namespace readiness::base {

std::size_t NeedleIndex::slot_of(const char* run) {
  const auto byte = [run](int i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(run[i])); };
  return (byte(0) | byte(1) << 8 | byte(2) << 16) * 0x9E3779B1U >>
         20;  // Fibonacci hashing, the upper 12 bits
}

// Filed under the run whose slot is emptiest, which is most often the rarest.
void NeedleIndex::add(std::string_view needle, std::uint32_t owner) {
  std::size_t best = 0;
  for (std::size_t i = 1; i + kShortest <= needle.size(); ++i)
    if (slots_[slot_of(&needle[i])].size() < slots_[slot_of(&needle[best])].size()) best = i;
  const std::size_t slot = slot_of(&needle[best]);
  used_.set(slot);
  longest_ = std::max(longest_, needle.size());
  slots_[slot].push_back({needle, best, owner});
}

void NeedleIndex::find(std::string_view text, std::size_t from, std::vector<std::uint32_t>& owners) const {
  for (std::size_t i = from - std::min(from, longest_); i + kShortest <= text.size(); ++i) {
    const std::size_t slot = slot_of(text.data() + i);
    if (!used_[slot]) continue;
    for (const Needle& needle : slots_[slot])
      if (i >= needle.offset && i - needle.offset + needle.text.size() > from &&
          text.substr(i - needle.offset, needle.text.size()) == needle.text)
        owners.push_back(needle.owner);
  }
}

}  // namespace readiness::base
