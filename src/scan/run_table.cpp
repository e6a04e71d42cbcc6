// SPDX-License-Identifier: Apache-2.0
// Packed: how many patterns, sets, runs, uses and classes there are, then the arrays, those of the widest members
// first.
#include "scan/run_table.h"

#include <algorithm>
#include <cstring>

namespace readiness::scan {
namespace {

constexpr std::size_t kAlignment = alignof(ByteSet);
constexpr std::size_t kSizes = 6;  // the last is none: the arrays stay aligned

template <typename T>
void append(std::string& bytes, std::span<const T> array) {
  bytes.append(reinterpret_cast<const char*>(array.data()), array.size_bytes());
}

template <typename T>
bool take(std::string_view& bytes, std::size_t size, std::span<const T>& array) {
  if (size > bytes.size() / sizeof(T)) return false;
  array = {reinterpret_cast<const T*>(bytes.data()), size};
  bytes.remove_prefix(size * sizeof(T));
  return true;
}

}  // namespace

void RunTable::add(PatternId pattern, const std::vector<LiteralRun>& runs) {
  patterns_ = std::max(patterns_, pattern + std::size_t{1});
  for (const LiteralRun& run : runs) {
    const auto [known, is_new] =
        numbers_.try_emplace(run.classes, static_cast<std::uint32_t>(own_runs_.size()));
    if (is_new) {
      own_runs_.push_back({.first_class = static_cast<std::uint32_t>(own_classes_.size()),
                           .size = static_cast<std::uint32_t>(run.classes.size()),
                           .windows = run.windows,
                           .first_use = 0,
                           .end_use = 0});
      own_classes_.insert(own_classes_.end(), run.classes.begin(), run.classes.end());
    }
    own_uses_.push_back({.run = known->second, .pattern = pattern, .lo = run.lo, .hi = run.hi});
  }
}

void RunTable::seal(const ByteClasses& classes) {
  numbers_.clear();
  for (std::size_t id = 0; id < classes.size(); ++id)
    own_sets_.push_back(classes.at(static_cast<ClassId>(id)));
  std::stable_sort(own_uses_.begin(), own_uses_.end(),
                   [](const Use& a, const Use& b) { return a.run < b.run; });
  for (std::uint32_t use = 0; use < own_uses_.size(); ++use) {
    Run& run = own_runs_[own_uses_[use].run];
    if (run.end_use == 0) run.first_use = use;
    run.end_use = use + 1;
  }
  runs_ = own_runs_;
  uses_ = own_uses_;
  classes_ = own_classes_;
  sets_ = own_sets_;
}

std::string RunTable::pack() const {
  std::string bytes;
  const std::array<std::uint32_t, kSizes> sizes{
      static_cast<std::uint32_t>(patterns_),     static_cast<std::uint32_t>(sets_.size()),
      static_cast<std::uint32_t>(runs_.size()),  static_cast<std::uint32_t>(uses_.size()),
      static_cast<std::uint32_t>(classes_.size()), 0};
  append(bytes, std::span<const std::uint32_t>(sizes));
  append(bytes, sets_);
  append(bytes, runs_);
  append(bytes, uses_);
  append(bytes, classes_);
  return bytes;
}

std::optional<RunTable> RunTable::borrow(std::string_view bytes) {
  static_assert(sizeof(Run) == 24 && sizeof(Use) == 16 && sizeof(ByteSet) == 32 &&
                kSizes * sizeof(std::uint32_t) % kAlignment == 0);
  std::array<std::uint32_t, kSizes> sizes{};
  if (bytes.size() < sizeof sizes || reinterpret_cast<std::uintptr_t>(bytes.data()) % kAlignment != 0)
    return std::nullopt;
  std::memcpy(sizes.data(), bytes.data(), sizeof sizes);
  bytes.remove_prefix(sizeof sizes);
  RunTable table;
  table.patterns_ = sizes[0];
  const bool fits = take(bytes, sizes[1], table.sets_) && take(bytes, sizes[2], table.runs_) &&
                    take(bytes, sizes[3], table.uses_) && take(bytes, sizes[4], table.classes_);
  if (!fits || !bytes.empty()) return std::nullopt;
  return table;
}

}  // namespace readiness::scan
