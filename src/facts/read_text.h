// SPDX-License-Identifier: Apache-2.0
// From a loaded file's bytes to text: encodings, pointers of Git LFS, and what its head says about it.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "facts/facts.h"

namespace readiness::facts {

/// UTF-8 text with 64 readable bytes behind it; borrows `bytes` unless they had to be decoded.
class Text {
 public:
  explicit Text(std::string_view bytes) : decoded_(classify::decode_to_utf8(bytes)), bytes_(bytes) {}
  std::string_view view() const { return decoded_ ? std::string_view(*decoded_) : bytes_; }

 private:
  std::optional<std::string> decoded_;
  std::string_view bytes_;
};

/// Refines the classification by the text's head; true when that settles the file's disposition (binary,
/// generated, an LFS pointer), false when it is to be searched.
bool settled_by_head(const classify::Classifier& classifier, std::string_view text, File& file);

/// Line breaks, and the last line when it has none.
std::uint32_t count_lines(std::string_view text);

}  // namespace readiness::facts
