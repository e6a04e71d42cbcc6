// SPDX-License-Identifier: Apache-2.0
// One row a format. A token that does not have the format's shape has no checksum to hold.
#include "scan/checksum.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "scan/scanner.h"

namespace readiness::scan {
namespace {

// CRC-32 of ISO 3309 (polynomial 0xEDB88320, reflected), bit by bit: tokens are short and rare.
std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xEDB88320 : 0);
  }
  return ~crc;
}

// Digits, then capitals, then small letters, padded with '0' on the left.
std::string base62(std::uint32_t value, std::size_t width) {
  constexpr std::string_view kDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  std::string text(width, '0');
  for (std::size_t i = width; i-- > 0 && value != 0; value /= 62) text[i] = kDigits[value % 62];
  return text;
}

// Behind the last '_': random characters and six of the CRC-32 over them
// (github.blog, "Behind GitHub's new authentication token formats", 2021; npm took the same format).
bool crc32_base62_holds(std::string_view token) {
  const std::size_t underscore = token.rfind('_');
  if (underscore == std::string_view::npos) return false;
  const std::string_view body = token.substr(underscore + 1);
  if (body.size() <= 6) return false;
  return base62(crc32(body.substr(0, body.size() - 6)), 6) == body.substr(body.size() - 6);
}

struct Row {
  std::string_view name;
  ChecksumHolds holds;
};

constexpr std::array kChecksums{
    Row{"github", crc32_base62_holds},
    Row{"npm", crc32_base62_holds},
};

}  // namespace

ChecksumHolds find_checksum(std::string_view name) {
  for (const Row& row : kChecksums) {
    if (row.name == name) return row.holds;
  }
  return nullptr;
}

std::vector<std::string> checksum_names() {
  std::vector<std::string> names;
  for (const Row& row : kChecksums) names.emplace_back(row.name);
  return names;
}

}  // namespace readiness::scan
