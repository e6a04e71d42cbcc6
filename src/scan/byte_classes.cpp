// SPDX-License-Identifier: Apache-2.0
// A few dozen different classes serve hundreds of patterns, so a linear search is enough.
#include "scan/byte_classes.h"

#include <algorithm>

namespace readiness::scan {

ByteClasses::ByteClasses() {
  for (unsigned byte = 0; byte < 256; ++byte) add(ByteSet{}.set(byte));
}

ClassId ByteClasses::id_of(const ByteSet& set) {
  if (set.count() == 1) return static_cast<ClassId>(set._Find_first());
  const auto known = std::find(sets_.begin() + 256, sets_.end(), set);
  if (known != sets_.end()) return static_cast<ClassId>(known - sets_.begin());
  return add(set);
}

ClassId ByteClasses::add(const ByteSet& set) {
  ByteSet folded;
  std::vector<unsigned char> values;
  for (unsigned byte = 0; byte < 256; ++byte) {
    if (!set.test(byte) || folded.test(byte | 0x20)) continue;
    folded.set(byte | 0x20);
    values.push_back(static_cast<unsigned char>(byte | 0x20));
  }
  sets_.push_back(set);
  folded_.push_back(std::move(values));
  return static_cast<ClassId>(sets_.size() - 1);
}

}  // namespace readiness::scan
