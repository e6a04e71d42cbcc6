// SPDX-License-Identifier: Apache-2.0
// One ignore file, as gitignore(5) describes and git 2.39 does it.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/wildcard.h"

namespace readiness::source {

class IgnoreFile {
 public:
  /// What one file may be; more is read by nobody in good faith, and git's own users stay far below.
  static constexpr std::uint64_t kMaxBytes = 1024 * 1024;
  static constexpr std::size_t kMaxPatterns = 20000;
  static constexpr std::size_t kMaxPatternLength = 4096;

  enum class Verdict : std::uint8_t { none, ignored, kept };

  static IgnoreFile parse(std::string_view text);
  /// `path` is relative to the folder that the file speaks for. The last pattern that matches decides.
  Verdict verdict(std::string_view path, bool is_folder) const;
  bool empty() const { return patterns_.empty(); }
  /// False when patterns beyond the bounds were dropped.
  bool complete() const { return complete_; }

 private:
  enum class Shape : std::uint8_t { literal, suffix, wildcard };
  struct Pattern {
    Shape shape = Shape::literal;
    bool negated = false;
    bool folders_only = false;
    bool name_only = false;
    std::string literal{};  // the whole text, the text behind `*`, or what stands before the first wildcard
    Wildcard wildcard{};
  };
  void add(std::string_view line);
  static bool matches(const Pattern& pattern, std::string_view path, std::string_view name);

  std::vector<Pattern> patterns_;
  bool complete_ = true;
};

}  // namespace readiness::source
