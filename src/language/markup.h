// SPDX-License-Identifier: Apache-2.0
// The lexer of markup: text, tags, scripts, and islands of other languages.
#pragma once
#include <array>
#include <optional>
#include <string_view>

#include "language/lexer.h"

namespace readiness::language {

class MarkupLexer {
 public:
  MarkupLexer(const Markup& markup, std::string_view text, base::RegionMap& out);
  void run();

 private:
  static constexpr std::size_t kMaxIslands = 8;
  std::size_t front_matter();
  std::size_t tag(std::size_t at);
  std::size_t attribute(std::size_t at);
  std::size_t script(std::string_view name, std::string_view tag_text, std::size_t at);
  /// Reads the island or the braces at `at`; 0 when there are none.
  std::size_t embedded(std::size_t at);
  std::size_t island(std::size_t index, std::size_t at);
  std::size_t braces(std::size_t at);
  Lexer& inner(std::optional<Lexer>& slot, const Syntax& syntax);
  void put(base::Region region, std::size_t end);
  bool starts(std::size_t at, std::string_view what) const { return text_.substr(at, what.size()) == what; }

  const Markup& markup_;
  std::string_view text_;
  base::RegionMap& out_;
  std::array<bool, 256> stops_{};
  std::array<std::optional<Lexer>, kMaxIslands> islands_{};
  std::optional<Lexer> braces_{};
  std::optional<Lexer> script_{};
};

}  // namespace readiness::language
