// SPDX-License-Identifier: Apache-2.0
// One pattern of gitignore(5) as git's wildmatch understands it, without its recursion: pattern × text at
// worst.
#pragma once
#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

namespace readiness::source {

class Wildcard {
 public:
  /// With `in_path`, `*`, `?` and sets stay inside a name and `**` as a whole name crosses names; without,
  /// the text is a single name. Every pattern compiles; a malformed one (an open set, a last backslash)
  /// matches nothing.
  static Wildcard compile(std::string_view pattern, bool in_path);
  bool matches(std::string_view text) const;

 private:
  enum class Kind : std::uint8_t { byte, any, set, star, folders, rest, never };
  struct Token {
    Kind kind;
    unsigned char byte = 0;
    std::uint32_t set = 0;  // index into sets_
  };
  using Set = std::bitset<256>;

  void add_star(std::string_view pattern, std::size_t& at);
  void add_set(std::string_view pattern, std::size_t& at);
  bool takes(const Token& token, unsigned char byte) const;

  std::vector<Token> tokens_;
  std::vector<Set> sets_;
  bool in_path_ = false;
};

}  // namespace readiness::source
