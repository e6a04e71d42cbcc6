// SPDX-License-Identifier: Apache-2.0
// A bitmap over hashed grams and the loop that holds every second offset of a text against it: the hottest
// code there is (bench/scan_bench.cpp). It knows bits, no patterns.
#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "scan/gram_frequency.h"

namespace readiness::scan {

/// The gram at a place of a text, case apart. A gram is its bytes in memory order.
inline Gram folded_gram(const char* at) {
  static_assert(std::endian::native == std::endian::little, "the filter reads little-endian words");
  Gram gram = 0;
  std::memcpy(&gram, at, sizeof gram);
  return gram | kFoldMask;
}

class GramBitmap {
 public:
  GramBitmap() : GramBitmap(0) {}
  explicit GramBitmap(std::size_t grams);
  /// Over words that somebody else keeps: a power of two of them, at least two. Never inserted into.
  explicit GramBitmap(std::span<const std::uint32_t> words);
  GramBitmap(GramBitmap&&) noexcept = default;
  GramBitmap& operator=(GramBitmap&&) noexcept = default;
  std::span<const std::uint32_t> words() const { return words_; }
  void insert(Gram gram) {
    const std::uint32_t hash = hash_of(gram);
    own_[hash >> shift_] |= bits_of(hash);
  }
  /// Bytes of text that one call of find() looks at.
  static constexpr std::size_t kChunk = 4096;
  /// Offsets from `begin` (even) to below `begin + kChunk` or `end` at which a gram may stand that was
  /// inserted, written to `offsets`, which has room for kChunk / 2. Reads up to 32 bytes behind `end`;
  /// offsets may go a little over it.
  std::size_t find(const char* text, std::size_t begin, std::size_t end, std::uint32_t* offsets) const;

 private:
  // A gram sets two bits of one word: one look tells both.
  static constexpr unsigned kFirstBit = 12;  // of the hash, where the number of the bit begins
  static constexpr unsigned kSecondBit = 7;
  static constexpr std::uint32_t bits_of(std::uint32_t hash) {
    return 1U << (hash >> kFirstBit & 31) | 1U << (hash >> kSecondBit & 31);
  }
  bool holds(Gram gram) const {
    const std::uint32_t hash = hash_of(gram);
    return (words_[hash >> shift_] & bits_of(hash)) == bits_of(hash);
  }
  std::size_t find_portable(const char* text, std::size_t begin, std::size_t end,
                            std::uint32_t* offsets) const;
  std::size_t find_avx2(const char* text, std::size_t begin, std::size_t end, std::uint32_t* offsets) const;

  unsigned shift_ = 0;  ///< of a hash, leaves the number of its word
  std::vector<std::uint32_t> own_{};
  std::span<const std::uint32_t> words_{};  ///< own_, or somebody else's
};

}  // namespace readiness::scan
