// SPDX-License-Identifier: Apache-2.0
// Which of many short texts occur in a path: one look a byte into a table of three-byte runs.
#pragma once
#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

namespace readiness::base {

class NeedleIndex {
 public:
  static constexpr std::size_t kShortest = 3;
  /// `needle` has at least kShortest bytes and outlives the index; `owner` is what `find` hands back.
  void add(std::string_view needle, std::uint32_t owner);
  /// Appends to `owners` those whose needle occurs in `text` and ends behind `from`; one may be there several times.
  void find(std::string_view text, std::size_t from, std::vector<std::uint32_t>& owners) const;

 private:
  struct Needle {
    std::string_view text;
    std::size_t offset;  ///< of the run that it is filed under
    std::uint32_t owner;
  };
  static constexpr std::size_t kSlots = 4096;
  static std::size_t slot_of(const char* run);

  std::size_t longest_ = 0;
  std::bitset<kSlots> used_;
  std::vector<std::vector<Needle>> slots_{kSlots};
};

}  // namespace readiness::base
