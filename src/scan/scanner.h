// SPDX-License-Identifier: Apache-2.0
// All patterns over one text in one pass: 4-gram filter, literal run, PCRE2-JIT in a window (docs/engine.md).
#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "scan/pattern.h"

namespace readiness::scan {

class PreparedRegexes;

enum class Engine : std::uint8_t { fast, reference };

/// Why a pattern misses the fast path, for `rules lint`.
struct SlowPattern {
  PatternId pattern;
  std::string reason;
};

/// Compiled patterns; immutable and shared by all scanners. PCRE2 code is compiled at first use
/// (thread-safe).
class PatternSet {
 public:
  /// Errors name the pattern by its index in `Diagnostic::file` ("pattern 12") with the column inside the
  /// regex. `prepared` spares the work on regexes that it knows; the reference engine never asks it.
  static base::Result<PatternSet> compile(const std::vector<PatternSpec>& patterns,
                                          Engine engine = Engine::fast,
                                          const PreparedRegexes* prepared = nullptr);
  ~PatternSet();
  PatternSet(PatternSet&&) noexcept;
  PatternSet& operator=(PatternSet&&) noexcept;
  std::size_t size() const;
  const std::vector<SlowPattern>& slow() const;

 private:
  friend class Scanner;
  struct Impl;
  explicit PatternSet(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Scratch for one thread; borrows its PatternSet.
class Scanner {
 public:
  explicit Scanner(const PatternSet& patterns);
  ~Scanner();
  /// Appends the hits of `text` to `hits`, ordered by (begin, pattern). `text` must be followed by 64
  /// readable bytes. Leftmost, non-overlapping matches of each pattern, exactly as PCRE2 finds them over the
  /// whole text.
  Outcome scan(std::string_view text, const Eligible& eligible, const LazyRegions& regions,
               std::vector<Hit>& hits);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Checks one regex alone: syntax, features outside the engine's language (recursion, callouts, \C, verbs,
/// back references to unbounded groups), a match of the empty text. The diagnostic's column counts inside the
/// regex.
base::Result<bool> check_regex(std::string_view regex);
/// Names that `Filters::checksum` takes.
std::vector<std::string> checksum_names();

/// A regex on small texts (names, document values), outside the hot path. Limits always set; safe to share.
class SmallRegex {
 public:
  static base::Result<SmallRegex> compile(std::string_view regex);
  /// One that compile() took before, as those of the built-in rules: compiled when it is first needed.
  static SmallRegex known_good(std::string_view regex);
  bool search(std::string_view text) const;

 private:
  struct Impl;
  std::shared_ptr<const Impl> impl_;  // immutable but for the first search, shared by copies
};

}  // namespace readiness::scan
