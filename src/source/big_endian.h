// SPDX-License-Identifier: Apache-2.0
// Reading git's big-endian numbers from bytes whose bounds the caller has checked.
#pragma once
#include <cstdint>
#include <string_view>

namespace readiness::source {

inline std::uint16_t read_u16(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint16_t>((static_cast<unsigned char>(bytes[at]) << 8U) |
                                    static_cast<unsigned char>(bytes[at + 1]));
}

inline std::uint32_t read_u32(std::string_view bytes, std::size_t at) {
  return (std::uint32_t{read_u16(bytes, at)} << 16U) | read_u16(bytes, at + 2);
}

inline std::uint64_t read_u64(std::string_view bytes, std::size_t at) {
  return (std::uint64_t{read_u32(bytes, at)} << 32U) | read_u32(bytes, at + 4);
}

}  // namespace readiness::source
