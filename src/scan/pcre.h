// SPDX-License-Identifier: Apache-2.0
// The door to PCRE2: compiled regexes with every limit set, and the scratch to match with. It knows spans, no
// hits.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "scan/regex_ast.h"

namespace readiness::scan {

/// Where a match may begin: anywhere from an offset on, or exactly at it (then PCRE2 does not search).
enum class Start : std::uint8_t { floating, exact };

struct NamedGroup {
  std::string name;
  std::uint32_t number;
};

/// What is known of a regex that PCRE2 takes: enough to compile it again without asking what may be wrong.
struct PcreSource {
  std::string rewritten{};           ///< see regex_parse.h
  std::vector<NamedGroup> groups{};  ///< by number
  std::uint32_t captures = 0;        ///< named or not
};

/// One regex, shared by all threads. Machine code is made at the first match.
class Pcre {
 public:
  static base::Result<Pcre> compile(const ParsedRegex& parsed, std::string_view as_written, Start start);
  /// A regex that was compiled before, when the program was built: PCRE2 sees it at the first match. Should
  /// it refuse then, every match ends as if a limit had stopped it.
  static Pcre later(PcreSource source, Start start);
  ~Pcre();
  Pcre(Pcre&&) noexcept;
  Pcre& operator=(Pcre&&) noexcept;
  /// Named groups by number; those that the text did not set stay unset in a match.
  const std::vector<NamedGroup>& groups() const { return source().groups; }
  const PcreSource& source() const;

 private:
  friend class PcreMatcher;
  struct Impl;
  explicit Pcre(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

enum class MatchState : std::uint8_t { none, found, limit };

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool set = false;
};

/// Match data, JIT stack and limits for one thread.
class PcreMatcher {
 public:
  PcreMatcher();
  ~PcreMatcher();
  PcreMatcher(PcreMatcher&&) noexcept;
  /// The leftmost match that begins at `from` or later, at `last_start` at the latest. `cut` says that the
  /// text goes on behind `subject`, so its end is no end of a line.
  MatchState find(const Pcre& regex, std::string_view subject, std::size_t from, std::size_t last_start,
                  bool cut);
  /// A group of the match found last; 0 is the whole match.
  Span span(std::uint32_t group) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace readiness::scan
