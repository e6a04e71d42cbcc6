// SPDX-License-Identifier: Apache-2.0
// What happens where a table said perhaps: see bench/scan_bench.cpp before and after touching it.
#include "scan/gram_filter.h"

#include <algorithm>
#include <array>
#include <utility>

namespace readiness::scan {
namespace {

constexpr std::size_t kUsualGrams = 8;  // of a run

struct Check {
  std::int32_t at = 0;  // relative to the window
  Gram mask = 0;
  Gram value = 0;
  int known = 0;  // bytes
};

// The four bytes outside the window of which most are known (case apart).
Check best_check(std::span<const ClassId> run, std::int32_t window, const ByteClasses& classes) {
  constexpr auto kBytes = static_cast<std::int32_t>(kGramBytes);
  const auto size = static_cast<std::int32_t>(run.size());
  Check best;
  for (std::int32_t at = 0; at < size; ++at) {
    Check check{.at = at - window};
    for (std::int32_t i = 0; i < std::min(kBytes, size - at); ++i) {
      const auto folded = classes.folded(run[static_cast<std::size_t>(at) + static_cast<std::size_t>(i)]);
      const bool in_window = at + i >= window && at + i < window + kBytes;
      if (in_window || folded.size() != 1) continue;
      check.mask |= Gram{0xFF} << 8 * i;
      check.value |= Gram{folded.front()} << 8 * i;
      ++check.known;
    }
    if (check.known > best.known) best = check;
  }
  return best;
}

constexpr auto kAnyFolded = [] {
  std::array<unsigned char, 128> bytes{};
  for (unsigned i = 0; i < bytes.size(); ++i)
    bytes[i] = static_cast<unsigned char>((i & 0x1F) | 0x20 | (i & 0x60) << 1);
  return bytes;
}();

// The bytes that can stand at each place of a window of a run; where it sticks out it takes any byte.
FoldedWindow bytes_of_window(std::span<const ClassId> run, std::int32_t window, const ByteClasses& classes) {
  FoldedWindow places;
  for (std::size_t i = 0; i < kGramBytes; ++i) {
    const std::size_t element = static_cast<std::size_t>(window) + i;  // -1 is beyond every run
    places[i] =
        element < run.size() ? classes.folded(run[element]) : std::span<const unsigned char>(kAnyFolded);
  }
  return places;
}

template <typename OnGram>
void for_each_gram(const FoldedWindow& places, OnGram on_gram) {
  for (const Gram a : places[0])
    for (const Gram b : places[1])
      for (const Gram c : places[2])
        for (const Gram d : places[3]) on_gram(a | b << 8 | c << 16 | d << 24);
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

void GramFilter::seal(ByteClasses classes) {
  classes_ = std::move(classes);
  runs_.seal(classes_);
}

void GramFilter::adopt(RunTable runs, GramTable grams) {
  runs_ = std::move(runs);
  whole_ = std::move(grams);
}

void GramFilter::add_entries(std::uint32_t number, std::int32_t window,
                             std::vector<GramEntry>& entries) const {
  const std::span<const ClassId> run = runs_.classes_of(runs_.runs()[number]);
  const Check check = best_check(run, window, classes_);
  for_each_gram(bytes_of_window(run, window, classes_), [&](Gram gram) {
    entries.push_back({.gram = gram,
                       .check_mask = check.mask,
                       .check_value = check.value,
                       .check_at = static_cast<std::int8_t>(check.at),
                       .gram_at = static_cast<std::int8_t>(window),
                       .run = number});
  });
}

const GramTable& GramFilter::whole_table() const {
  const std::lock_guard<std::mutex> lock(making_);
  return made_whole_table();
}

// Whoever calls holds the lock.
const GramTable& GramFilter::made_whole_table() const {
  if (whole_) return *whole_;
  std::vector<GramEntry> entries;
  const std::span<const RunTable::Run> runs = runs_.runs();
  entries.reserve(kUsualGrams * runs.size());
  for (std::uint32_t number = 0; number < runs.size(); ++number)
    for (const std::int32_t window : runs[number].windows) add_entries(number, window, entries);
  return whole_.emplace(entries);
}

const GramTable& GramFilter::table_of(const std::vector<PatternId>& patterns) const {
  const std::lock_guard<std::mutex> lock(making_);
  if (const auto known = tables_.find(patterns); known != tables_.end()) return known->second;
  std::vector<bool> is_asked(runs_.patterns());
  for (const PatternId id : patterns) is_asked[id] = true;
  std::vector<bool> is_wanted(runs_.runs().size());
  for (const RunTable::Use& use : runs_.uses())
    if (is_asked[use.pattern]) is_wanted[use.run] = true;
  return tables_.emplace(patterns, GramTable(made_whole_table(), is_wanted)).first->second;
}

const GramTable* GramFilter::known_table_of(const std::vector<PatternId>& patterns) const {
  const std::lock_guard<std::mutex> lock(making_);
  const auto known = tables_.find(patterns);
  return known == tables_.end() ? nullptr : &known->second;
}

void GramFilter::scan(const GramTable& table, std::string_view text, Wanted& wanted,
                      std::vector<Candidate>& found) const {
  table.scan(text, [&](const GramEntry& entry, std::size_t at) { try_run(text, entry, at, wanted, found); });
}

void GramFilter::try_run(std::string_view text, const GramEntry& entry, std::size_t at, Wanted& wanted,
                         std::vector<Candidate>& found) const {
  const RunTable::Run& run = runs_.runs()[entry.run];
  const auto begin = static_cast<std::int64_t>(at) - entry.gram_at;
  if (begin < 0 || static_cast<std::size_t>(begin) + run.size > text.size()) return;
  const char* byte = text.data() + begin;
  for (const ClassId id : runs_.classes_of(run))
    if (!runs_.set(id).test(static_cast<unsigned char>(*byte++))) return;
  for (const RunTable::Use& use : runs_.uses().subspan(run.first_use, run.end_use - run.first_use)) {
    if (begin < use.lo || wanted.is_refused(use.pattern) || !wanted.ask(use.pattern)) continue;
    found.push_back({use.pattern, static_cast<std::uint32_t>(begin), use.lo, use.hi});
  }
}

}  // namespace readiness::scan
