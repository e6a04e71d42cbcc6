// SPDX-License-Identifier: Apache-2.0
// The general category of every code point (Unicode 14.0), for \p{…} in I-Regexp. Private to the layer.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace readiness::document {

/// One bit a category, bit 0 being Cc; the bit numbers are those that category_of gives.
using CategorySet = std::uint32_t;

unsigned category_of(char32_t c);
/// "Lu" or "L"; nothing for what is no general category, and for Cs, which RFC 9485 leaves out.
std::optional<CategorySet> category_set(std::string_view name);

}  // namespace readiness::document
