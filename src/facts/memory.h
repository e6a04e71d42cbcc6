// SPDX-License-Identifier: Apache-2.0
// What files gave, for other sources that have the same files: revisions of one repository.
#pragma once
#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "facts/findings.h"

namespace readiness::facts {

/// One file that was read: a pure function of its bytes, its path, the rules of .gitattributes and the
/// neighbours that were asked for.
struct Remembered {
  std::string blob{};  ///< git's name of its bytes
  File file{};
  Findings findings{};
  std::uint8_t counted = 0;                ///< bit set of Channel: where it counted as searched …
  std::vector<WhereId> counted_by_path{};  ///< … and for which rows that ask for path or size
  std::vector<std::pair<std::string, bool>> neighbours{};  ///< paths, and whether they were there
};

/// One a series of sources; the queries and options stay the same. `recall` and `keep` may be called from any
/// thread, once for each index.
class Memory {
 public:
  /// Turns to the next source. `rules` names what else decides about all files (.gitattributes).
  void turn_to(const source::Source& source, std::uint64_t rules);
  /// What entry `index` gave when it had these bytes under these rules, or nullptr. Valid until `turn_to`.
  const Remembered* recall(std::size_t index) const { return known_[index]; }
  void keep(std::size_t index, std::unique_ptr<Remembered> known) { new_[index] = std::move(known); }
  void count_recalled() { recalled_.fetch_add(1, std::memory_order_relaxed); }
  std::uint64_t recalled() const { return recalled_.load(); }

 private:
  static constexpr std::size_t kMostHitsOfFile = 2'000;
  static constexpr std::size_t kMostHits = 400'000;
  static constexpr std::size_t kMostFiles = 300'000;

  void settle();

  std::unordered_map<std::string, std::unique_ptr<Remembered>> all_;  // by path, blob and rules
  std::vector<const Remembered*> known_;                              // by index of the source at hand
  std::vector<std::unique_ptr<Remembered>> new_;
  std::uint64_t rules_ = 0;
  std::size_t hits_ = 0;  // in `all_`
  std::atomic<std::uint64_t> recalled_{0};
};

}  // namespace readiness::facts
