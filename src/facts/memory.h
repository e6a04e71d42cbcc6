// SPDX-License-Identifier: Apache-2.0
// What the files of the last source gave, for a source that shares most of them: two revisions, say.
#pragma once
#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "facts/findings.h"

namespace readiness::facts {

/// One file that was read: a pure function of its bytes, its path and the neighbours that were asked for.
struct Remembered {
  std::string blob{};  ///< git's name of its bytes
  File file{};
  Findings findings{};
  std::uint8_t counted = 0;  ///< bit set of Channel: where it counted as searched
  std::vector<std::pair<std::string, bool>> neighbours{};  ///< paths, and whether they were there
};

/// One a series of sources; the queries and options stay the same. `recall` and `keep` may be called from any
/// thread, once for each index.
class Memory {
 public:
  static constexpr std::size_t kMostHitsOfFile = 2'000;
  static constexpr std::size_t kMostHitsOfAll = 400'000;

  /// Turns to the next source. `rules` names what else decides about all files (.gitattributes); when it is
  /// not the same as before, everything is forgotten.
  void turn_to(const source::Source& source, std::uint64_t rules);
  /// What entry `index` gave when it last had these bytes, or nullptr. Stays valid until `turn_to`.
  const Remembered* recall(std::size_t index) const;
  void keep(std::size_t index, std::unique_ptr<Remembered> known);
  /// Keeps what `recall` gave.
  void keep_recalled(std::size_t index);
  std::uint64_t recalled() const { return recalled_.load(); }

 private:
  struct Place {
    std::string path{};
    source::EntryKind kind{};
    std::unique_ptr<Remembered> known{};
  };
  static constexpr std::uint32_t kNowhere = 0xFFFFFFFF;

  std::vector<Place> before_, now_;    // by path, as the sources had them
  std::vector<std::uint32_t> was_at_;  // by index: the place in `before_` with the same bytes
  std::uint64_t rules_ = 0;
  std::atomic<std::size_t> hits_{0};
  std::atomic<std::uint64_t> recalled_{0};
};

}  // namespace readiness::facts
