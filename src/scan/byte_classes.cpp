// SPDX-License-Identifier: Apache-2.0
// Hundreds of regexes share a few dozen sets of several bytes; single bytes need no table.
#include "scan/byte_classes.h"

#include <array>

namespace readiness::scan {
namespace {

constexpr auto kFoldedBytes = [] {
  std::array<unsigned char, 256> folded{};
  for (unsigned byte = 0; byte < 256; ++byte) folded[byte] = static_cast<unsigned char>(byte | 0x20);
  return folded;
}();

std::vector<unsigned char> folded_values(const ByteSet& set) {
  ByteSet seen;
  std::vector<unsigned char> values;
  for (unsigned byte = 0; byte < 256; ++byte) {
    if (!set.test(byte) || seen.test(byte | 0x20)) continue;
    seen.set(byte | 0x20);
    values.push_back(static_cast<unsigned char>(byte | 0x20));
  }
  return values;
}

}  // namespace

ClassId ByteClasses::id_of(const ByteSet& set) {
  if (set.count() == 1) return static_cast<ClassId>(set._Find_first());
  const auto [known, is_new] = ids_.try_emplace(set, static_cast<ClassId>(size()));
  if (is_new) {
    sets_.push_back(set);
    folded_.push_back(folded_values(set));
  }
  return known->second;
}

std::span<const unsigned char> ByteClasses::folded(ClassId id) const {
  if (id < 256) return {&kFoldedBytes[id], 1};
  return folded_[id - 256U];
}

}  // namespace readiness::scan
