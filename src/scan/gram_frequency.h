// SPDX-License-Identifier: Apache-2.0
// How often folded bytes follow each other in source code: measured once (bench/gram_frequency.cpp),
// committed as data. It only decides which window of a run is looked for, never what is found.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace readiness::scan {

constexpr std::size_t kGramBytes = 4;
/// Four bytes in memory order, each with bit 5 set: capitals and small letters are the same gram.
using Gram = std::uint32_t;
constexpr Gram kFoldMask = 0x20202020;

/// The multiplier of Fibonacci hashing (2^32 / golden ratio); also the filter's.
constexpr std::uint32_t hash_of(Gram gram) { return gram * 0x9E3779B1U; }

/// A folded byte without the bit that is always set: 0 to 127.
constexpr std::size_t packed(unsigned char folded) { return (folded & 0x1FU) | (folded >> 1 & 0x60U); }

// Tables of letters: 'a' is one in 2^26 positions or less, each further letter twice as much.
constexpr int kLevelOfA = -26;
constexpr unsigned kFrequencyBits = 16;
/// The most frequent gram of each bucket of hash_of() >> (32 - kFrequencyBits).
extern const std::string_view kGramFrequencies;
/// The same for three bytes, the fourth being 0.
constexpr unsigned kTripleBits = 15;
extern const std::string_view kTripleFrequencies;
/// Each pair of bytes, at 128 * packed(first) + packed(second).
extern const std::string_view kPairFrequencies;

/// The bytes that may stand at each place of a window; an empty span takes any byte.
using FoldedWindow = std::array<std::span<const unsigned char>, kGramBytes>;
/// How many grams a window stands for.
std::size_t grams_of(const FoldedWindow& window);
/// The share of positions at which one of the window's grams stands, at a guess.
double frequency_of(const FoldedWindow& window);

}  // namespace readiness::scan
