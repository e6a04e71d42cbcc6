// SPDX-License-Identifier: Apache-2.0
// What happens where the bitmap said perhaps: see bench/scan_bench.cpp before and after touching it.
#include "scan/gram_filter.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

namespace readiness::scan {
namespace {

Gram folded_gram(const char* at) {
  Gram gram = 0;
  std::memcpy(&gram, at, sizeof gram);
  return gram | kFoldMask;
}

struct Check {
  std::int32_t at = 0;  // relative to the window
  Gram mask = 0;
  Gram value = 0;
};

// The four bytes outside the window of which most are known (case apart).
Check best_check(const ByteRun& run, std::int32_t window, const ByteClasses& classes) {
  constexpr auto kBytes = static_cast<std::int32_t>(kGramBytes);
  const auto size = static_cast<std::int32_t>(run.size());
  Check best;
  for (std::int32_t at = 0; at < size; ++at) {
    Check check{.at = at - window};
    for (std::int32_t i = 0; i < std::min(kBytes, size - at); ++i) {
      const auto folded = classes.folded(run[static_cast<std::size_t>(at + i)]);
      const bool in_window = at + i >= window && at + i < window + kBytes;
      if (in_window || folded.size() != 1) continue;
      check.mask |= Gram{0xFF} << 8 * i;
      check.value |= Gram{folded.front()} << 8 * i;
    }
    if (std::popcount(check.mask) > std::popcount(best.mask)) best = check;
  }
  return best;
}

// All grams that a window of a run can be; where it sticks out it takes any byte.
std::vector<Gram> grams_of_window(const ByteRun& run, std::int32_t window, const ByteClasses& classes) {
  std::vector<Gram> grams{0};
  for (std::size_t i = 0; i < kGramBytes; ++i) {
    std::vector<Gram> longer;
    const auto extend = [&](unsigned byte) {
      for (const Gram gram : grams) longer.push_back(gram | byte << 8 * i);
    };
    const std::size_t element = static_cast<std::size_t>(window) + i;  // -1 is beyond every run
    if (element < run.size()) {
      for (const unsigned byte : classes.folded(run[element])) extend(byte);
    } else {
      for (unsigned byte = 0; byte < 256; ++byte) {
        if ((byte & 0x20) != 0) extend(byte);
      }
    }
    grams = std::move(longer);
  }
  return grams;
}

}  // namespace

void Wanted::begin(std::size_t patterns, const Eligible& eligible) {
  constexpr std::uint32_t kLastText = 0x7FFFFFFE;
  if (states_.size() != patterns || text_ == kLastText) {
    states_.assign(patterns, 0);
    text_ = 0;
  }
  ++text_;
  eligible_ = &eligible;
}

bool Wanted::ask(PatternId id) {
  if (states_[id] < 2 * text_) states_[id] = 2 * text_ + ((*eligible_)(id) ? 0 : 1);
  return states_[id] == 2 * text_;
}

void GramFilter::add(PatternId pattern, const std::vector<LiteralRun>& runs) {
  for (const LiteralRun& run : runs) {
    const auto number = static_cast<std::uint32_t>(runs_.size());
    const auto [known, is_new] = numbers_.try_emplace(run.classes, number);
    if (is_new) runs_.push_back({.classes = run.classes, .windows = run.windows});
    uses_.push_back({.run = known->second, .pattern = pattern, .lo = run.lo, .hi = run.hi});
  }
}

void GramFilter::build(const ByteClasses& classes) {
  numbers_.clear();
  for (std::size_t id = 0; id < classes.size(); ++id) sets_.push_back(classes.at(static_cast<ClassId>(id)));
  order_uses();
  std::vector<Entry> entries;
  for (std::uint32_t number = 0; number < runs_.size(); ++number) {
    for (const std::int32_t window : runs_[number].windows) add_entries(number, window, classes, entries);
  }
  index(entries);
}

void GramFilter::order_uses() {
  std::stable_sort(uses_.begin(), uses_.end(), [](const Use& a, const Use& b) { return a.run < b.run; });
  for (std::uint32_t use = 0; use < uses_.size(); ++use) {
    Run& run = runs_[uses_[use].run];
    if (run.end_use == 0) run.first_use = use;
    run.end_use = use + 1;
  }
}

void GramFilter::add_entries(std::uint32_t number, std::int32_t window, const ByteClasses& classes,
                             std::vector<Entry>& entries) const {
  const ByteRun& run = runs_[number].classes;
  const Check check = best_check(run, window, classes);
  for (const Gram gram : grams_of_window(run, window, classes)) {
    entries.push_back({gram, number, window, check.at, check.mask, check.value});
  }
}

void GramFilter::index(const std::vector<Entry>& entries) {
  bitmap_.clear();
  bucket_begin_.assign((std::size_t{1} << kBucketBits) + 1, 0);
  for (const Entry& entry : entries) {
    bitmap_.insert(entry.gram);
    ++bucket_begin_[(hash_of(entry.gram) >> (32 - kBucketBits)) + 1];
  }
  for (std::size_t i = 1; i < bucket_begin_.size(); ++i) bucket_begin_[i] += bucket_begin_[i - 1];
  std::vector<std::uint32_t> next = bucket_begin_;
  entries_.resize(entries.size());
  for (const Entry& entry : entries) entries_[next[hash_of(entry.gram) >> (32 - kBucketBits)]++] = entry;
}

void GramFilter::scan(std::string_view text, Wanted& wanted, std::vector<Candidate>& found) const {
  if (empty()) return;
  std::array<std::uint32_t, GramBitmap::kChunk / 2> offsets;
  for (std::size_t begin = 0; begin < text.size(); begin += GramBitmap::kChunk) {
    const std::size_t count = bitmap_.find(text.data(), begin, text.size(), offsets.data());
    for (std::size_t i = 0; i < count; ++i) look_up(text, offsets[i], wanted, found);
  }
}

void GramFilter::look_up(std::string_view text, std::size_t at, Wanted& wanted,
                         std::vector<Candidate>& found) const {
  const Gram gram = folded_gram(text.data() + at);
  const std::uint32_t bucket = hash_of(gram) >> (32 - kBucketBits);
  const Entry* const end = entries_.data() + bucket_begin_[bucket + 1];
  for (const Entry* entry = entries_.data() + bucket_begin_[bucket]; entry != end; ++entry) {
    if (entry->gram != gram) continue;
    const std::int64_t check = static_cast<std::int64_t>(at) + entry->check_at;
    if (check < 0 || (folded_gram(text.data() + check) & entry->check_mask) != entry->check_value) continue;
    try_run(text, *entry, at, wanted, found);
  }
}

void GramFilter::try_run(std::string_view text, const Entry& entry, std::size_t at, Wanted& wanted,
                         std::vector<Candidate>& found) const {
  const Run& run = runs_[entry.run];
  const auto begin = static_cast<std::int64_t>(at) - entry.gram_at;
  const std::size_t size = run.classes.size();
  if (begin < 0 || static_cast<std::size_t>(begin) + size > text.size()) return;
  for (std::size_t i = 0; i < size; ++i) {
    if (!sets_[run.classes[i]].test(static_cast<unsigned char>(text[static_cast<std::size_t>(begin) + i])))
      return;
  }
  for (std::uint32_t u = run.first_use; u < run.end_use; ++u) {
    const Use& use = uses_[u];
    if (begin < use.lo || wanted.is_refused(use.pattern) || !wanted.ask(use.pattern)) continue;
    found.push_back({use.pattern, static_cast<std::uint32_t>(begin), use.lo, use.hi});
  }
}

}  // namespace readiness::scan
