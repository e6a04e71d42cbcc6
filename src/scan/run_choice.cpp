// SPDX-License-Identifier: Apache-2.0
// Costs are in positions looked at again for each byte of text; only their order matters.
#include "scan/run_choice.h"

#include <algorithm>
#include <array>
#include <utility>

#include "scan/gram_frequency.h"

namespace readiness::scan {
namespace {

// Each gram sets one bit of 2^20 in the filter: that share of foreign grams must be looked at twice.
constexpr double kCostOfGram = 1.0 / (1 << 20);
// A call of PCRE2 costs some look-ups of a gram; a search over a window of unknown length more.
constexpr double kCostOfExactMatch = 4;
constexpr double kCostOfSearch = 8;
constexpr double kCostOfUnboundedSearch = 12;

constexpr std::size_t kMaxRunBytes = 32;  // compared at each candidate; more proves nothing new
constexpr std::int32_t kKeptBeforeWindow = 12;
constexpr std::size_t kFewGrams = 16;
constexpr std::size_t kGramsOfWildcard = 128;

// Every class of `small` lies inside the class of `large` at the same place, and `large` is not longer.
bool implies(const ByteRun& small, const ByteRun& large, const ByteClasses& classes) {
  if (large.size() > small.size()) return false;
  for (std::size_t i = 0; i < large.size(); ++i) {
    if (small[i] == large[i]) continue;
    if (large[i] < 256 || (classes.at(small[i]) & ~classes.at(large[i])).any()) return false;
  }
  return true;
}

void drop_implied(std::vector<LiteralRun>& runs, const ByteClasses& classes) {
  std::vector<LiteralRun> kept;
  std::sort(runs.begin(), runs.end(),
            [](const auto& a, const auto& b) { return a.classes.size() < b.classes.size(); });
  for (LiteralRun& run : runs) {
    const bool implied = std::any_of(kept.begin(), kept.end(), [&](const LiteralRun& other) {
      return other.lo <= run.lo && other.hi >= run.hi && implies(run.classes, other.classes, classes);
    });
    if (!implied) kept.push_back(std::move(run));
  }
  runs = std::move(kept);
}

struct WindowCost {
  std::size_t grams = 0;
  double frequency = 0;  ///< of any of its grams
  double total = 0;
};

// Nothing when it has too many grams, or so many that it must cost more than `limit`.
std::optional<WindowCost> cost_of_window(const ByteRun& run, std::int32_t at, std::size_t most_grams,
                                         double limit, const ByteClasses& classes) {
  FoldedWindow window{};
  for (std::size_t i = 0; i < kGramBytes; ++i) {
    const auto element = static_cast<std::size_t>(at) + i;  // -1 is beyond every run, too
    if (element < run.size()) window[i] = classes.folded(run[element]);
  }
  const std::size_t grams = grams_of(window);
  const double cost_of_grams = static_cast<double>(grams) * kCostOfGram;
  if (grams > most_grams || cost_of_grams >= limit) return std::nullopt;
  const double frequency = frequency_of(window);
  return WindowCost{grams, frequency, frequency + cost_of_grams};
}

// How often the rest of the run is there as well, taking bytes for independent: a letter is one in 20.
double share_that_goes_on(const LiteralRun& run, std::int32_t window, const ByteClasses& classes) {
  double share = 1;
  for (std::size_t i = 0; i < run.classes.size(); ++i) {
    const auto place = static_cast<std::int32_t>(i);
    if (place >= window && place < window + static_cast<std::int32_t>(kGramBytes)) continue;
    share *= std::min(1.0, static_cast<double>(classes.folded(run.classes[i]).size()) / 20.0);
  }
  return std::max(share, 1e-3);
}

// The cheapest window among every second offset. Sticking out costs many grams, so it happens only where it
// must.
// Nothing when all cost `most` or more.
std::optional<WindowCost> cheapest_window(const ByteRun& run, std::int32_t parity, double most,
                                          const ByteClasses& classes, std::int32_t& window) {
  std::optional<WindowCost> best;
  const auto consider = [&](std::int32_t at, std::size_t most_grams) {
    const double limit = best ? best->total : most;
    const std::optional<WindowCost> cost = cost_of_window(run, at, most_grams, limit, classes);
    if (!cost || cost->total >= limit) return;
    best = cost;
    window = at;
  };
  const std::int32_t last = static_cast<std::int32_t>(run.size()) - static_cast<std::int32_t>(kGramBytes);
  for (const std::size_t most_grams :
       {kFewGrams, kMaxGramsOfWindow}) {  // cheap ones set the limit for the others
    for (std::int32_t at = parity; at <= last; at += 2) consider(at, most_grams);
  }
  if (best && best->grams <= kGramsOfWildcard) return best;
  if (parity == 1) consider(-1, kMaxGramsOfWindow);
  if ((last + 1) % 2 == parity) consider(last + 1, kMaxGramsOfWindow);
  return best;
}

// Cuts a long run down to the surroundings of its best window. What is cut in front counts as prefix.
void trim(LiteralRun& run, std::int32_t window, ByteSet& prefix, const ByteClasses& classes) {
  const auto wanted = static_cast<std::size_t>(std::max<std::int32_t>(window - kKeptBeforeWindow, 0));
  const std::size_t front = std::min(run.classes.size() - kMaxRunBytes, wanted);
  for (std::size_t i = 0; i < front; ++i) prefix |= classes.at(run.classes[i]);
  run.classes = run.classes.substr(front, kMaxRunBytes);
  run.lo += static_cast<std::uint32_t>(front);
  if (run.hi != kUnbounded) run.hi += static_cast<std::uint32_t>(front);
}

// False when there is none, or none for less than `most`.
bool choose_windows_of(LiteralRun& run, ByteSet& prefix, double most, const ByteClasses& classes) {
  if (run.classes.size() < kShortestRun) return false;
  if (run.classes.size() > kMaxRunBytes) {
    std::int32_t best = 0;
    if (!cheapest_window(run.classes, 0, 2 * most, classes, best)) return false;
    trim(run, best, prefix, classes);
  }
  const double per_match = run.hi == kUnbounded ? kCostOfUnboundedSearch
                           : run.hi == run.lo   ? kCostOfExactMatch
                                                : kCostOfSearch;
  run.cost = 0;
  for (const std::int32_t parity : {0, 1}) {
    std::int32_t& window = run.windows[static_cast<std::size_t>(parity)];
    const std::optional<WindowCost> cost = cheapest_window(run.classes, parity, 2 * most, classes, window);
    if (!cost) return false;
    run.cost += (cost->total + cost->frequency * share_that_goes_on(run, window, classes) * per_match) / 2;
  }
  return true;
}

}  // namespace

std::optional<RunSet> choose_windows(RunSet set, double most, const ByteClasses& classes) {
  drop_implied(set.runs, classes);
  set.cost = 0;
  for (LiteralRun& run : set.runs) {
    if (!choose_windows_of(run, set.prefix, most - set.cost, classes)) return std::nullopt;
    set.cost += run.cost;
    if (set.cost >= most) return std::nullopt;
  }
  if (set.runs.empty()) return std::nullopt;
  return set;
}

}  // namespace readiness::scan
