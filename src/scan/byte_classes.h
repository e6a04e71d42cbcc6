// SPDX-License-Identifier: Apache-2.0
// Byte sets by number, so that what is known of a regex is a short string of numbers and equal sets are
// stored once.
#pragma once
#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace readiness::scan {

using ByteSet = std::bitset<256>;
/// Below 256: that byte alone. Others count the sets of several bytes.
using ClassId = char16_t;
/// Classes one after the other.
using ByteRun = std::u16string;

class ByteClasses {
 public:
  ClassId id_of(const ByteSet& set);
  ByteSet at(ClassId id) const { return id < 256 ? ByteSet{}.set(id) : sets_[id - 256U]; }
  std::size_t bytes_in(ClassId id) const { return id < 256 ? 1 : sets_[id - 256U].count(); }
  /// The distinct values of `byte | 0x20` in the class.
  std::span<const unsigned char> folded(ClassId id) const;
  /// How many ids there are; all below are in use.
  std::size_t size() const { return 256 + sets_.size(); }

 private:
  std::vector<ByteSet> sets_{};
  std::vector<std::vector<unsigned char>> folded_{};
  std::unordered_map<ByteSet, ClassId> ids_{};
};

}  // namespace readiness::scan
