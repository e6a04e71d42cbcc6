// SPDX-License-Identifier: Apache-2.0
#include "report/json/value.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "base/text.h"

namespace readiness::report {
namespace {

// JSON's own escapes end at U+001F. These sequences are the rest of what base::printable calls dangerous;
// outside of strings our JSON is ASCII, so replacing them wherever they stand is safe.
std::size_t command_length(std::string_view rest) {
  const auto byte = [&](std::size_t i) { return i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0U; };
  if (byte(0) == 0x7F) return 1;
  if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) <= 0x9F) return 2;
  if (rest.starts_with("##[") || rest.starts_with("##vso["))
    return 1;  // obeyed by CI runners anywhere in a log
  const bool bidi =
      byte(0) == 0xE2 &&
      ((byte(1) == 0x80 && ((byte(2) >= 0x8E && byte(2) <= 0x8F) || (byte(2) >= 0xA8 && byte(2) <= 0xAE))) ||
       (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9));
  return bidi || rest.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
}

unsigned code_point(std::string_view sequence) {
  const auto byte = [&](std::size_t i) {
    return static_cast<unsigned>(static_cast<unsigned char>(sequence[i]));
  };
  if (sequence.size() == 1) return byte(0);
  if (sequence.size() == 2) return (byte(0) & 0x1FU) << 6 | (byte(1) & 0x3FU);
  return (byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU);
}

}  // namespace

std::string json_text(const Json& value) {
  const std::string raw = value.dump(2, ' ', false, Json::error_handler_t::replace);
  std::string out;
  out.reserve(raw.size() + 1);
  const std::string_view text = raw;
  std::size_t done = 0;
  for (std::size_t i = 0; (i = text.find_first_of("\x7F#\xC2\xE2\xEF", i)) != std::string_view::npos;) {
    const std::size_t length = command_length(text.substr(i));
    if (length > 0) {
      out += text.substr(done, i - done);
      out += fmt::format("\\u{:04x}", code_point(text.substr(i, length)));
      done = i + length;
    }
    i += std::max<std::size_t>(length, 1);
  }
  return (out += text.substr(done)) += '\n';
}

double rounded(double value) {
  const double out = std::round(value * 1e6) / 1e6;
  return std::isfinite(out) ? out : 0;
}

void set_path(Json& object, std::string_view path) {
  object["path"] = base::valid_utf8(path);
  if (!base::is_valid_utf8(path)) object["path_bytes"] = base64(path);
}

// RFC 4648, section 4.
std::string base64(std::string_view bytes) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t have = std::min<std::size_t>(3, bytes.size() - i);
    unsigned group = 0;
    for (std::size_t k = 0; k < 3; ++k)
      group = group << 8 | (k < have ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k) out += k <= have ? kAlphabet[group >> (18 - 6 * k) & 0x3FU] : '=';
  }
  return out;
}

}  // namespace readiness::report
