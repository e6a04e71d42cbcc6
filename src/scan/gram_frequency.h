// SPDX-License-Identifier: Apache-2.0
// How often four folded bytes follow each other in source code: measured once (bench/gram_frequency.cpp),
// committed as data. It only decides which window of a run is looked for, never what is found.
#pragma once
#include <cstdint>
#include <string_view>

namespace readiness::scan {

/// Four bytes in memory order, each with bit 5 set: capitals and small letters are the same gram.
using Gram = std::uint32_t;
constexpr Gram kFoldMask = 0x20202020;

/// The multiplier of Fibonacci hashing (2^32 / golden ratio); also the filter's.
constexpr std::uint32_t hash_of(Gram gram) { return gram * 0x9E3779B1U; }

constexpr unsigned kFrequencyBits = 15;
/// One letter a bucket of hash_of() >> (32 - kFrequencyBits): 'a' is at most one in 2^22 positions, each
/// further letter twice as much.
extern const std::string_view kGramFrequencies;

/// The share of positions at which `gram` (or the most frequent one of its bucket) stands.
double frequency_of(Gram gram);

}  // namespace readiness::scan
