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

// A value in a number system of up to 62 digits, in the order of ASCII, padded with '0' on the left.
std::string in_base(std::uint32_t value, std::uint32_t base, std::string_view digits, std::size_t width) {
  std::string text(width, '0');
  for (std::size_t i = width; i-- > 0 && value != 0; value /= base) text[i] = digits[value % base];
  return text;
}

bool ends_with_crc(std::string_view token, std::size_t body_begin, std::size_t crc_size,
                   std::string (*encode)(std::uint32_t)) {
  if (token.size() <= body_begin + crc_size) return false;
  const std::size_t crc_begin = token.size() - crc_size;
  return encode(crc32(token.substr(body_begin, crc_begin - body_begin))) == token.substr(crc_begin);
}

// Behind the '_': random characters and six digits to the base 62 of the CRC-32 over them
// (github.blog, "Behind GitHub's new authentication token formats", 2021, and "Announcing npm's new access
// token format"). github_pat_ has no published checksum, so none can be wrong.
bool github_holds(std::string_view token) {
  if (token.starts_with("github_pat_")) return true;
  const std::size_t underscore = token.find('_');
  if (underscore == std::string_view::npos) return false;
  return ends_with_crc(token, underscore + 1, 6, [](std::uint32_t crc) {
    return in_base(crc, 62, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 6);
  });
}

// Routable tokens (handbook.gitlab.com, "Routable tokens"): prefix, payload, '.', lengths, then seven digits
// to the base 36 of the CRC-32 over all that. Older tokens have no '.' and no checksum.
bool gitlab_holds(std::string_view token) {
  if (token.find('.') == std::string_view::npos) return true;
  return ends_with_crc(token, 0, 7, [](std::uint32_t crc) {
    return in_base(crc, 36, "0123456789abcdefghijklmnopqrstuvwxyz", 7);
  });
}

// Service accounts (grafana/grafana, pkg/components/satokengen): prefix and secret, '_', the CRC-32 over them
// as the hexadecimal digits of its bytes, lowest first.
bool grafana_holds(std::string_view token) {
  const std::size_t underscore = token.rfind('_');
  if (underscore == std::string_view::npos || token.size() - underscore != 9) return false;
  const std::uint32_t crc = crc32(token.substr(0, underscore));
  const std::uint32_t swapped = crc >> 24 | (crc >> 8 & 0xFF00) | (crc << 8 & 0xFF0000) | crc << 24;
  return in_base(swapped, 16, "0123456789abcdef", 8) == token.substr(underscore + 1);
}

struct Row {
  std::string_view name;
  ChecksumHolds holds;
};

constexpr std::array kChecksums{
    Row{"github", github_holds},
    Row{"gitlab", gitlab_holds},
    Row{"grafana", grafana_holds},
    Row{"npm", github_holds},
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
