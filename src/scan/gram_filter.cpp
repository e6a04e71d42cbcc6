// SPDX-License-Identifier: Apache-2.0
// The loop over every byte of every repository: see bench/scan_bench.cpp before and after touching it.
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

}  // namespace

void GramFilter::add(PatternId pattern, const std::vector<LiteralRun>& runs) {
  for (const LiteralRun& run : runs) {
    runs_.push_back({.pattern = pattern,
                     .lo = run.lo,
                     .hi = run.hi,
                     .windows = run.windows,
                     .first_element = static_cast<std::uint32_t>(elements_.size()),
                     .size = static_cast<std::uint32_t>(run.classes.size())});
    elements_ += run.classes;
  }
}

void GramFilter::build(ByteClasses classes) {
  classes_ = std::move(classes);
  std::vector<Entry> entries;
  for (std::uint32_t run = 0; run < runs_.size(); ++run) {
    add_entries(run, 0, entries);
    add_entries(run, 1, entries);
  }
  index(entries);
}

// All grams that a window of a run can be; where it sticks out it takes any byte.
void GramFilter::add_entries(std::uint32_t number, std::uint32_t window, std::vector<Entry>& entries) const {
  const Run& run = runs_[number];
  std::vector<Gram> grams{0};
  for (std::uint32_t i = 0; i < kGramBytes; ++i) {
    std::vector<Gram> longer;
    const auto extend = [&](unsigned byte) {
      for (const Gram gram : grams) longer.push_back(gram | byte << 8 * i);
    };
    const std::uint32_t element =
        static_cast<std::uint32_t>(run.windows[window]) + i;  // -1 is beyond every run
    if (element < run.size) {
      for (const unsigned byte : classes_.folded(elements_[run.first_element + element])) extend(byte);
    } else {
      for (unsigned byte = 0; byte < 256; ++byte) {
        if ((byte & 0x20) != 0) extend(byte);
      }
    }
    grams = std::move(longer);
  }
  Entry entry{
      .gram = 0, .run_and_window = 2 * number + window, .check_at = 0, .check_mask = 0, .check_value = 0};
  choose_check(run, run.windows[window], entry);
  for (const Gram gram : grams) {
    entry.gram = gram;
    entries.push_back(entry);
  }
}

// The four bytes outside the window of which most are known (case apart).
void GramFilter::choose_check(const Run& run, std::int32_t window, Entry& entry) const {
  const auto size = static_cast<std::int32_t>(run.size);
  constexpr auto kBytes = static_cast<std::int32_t>(kGramBytes);
  for (std::int32_t at = 0; at < size; ++at) {
    Gram mask = 0;
    Gram value = 0;
    for (std::int32_t i = 0; i < std::min(kBytes, size - at); ++i) {
      const auto& folded = classes_.folded(elements_[run.first_element + static_cast<std::size_t>(at + i)]);
      const bool in_window = at + i >= window && at + i < window + kBytes;
      if (in_window || folded.size() != 1) continue;
      mask |= Gram{0xFF} << 8 * i;
      value |= Gram{folded.front()} << 8 * i;
    }
    if (std::popcount(mask) > std::popcount(entry.check_mask)) {
      entry.check_at = at - window;
      entry.check_mask = mask;
      entry.check_value = value;
    }
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

void GramFilter::scan(std::string_view text, std::vector<Candidate>& found) const {
  if (empty()) return;
  std::array<std::uint32_t, GramBitmap::kChunk / 2> offsets;
  for (std::size_t begin = 0; begin < text.size(); begin += GramBitmap::kChunk) {
    const std::size_t count = bitmap_.find(text.data(), begin, text.size(), offsets.data());
    for (std::size_t i = 0; i < count; ++i) look_up(text, offsets[i], found);
  }
}

void GramFilter::look_up(std::string_view text, std::size_t at, std::vector<Candidate>& found) const {
  const Gram gram = folded_gram(text.data() + at);
  const std::uint32_t bucket = hash_of(gram) >> (32 - kBucketBits);
  const Entry* const end = entries_.data() + bucket_begin_[bucket + 1];
  for (const Entry* entry = entries_.data() + bucket_begin_[bucket]; entry != end; ++entry) {
    if (entry->gram != gram) continue;
    const std::int64_t check = static_cast<std::int64_t>(at) + entry->check_at;
    if (check < 0 || (folded_gram(text.data() + check) & entry->check_mask) != entry->check_value) continue;
    try_run(text, at, entry->run_and_window, found);
  }
}

void GramFilter::try_run(std::string_view text, std::size_t gram_at, std::uint32_t run_and_window,
                         std::vector<Candidate>& found) const {
  const Run& run = runs_[run_and_window / 2];
  const auto begin = static_cast<std::int64_t>(gram_at) - run.windows[run_and_window % 2];
  if (begin < run.lo || begin + run.size > static_cast<std::int64_t>(text.size())) return;
  const char16_t* element = elements_.data() + run.first_element;
  const char* at = text.data() + begin;
  for (std::size_t i = 0; i < run.size; ++i) {
    if (!classes_.contains(element[i], static_cast<unsigned char>(at[i]))) return;
  }
  found.push_back({run.pattern, static_cast<std::uint32_t>(begin), run_and_window / 2});
}

}  // namespace readiness::scan
