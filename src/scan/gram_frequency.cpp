// SPDX-License-Identifier: Apache-2.0
// Few grams or triples are looked up one by one; many are guessed from pairs, as if each byte depended on the
// one before only, which makes "key" seem 35 times as rare as it is.
#include "scan/gram_frequency.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace readiness::scan {
namespace {

constexpr std::size_t kMostLookedUp = 16;
constexpr std::size_t kBytes = 128;
constexpr std::size_t kAnyByte = 128;  // values of a folded byte

double share_of(char letter) { return std::ldexp(1.0, letter - 'a' + kLevelOfA); }

double share_of_triple(Gram triple) {
  return share_of(kTripleFrequencies[hash_of(triple) >> (32 - kTripleBits)]);
}

// A gram is no more frequent than the triples in it: they know when its bucket belongs to another one.
double share_of_gram(Gram gram) {
  const double known = share_of(kGramFrequencies[hash_of(gram) >> (32 - kFrequencyBits)]);
  return std::min({known, share_of_triple(gram & 0xFFFFFF), share_of_triple(gram >> 8)});
}

double looked_up(const FoldedWindow& window) {
  double sum = 0;
  for (const unsigned a : window[0]) {
    for (const unsigned b : window[1]) {
      for (const unsigned c : window[2]) {
        for (const unsigned d : window[3]) sum += share_of_gram(a | b << 8 | c << 16 | d << 24);
      }
    }
  }
  return sum;
}

// Of a window whose first or last place may be any byte.
double looked_up_triple(const FoldedWindow& window) {
  const std::size_t begin = window.front().empty() ? 1 : 0;
  double sum = 0;
  for (const unsigned a : window[begin]) {
    for (const unsigned b : window[begin + 1]) {
      for (const unsigned c : window[begin + 2]) sum += share_of_triple(a | b << 8 | c << 16);
    }
  }
  return sum;
}

struct Pairs {
  std::array<float, kBytes * kBytes> share;  // of positions with this pair
  std::array<float, kBytes> share_of_first;  // of positions with a pair that begins so
};

const Pairs& pairs() {
  static const Pairs kPairs = [] {
    Pairs made{};
    for (std::size_t i = 0; i < made.share.size(); ++i) {
      made.share[i] = static_cast<float>(share_of(kPairFrequencies[i]));
      made.share_of_first[i / kBytes] += made.share[i];
    }
    return made;
  }();
  return kPairs;
}

double guessed(const FoldedWindow& window) {
  const Pairs& known = pairs();
  std::array<double, kBytes> share{};  // of positions where the window so far ends with this byte
  double total = 1;
  bool begun = false;
  for (const std::span<const unsigned char> place : window) {
    if (place.empty()) continue;  // wildcards stand at an end: whatever follows or precedes
    std::array<double, kBytes> next{};
    total = 0;
    for (const unsigned char byte : place) {
      const std::size_t to = packed(byte);
      double sum = begun ? 0 : known.share_of_first[to];
      for (std::size_t from = 0; begun && from < kBytes; ++from) {
        if (share[from] > 0)
          sum += share[from] * known.share[from * kBytes + to] / known.share_of_first[from];
      }
      next[to] = sum;
      total += sum;
    }
    share = next;
    begun = true;
  }
  return total;
}

}  // namespace

std::size_t grams_of(const FoldedWindow& window) {
  std::size_t grams = 1;
  for (const auto& place : window) grams *= place.empty() ? kAnyByte : place.size();
  return grams;
}

double frequency_of(const FoldedWindow& window) {
  const std::size_t grams = grams_of(window);
  if (grams <= kMostLookedUp) return looked_up(window);
  const auto wild =
      std::count_if(window.begin(), window.end(), [](const auto& place) { return place.empty(); });
  const bool is_triple = wild == 1 && (window.front().empty() || window.back().empty());
  if (is_triple && grams / kAnyByte <= kMostLookedUp) return looked_up_triple(window);
  return guessed(window);
}

}  // namespace readiness::scan
