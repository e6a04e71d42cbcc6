// SPDX-License-Identifier: Apache-2.0
// Text that was UTF-8, read as Windows-1252 or Mac Roman and written as UTF-8 again ("âœ…" for "✅"):
// found a document at a time, and turned back.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace readiness::roadmap {

enum class Garbling : std::uint8_t { none, windows_1252, mac_roman };
/// "", "Windows-1252", "Mac Roman".
std::string_view name_of(Garbling garbling);

/// What happened to one document. A document is only called garbled when turning it back makes at least one
/// symbol (an icon, a dash, an arrow) of three or four bytes: words of no language do that by chance.
class Mender {
 public:
  Mender() = default;
  static Mender for_document(std::string_view document);

  /// A part of that document as it was meant. What does not turn back stays.
  std::string mend(std::string_view text) const;
  Garbling garbling() const { return garbling_; }

 private:
  Garbling garbling_ = Garbling::none;
  bool only_symbols_ = false;  ///< the document has other letters too: only what is surely garbled is turned
  int rounds_ = 0;             ///< twice when it happened twice
};

}  // namespace readiness::roadmap
