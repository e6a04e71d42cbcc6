// SPDX-License-Identifier: Apache-2.0
// Stable, non-cryptographic content names for fingerprints and the ruler. Never fed with a secret.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace readiness::base {

/// FNV-1a over 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv), fed part by part; parts are kept apart by a zero byte.
class Digest {
 public:
  Digest& add(std::string_view part) {
    for (const char c : part) mix(static_cast<unsigned char>(c));
    mix(0);
    return *this;
  }
  std::uint64_t value() const { return state_; }
  /// 16 lower-case hexadecimal digits.
  std::string hex() const { return hex(state_); }
  static std::string hex(std::uint64_t value);

 private:
  void mix(unsigned char byte) { state_ = (state_ ^ byte) * 0x100000001B3ULL; }
  std::uint64_t state_ = 0xCBF29CE484222325ULL;
};

}  // namespace readiness::base
