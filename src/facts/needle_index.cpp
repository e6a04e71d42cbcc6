// SPDX-License-Identifier: Apache-2.0
// Paths are short, so a bitmap that stays in the first-level cache beats any automaton.
#include "facts/needle_index.h"

#include <cstring>

namespace readiness::facts {

std::size_t NeedleIndex::slot_of(const char* run) {
  const auto byte = [run](int i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(run[i])); };
  return (byte(0) | byte(1) << 8 | byte(2) << 16) * 0x9E3779B1U >>
         20;  // Fibonacci hashing, the upper 12 bits
}

// Filed under the run whose slot is emptiest, which is most often the rarest.
void NeedleIndex::add(std::string needle, std::uint32_t owner) {
  std::size_t best = 0;
  for (std::size_t i = 1; i + kShortest <= needle.size(); ++i)
    if (slots_[slot_of(&needle[i])].size() < slots_[slot_of(&needle[best])].size()) best = i;
  const std::size_t slot = slot_of(&needle[best]);
  used_.set(slot);
  slots_[slot].push_back({std::move(needle), best, owner});
}

void NeedleIndex::find(std::string_view text, std::vector<std::uint32_t>& owners) const {
  owners.clear();
  for (std::size_t i = 0; i + kShortest <= text.size(); ++i) {
    const std::size_t slot = slot_of(text.data() + i);
    if (!used_[slot]) continue;
    for (const Needle& needle : slots_[slot])
      if (i >= needle.offset && text.substr(i - needle.offset, needle.text.size()) == needle.text)
        owners.push_back(needle.owner);
  }
}

}  // namespace readiness::facts
