// SPDX-License-Identifier: Apache-2.0
// Walks back from each run over bytes that the prefix allows; what an earlier run's walk saw is not walked
// again.
#include "scan/candidate_windows.h"

#include <algorithm>

namespace readiness::scan {
namespace {

// The first offset from which a match still sees the byte at `place` (see visible_end).
std::uint32_t first_that_sees(std::uint32_t place) {
  const std::uint32_t block = place / kReachBlock;
  return block == 0 ? 0 : (block - 1) * kReachBlock;
}

class PrefixWalk {
 public:
  PrefixWalk(std::string_view text, const PrefixRule& prefix) : text_(text), prefix_(prefix) {}

  /// The first offset of the stretch of prefix bytes that ends before `place`. Places must ascend.
  std::uint32_t first_before(std::uint32_t place) {
    const std::uint32_t limit = std::max(place - std::min(place, prefix_.hi), first_that_sees(place));
    std::uint32_t at = place;
    while (at > limit) {
      if (at == last_place_) {
        // Limits only ascend: either the last walk ended at a foreign byte at or behind ours, or ours holds
        // now.
        at = std::max(last_first_, limit);
        break;
      }
      if (!prefix_.bytes.test(static_cast<unsigned char>(text_[at - 1]))) break;
      --at;
    }
    last_place_ = place;
    return last_first_ = at;
  }

 private:
  std::string_view text_;
  const PrefixRule& prefix_;
  std::uint32_t last_place_ = 0;
  std::uint32_t last_first_ = 0;
};

}  // namespace

void make_windows(std::string_view text, std::span<const Candidate> candidates, const PrefixRule& prefix,
                  std::vector<Window>& windows) {
  windows.clear();
  PrefixWalk walk(text, prefix);
  for (const Candidate& candidate : candidates) {
    const std::uint32_t last = candidate.at - candidate.lo;
    if (candidate.lo == candidate.hi) {
      windows.push_back({last, last});
      continue;
    }
    const std::uint32_t farthest = candidate.at - std::min(candidate.at, candidate.hi);
    const std::uint32_t first = std::max(walk.first_before(candidate.at), farthest);
    if (first <= last) windows.push_back({first, last});
  }
  std::sort(windows.begin(), windows.end(), [](Window a, Window b) { return a.first < b.first; });
}

}  // namespace readiness::scan
