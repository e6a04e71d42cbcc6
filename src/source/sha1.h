// SPDX-License-Identifier: Apache-2.0
// SHA-1 (RFC 3174), to hold a loose object against its name. It protects from damage, not from forgery.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace readiness::source {

class Sha1 {
 public:
  Sha1& add(std::string_view bytes);
  std::array<unsigned char, 20> finish();

 private:
  void block(const unsigned char* bytes);

  std::array<std::uint32_t, 5> state_{0x67452301U, 0xEFCDAB89U, 0x98BADCFEU, 0x10325476U, 0xC3D2E1F0U};
  std::array<unsigned char, 64> pending_{};
  std::size_t pending_size_ = 0;
  std::uint64_t total_ = 0;
};

}  // namespace readiness::source
