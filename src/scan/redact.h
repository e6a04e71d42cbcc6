// SPDX-License-Identifier: Apache-2.0
// The last place that sees secrets: everything a hit carries is cut from a text in which they are masked.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace readiness::scan {

/// Stretches of one text that must not be shown, and the values in them, which are hidden wherever they
/// stand.
class Secrets {
 public:
  void clear();
  void add(std::uint32_t begin, std::uint32_t end);
  /// Sorts and merges; call once after the last add(). `text` must live as long as the object is asked.
  void seal(std::string_view text);
  bool empty() const { return stretches_.empty(); }
  /// The bytes from `begin` to `end` with everything secret masked.
  std::string masked(std::uint32_t begin, std::uint32_t end) const;

 private:
  struct Stretch {
    std::uint32_t begin;
    std::uint32_t end;
  };
  void hide_repeated_values(std::uint32_t begin, std::uint32_t end, std::vector<Stretch>& hidden) const;
  std::string_view text_{};  // owned by whoever called scan()
  std::vector<Stretch> stretches_{};
  std::vector<std::string_view> values_{};
};

/// What stands for a secret: "…", after its first four characters when those are a public prefix such as
/// ghp_.
std::string mask_of(std::string_view secret);

constexpr std::uint32_t kMaxExcerptBytes = 240;
/// One line around `begin`, masked, trimmed, valid UTF-8.
std::string excerpt_of(std::string_view text, std::uint32_t begin, const Secrets& secrets);

}  // namespace readiness::scan
