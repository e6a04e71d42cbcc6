// SPDX-License-Identifier: Apache-2.0
// Turns the letters of the table into shares.
#include "scan/gram_frequency.h"

#include <array>

namespace readiness::scan {
namespace {

constexpr auto kShares = [] {
  std::array<double, 16> shares{};
  double share = 1.0 / (1 << 22);
  for (double& s : shares) {
    s = share;
    share *= 2;
  }
  return shares;
}();

}  // namespace

double frequency_of(Gram gram) {
  const char letter = kGramFrequencies[hash_of(gram) >> (32 - kFrequencyBits)];
  return kShares[static_cast<std::size_t>(letter - 'a')];
}

}  // namespace readiness::scan
