// SPDX-License-Identifier: Apache-2.0
// Byte sets by number, so that a literal run is a short string of numbers and equal sets are stored once.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "scan/regex_ast.h"

namespace readiness::scan {

/// Below 256: that byte alone. Others count the sets of several bytes.
using ClassId = char16_t;
/// Classes one after the other.
using ByteRun = std::u16string;

class ByteClasses {
 public:
  ByteClasses();
  ClassId id_of(const ByteSet& set);
  const ByteSet& at(ClassId id) const { return sets_[id]; }
  bool contains(ClassId id, unsigned char byte) const { return sets_[id].test(byte); }
  /// The distinct values of `byte | 0x20` in the class.
  const std::vector<unsigned char>& folded(ClassId id) const { return folded_[id]; }

 private:
  ClassId add(const ByteSet& set);
  std::vector<ByteSet> sets_{};
  std::vector<std::vector<unsigned char>> folded_{};
};

}  // namespace readiness::scan
