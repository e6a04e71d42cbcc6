// SPDX-License-Identifier: Apache-2.0
// Rather one value too many is hidden than one secret shown.
#include "facts/shown_value.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"

namespace readiness::facts {
namespace {

constexpr std::size_t kLongest = 200;
constexpr std::array<std::string_view, 9> kSecretWords{
    "password", "passwd", "passphrase", "secret", "token", "apikey", "api_key", "api-key", "private_key"};
// Keys that end in a secret word but name a thing that holds it, or a setting about it.
constexpr std::array<std::string_view, 6> kHarmlessEnds{"name", "ref", "file", "path", "type", "provider"};

bool is_reference(std::string_view value) {
  return value.empty() || value.front() == '$' || value.starts_with("{{") || value.starts_with("<") ||
         value.find("${") != std::string_view::npos;
}

bool names_a_secret(std::string_view key) {
  const std::string folded = base::lower(key);
  for (const std::string_view end : kHarmlessEnds)
    if (folded.ends_with(end)) return false;
  return std::any_of(kSecretWords.begin(), kSecretWords.end(),
                     [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

double entropy(std::string_view text) {
  std::array<unsigned, 256> counts{};
  for (const char c : text) ++counts[static_cast<unsigned char>(c)];
  double bits = 0;
  for (const unsigned count : counts)
    if (count > 0) {
      const double share = static_cast<double>(count) / static_cast<double>(text.size());
      bits -= share * std::log2(share);
    }
  return bits;
}

// A long run without spaces that mixes letters and digits and is as varied as random text.
bool looks_random(std::string_view value) {
  if (value.size() < 20 || value.find_first_of(" /:@") != std::string_view::npos) return false;
  const bool has_digit = std::any_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool has_letter =
      std::any_of(value.begin(), value.end(), [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
  return has_digit && has_letter && entropy(value) > 3.7;
}

// "scheme://user:password@host": the password is masked.
std::string without_url_password(std::string_view value) {
  std::string out(value);
  for (std::size_t scheme = 0; (scheme = out.find("://", scheme)) != std::string::npos; scheme += 3) {
    const std::size_t end = out.find_first_of("/ \t\"'", scheme + 3);
    const std::size_t at = out.rfind('@', end == std::string::npos ? end : end - 1);
    if (at == std::string::npos || at < scheme + 3) continue;
    const std::size_t colon = out.find(':', scheme + 3);
    const std::size_t from = colon < at ? colon + 1 : scheme + 3;
    if (out.compare(from, 1, "$") != 0) out.replace(from, at - from, "***");
  }
  return out;
}

}  // namespace

std::string shown_value(std::string_view key, std::string_view value) {
  if (!is_reference(value) && (names_a_secret(key) || looks_random(value))) return "[redacted]";
  const std::string_view first = value.substr(0, kLongest * 4);
  if (first.find("-----BEGIN") != std::string_view::npos) return "[redacted]";
  return base::shortened(without_url_password(first), kLongest);
}

}  // namespace readiness::facts
