// SPDX-License-Identifier: Apache-2.0
// The unpacked objects that other objects are deltas of, a few of them kept: versions of one file or folder
// form chains, and whoever reads one will likely read the next.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace readiness::source {

class DeltaBases {
 public:
  struct Base {
    std::size_t pack = 0;
    std::uint64_t offset = 0;  // 0: nothing is kept here
    unsigned type = 0;
    std::string bytes{};
  };
  /// Null when it is not kept. Valid until the next `keep`.
  const Base* find(std::size_t pack, std::uint64_t offset) const;
  void keep(std::size_t pack, std::uint64_t offset, unsigned type, std::string_view bytes);

 private:
  static constexpr std::size_t kSlots = 4096;
  static constexpr std::size_t kLargestBase = std::size_t{512} * 1024;
  static constexpr std::size_t kMostBytes = std::size_t{16} * 1024 * 1024;
  static std::size_t slot_of(std::size_t pack, std::uint64_t offset);
  void forget(Base& base);

  std::vector<Base> slots_;
  std::size_t kept_bytes_ = 0;
  std::size_t next_to_forget_ = 0;
};

}  // namespace readiness::source
