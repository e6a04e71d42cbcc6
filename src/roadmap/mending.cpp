// SPDX-License-Identifier: Apache-2.0
#include "roadmap/mending.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/code_point.h"
#include "base/text.h"

namespace readiness::roadmap {
namespace {

using Upper = std::array<char16_t, 128>;  ///< what the bytes 0x80 … 0xFF mean

// As the WHATWG's Encoding Standard has it: the five bytes without a meaning are C1 controls.
constexpr Upper windows_1252() {
  constexpr std::array<char16_t, 32> kOwn{0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                          0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                          0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                          0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};
  Upper out{};
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = i < kOwn.size() ? kOwn[i] : static_cast<char16_t>(0x80 + i);
  return out;
}

constexpr Upper kWindows = windows_1252();
// Apple's ROMAN.TXT, as since Mac OS 8.5.
constexpr Upper kMac{
    0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3, 0x00E5,
    0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3, 0x00F2, 0x00F4,
    0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020, 0x00B0, 0x00A2, 0x00A3, 0x00A7, 0x2022, 0x00B6,
    0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8, 0x221E, 0x00B1, 0x2264, 0x2265,
    0x00A5, 0x00B5, 0x2202, 0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA, 0x00BA, 0x03A9, 0x00E6, 0x00F8, 0x00BF,
    0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB, 0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5,
    0x0152, 0x0153, 0x2013, 0x2014, 0x201C, 0x201D, 0x2018, 0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178, 0x2044,
    0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02, 0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1,
    0x00CB, 0x00C8, 0x00CD, 0x00CE, 0x00CF, 0x00CC, 0x00D3, 0x00D4, 0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9,
    0x0131, 0x02C6, 0x02DC, 0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7};

const Upper& table_of(Garbling garbling) { return garbling == Garbling::mac_roman ? kMac : kWindows; }

/// The byte that was read as `code`.
std::optional<char> byte_of(char32_t code, const Upper& upper) {
  const auto found = std::find(upper.begin(), upper.end(), static_cast<char16_t>(code));
  if (code > 0xFFFF || found == upper.end()) return {};
  return static_cast<char>(static_cast<unsigned char>(0x80 + (found - upper.begin())));
}

bool is_symbol(char32_t code) {
  return (code >= 0x2010 && code <= 0x2BFF) || code == 0xFE0F || (code >= 0x1F000 && code <= 0x1FAFF);
}

struct Piece {
  char32_t code = 0;
  std::size_t garbled_bytes = 0;  ///< how much of the text it takes
};

/// The character whose bytes stand at the beginning of `text` as characters of their own.
std::optional<Piece> turned(std::string_view text, const Upper& upper) {
  std::string bytes;
  std::size_t at = 0;
  while (at < text.size() && bytes.size() < 4) {
    const base::CodePoint next = base::first_code_point(text.substr(at));
    const std::optional<char> byte =
        next.valid && next.code >= 0x80 ? byte_of(next.code, upper) : std::nullopt;
    if (!byte) break;
    bytes += *byte;
    at += next.bytes;
    const base::CodePoint whole = base::first_code_point(bytes);
    if (whole.valid) return Piece{whole.code, at};
  }
  return {};
}

struct Lossy {
  char32_t meant;
  std::vector<std::string> spellings;
};

/// Characters with a byte that Windows-1252 gives no meaning: many converters drop it, or write ? or U+FFFD.
const std::vector<Lossy>& lossy() {
  static const std::vector<Lossy> kLossy = [] {
    std::vector<Lossy> out;
    for (const char32_t meant : {U'❌', U'⏳', U'☐', U'❓', U'🔍', U'\uFE0F', U'⏰', U'”'}) {
      std::string bytes;
      base::append_code_point(bytes, meant);
      Lossy row{meant, {}};
      for (const std::string_view hole : {"\uFFFD", "?", ""}) {
        std::string spelling;
        for (const char byte : bytes) {
          const char16_t shown = kWindows[static_cast<unsigned char>(byte) - 0x80U];
          if (shown >= 0x80 && shown < 0xA0)
            spelling += hole;
          else
            base::append_code_point(spelling, shown);
        }
        row.spellings.push_back(std::move(spelling));
      }
      out.push_back(std::move(row));
    }
    out.push_back({U'⚠', {"âš "}});  // its no-break space became a plain one
    return out;
  }();
  return kLossy;
}

std::optional<Piece> turned_with_loss(std::string_view text) {
  for (const Lossy& row : lossy())
    for (const std::string& spelling : row.spellings)
      if (text.starts_with(spelling)) return Piece{row.meant, spelling.size()};
  return {};
}

struct Attempt {
  std::string text{};
  std::size_t symbols = 0;
  std::size_t kept = 0;  ///< characters beyond ASCII that did not turn
};

Attempt turn(std::string_view text, Garbling garbling, bool only_symbols) {
  Attempt out;
  const Upper& upper = table_of(garbling);
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      out.text += text[at++];
      continue;
    }
    const std::string_view rest = text.substr(at);
    std::optional<Piece> piece = turned(rest, upper);
    if (!piece && garbling == Garbling::windows_1252) piece = turned_with_loss(rest);
    if (piece && (!only_symbols || is_symbol(piece->code))) {
      base::append_code_point(out.text, piece->code);
      out.symbols += is_symbol(piece->code) ? 1 : 0;
      at += piece->garbled_bytes;
      continue;
    }
    const std::size_t bytes = base::first_code_point(rest).bytes;
    out.text += rest.substr(0, bytes);
    at += bytes;
    ++out.kept;
  }
  return out;
}

}  // namespace

std::string_view name_of(Garbling garbling) {
  switch (garbling) {
    case Garbling::none:
      return "";
    case Garbling::windows_1252:
      return "Windows-1252";
    case Garbling::mac_roman:
      return "Mac Roman";
  }
  return "";
}

Mender Mender::for_document(std::string_view document) {
  Mender out;
  const Attempt windows = turn(document, Garbling::windows_1252, false);
  const Attempt mac = turn(document, Garbling::mac_roman, false);
  if (windows.symbols == 0 && mac.symbols == 0) return out;
  const bool is_mac = mac.symbols > windows.symbols;
  const Attempt& first = is_mac ? mac : windows;
  out.garbling_ = is_mac ? Garbling::mac_roman : Garbling::windows_1252;
  out.only_symbols_ = first.kept > 0;
  const Attempt again = turn(first.text, out.garbling_, true);
  out.rounds_ = again.symbols > 0 ? 2 : 1;
  return out;
}

std::string Mender::mend(std::string_view text) const {
  std::string out(text);
  for (int round = 0; round < rounds_; ++round) out = turn(out, garbling_, only_symbols_).text;
  return out;
}

}  // namespace readiness::roadmap
