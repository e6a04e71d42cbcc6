// SPDX-License-Identifier: Apache-2.0
// A bitmap over hashed grams and the loop that holds every second offset of a text against it: the hottest
// code there is (bench/scan_bench.cpp). It knows bits, no patterns.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "scan/gram_frequency.h"

namespace readiness::scan {

class GramBitmap {
 public:
  void clear() { words_.assign(std::size_t{1} << (kBits - 5), 0); }
  void insert(Gram gram) {
    const std::uint32_t hash = hash_of(gram);
    words_[hash >> (32 - (kBits - 5))] |= 1U << (hash >> 8 & 31);
  }
  /// Bytes of text that one call of find() looks at.
  static constexpr std::size_t kChunk = 4096;
  /// Offsets from `begin` (even) to below `begin + kChunk` or `end` at which a gram may stand that was
  /// inserted, written to `offsets`, which has room for kChunk / 2. Reads up to 32 bytes behind `end`;
  /// offsets may go a little over it.
  std::size_t find(const char* text, std::size_t begin, std::size_t end, std::uint32_t* offsets) const;

 private:
  // 2^20 bits are 128 KiB, in the second-level cache: measured as fast as 32 KiB in the first, with a quarter
  // of the false alarms.
  static constexpr unsigned kBits = 20;
  std::uint32_t bit(Gram gram) const {
    const std::uint32_t hash = hash_of(gram);
    return words_[hash >> (32 - (kBits - 5))] >> (hash >> 8 & 31) & 1;
  }
  std::size_t find_portable(const char* text, std::size_t begin, std::size_t end,
                            std::uint32_t* offsets) const;
  std::size_t find_avx2(const char* text, std::size_t begin, std::size_t end, std::uint32_t* offsets) const;

  std::vector<std::uint32_t> words_{};
};

}  // namespace readiness::scan
