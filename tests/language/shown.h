// SPDX-License-Identifier: Apache-2.0
// Regions made visible: «strings», ⟦comments⟧ and ⦅tests⦆, everything else is code.
#pragma once
#include <catch2/catch.hpp>
#include <initializer_list>
#include <string>
#include <string_view>

#include "language/language.h"

namespace readiness::testing {

inline void erase_all(std::string& text, std::string_view what) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at))
    text.erase(at, what.size());
}

inline std::string without_marks(std::string_view marked) {
  std::string text(marked);
  for (const std::string_view mark : {"«", "»", "⟦", "⟧", "⦅", "⦆"}) erase_all(text, mark);
  return text;
}

inline std::string with_marks(std::string_view language, std::string_view text) {
  const base::RegionMap map = language::lex(language::find(language).value_or(language::kUnknown), text);
  std::string out;
  std::size_t begin = 0;
  for (const base::RegionMap::Stretch& stretch : map.stretches) {
    constexpr const char* kOpen[] = {"", "⟦", "«", "⦅"};  // by region
    constexpr const char* kClose[] = {"", "⟧", "»", "⦆"};
    const auto region = static_cast<std::size_t>(stretch.region);
    out.append(kOpen[region]).append(text.substr(begin, stretch.end - begin)).append(kClose[region]);
    begin = stretch.end;
  }
  return out + std::string(text.substr(begin));
}

/// Each text, stripped of its marks and lexed, gets the same marks again.
inline void check_regions(std::string_view language, std::initializer_list<std::string_view> texts) {
  REQUIRE(language::find(language));
  for (const std::string_view text : texts) {
    INFO(language << ": " << text);
    CHECK(with_marks(language, without_marks(text)) == text);
  }
}

}  // namespace readiness::testing
