// SPDX-License-Identifier: Apache-2.0
// UTF-16 and UTF-32, with a byte order mark or known by where their NULs stand (Unicode 15, section 3.10).
#include "classify/encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"
#include "classify/classify.h"

namespace readiness::classify {
namespace {

constexpr std::size_t kLookedAt = 8192;
constexpr std::size_t kPadding = 64;

enum class Encoding : std::uint8_t { plain, utf8_mark, utf16_little, utf16_big, utf32_little, utf32_big };

struct Found {
  Encoding encoding = Encoding::plain;
  std::size_t mark = 0;  // bytes of the byte order mark
};

Found by_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return {Encoding::utf8_mark, 3};
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return {Encoding::utf32_little, 4};
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return {Encoding::utf32_big, 4};
  if (bytes.starts_with("\xFF\xFE"sv)) return {Encoding::utf16_little, 2};
  if (bytes.starts_with("\xFE\xFF"sv)) return {Encoding::utf16_big, 2};
  return {};
}

// Text is mostly of the Latin block in its beginning: NULs fill one half (or three quarters) of the places,
// no others.
Found by_nuls(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, std::min(bytes.size(), kLookedAt) / 4 * 4);
  if (head.size() < 4 || head.find('\0') == std::string_view::npos) return {};
  std::array<std::size_t, 4> nuls{};
  for (std::size_t i = 0; i < head.size(); ++i) nuls[i % 4] += head[i] == '\0' ? 1 : 0;
  const std::size_t quarter = head.size() / 4;
  const auto full = [&](std::size_t i) { return nuls[i] * 10 >= quarter * 9; };
  const auto most = [&](std::size_t i) { return nuls[i] * 10 >= quarter * 7; };
  const auto none = [&](std::size_t i) { return nuls[i] * 50 <= quarter; };
  if (none(0) && most(1) && full(2) && full(3)) return {Encoding::utf32_little, 0};
  if (full(0) && full(1) && most(2) && none(3)) return {Encoding::utf32_big, 0};
  if (none(0) && most(1) && none(2) && most(3)) return {Encoding::utf16_little, 0};
  if (most(0) && none(1) && most(2) && none(3)) return {Encoding::utf16_big, 0};
  return {};
}

Found encoding_of(std::string_view bytes) {
  const Found marked = by_mark(bytes);
  return marked.encoding != Encoding::plain ? marked : by_nuls(bytes);
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t bits) { out += static_cast<char>(bits); };
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = 0xFFFD;
  if (c < 0x80) return put(c);
  if (c < 0x800) return put(0xC0 | c >> 6U), put(0x80 | (c & 0x3FU));
  if (c < 0x10000) return put(0xE0 | c >> 12U), put(0x80 | (c >> 6U & 0x3FU)), put(0x80 | (c & 0x3FU));
  put(0xF0 | c >> 18U), put(0x80 | (c >> 12U & 0x3FU)), put(0x80 | (c >> 6U & 0x3FU)),
      put(0x80 | (c & 0x3FU));
}

char32_t unit_at(std::string_view bytes, std::size_t at, std::size_t width, bool little) {
  char32_t unit = 0;
  for (std::size_t i = 0; i < width; ++i) {
    const auto byte = static_cast<unsigned char>(bytes[at + (little ? width - 1 - i : i)]);
    unit = unit << 8U | byte;
  }
  return unit;
}

std::string decoded(std::string_view bytes, std::size_t width, bool little) {
  std::string out;
  out.reserve(bytes.size() + kPadding);
  std::size_t at = 0;
  for (; at + width <= bytes.size(); at += width) {
    char32_t c = unit_at(bytes, at, width, little);
    const bool leads = width == 2 && c >= 0xD800 && c <= 0xDBFF && at + 4 <= bytes.size();
    if (leads) {
      const char32_t trail = unit_at(bytes, at + 2, 2, little);
      if (trail >= 0xDC00 && trail <= 0xDFFF) {
        c = 0x10000 + ((c - 0xD800) << 10U) + (trail - 0xDC00);
        at += 2;
      }
    }
    append_utf8(out, c);
  }
  if (at < bytes.size()) append_utf8(out, 0xFFFD);  // half a character at the end
  return out;
}

bool is_odd_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  // Without branches, for odd_controls().
  return ((byte < 0x20) & !((byte >= '\b') & (byte <= '\r')) & (byte != 0x1B)) | (byte == 0x7F);
}

// In stretches whose count fits a byte: then the compiler counts many at a time.
std::size_t odd_controls(std::string_view head) {
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < head.size(); begin += 255) {
    std::uint8_t some = 0;
    for (const char c : head.substr(begin, 255))
      some = static_cast<std::uint8_t>(some + (is_odd_control(c) ? 1 : 0));
    count += some;
  }
  return count;
}

}  // namespace

std::optional<std::string> decode_to_utf8(std::string_view bytes) {
  const Found found = encoding_of(bytes);
  if (found.encoding == Encoding::plain) return std::nullopt;
  bytes.remove_prefix(found.mark);
  std::string out;
  switch (found.encoding) {
    case Encoding::plain:
      break;
    case Encoding::utf8_mark:
      out = bytes;
      break;
    case Encoding::utf16_little:
      out = decoded(bytes, 2, true);
      break;
    case Encoding::utf16_big:
      out = decoded(bytes, 2, false);
      break;
    case Encoding::utf32_little:
      out = decoded(bytes, 4, true);
      break;
    case Encoding::utf32_big:
      out = decoded(bytes, 4, false);
      break;
  }
  const std::size_t size = out.size();
  if (found.mark == 0 &&
      odd_controls(std::string_view(out).substr(0, kLookedAt)) * 50 > std::min(size, kLookedAt))
    return std::nullopt;
  out.resize(size + kPadding);  // the scanner reads words: zeros stand behind the text
  out.resize(size);
  return out;
}

bool looks_binary(std::string_view head) {
  head = head.substr(0, kLookedAt);
  const Found found = encoding_of(head);
  if (found.encoding == Encoding::utf8_mark) head.remove_prefix(found.mark);
  if (found.encoding != Encoding::plain && found.encoding != Encoding::utf8_mark)
    return !decode_to_utf8(head).has_value();
  if (head.find('\0') != std::string_view::npos) return true;
  return odd_controls(head) * 8 > head.size();
}

bool is_clean_text(std::string_view head) {
  head = head.substr(0, kLookedAt);
  if (looks_binary(head)) return false;
  std::size_t cut = head.size();  // the last character may be cut
  while (cut > 0 && head.size() - cut < 4 && (static_cast<unsigned char>(head[cut - 1]) & 0x80U) != 0) --cut;
  return odd_controls(head) == 0 && base::is_valid_utf8(head.substr(0, cut));
}

}  // namespace readiness::classify
