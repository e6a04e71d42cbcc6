// SPDX-License-Identifier: Apache-2.0
// I-Regexp (RFC 9485), the regular expressions of JSONPath's match() and search(): simulated as an automaton,
// so time is linear in the text whatever the pattern. Private to the layer.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace readiness::document {

/// Immutable after compile; copies share the automaton.
class IRegexp {
 public:
  /// Nothing when `pattern` is no I-Regexp, or unfolds to more than 2,000 states. Beyond the RFC's grammar
  /// `^` and `$` mean the text's ends, as in the dialects to which the RFC maps (section 5).
  static std::optional<IRegexp> compile(std::string_view pattern);

  /// The whole text matches. `budget` pays one for every state that is visited; when it runs out nothing
  /// matches.
  bool matches(std::string_view text, std::uint64_t& budget) const;
  /// Some part of the text matches.
  bool is_found_in(std::string_view text, std::uint64_t& budget) const;

 private:
  struct Automaton;
  bool run(std::string_view text, bool anywhere, std::uint64_t& budget) const;
  std::shared_ptr<const Automaton> automaton_;  // shared by copies of a compiled query; never changes
};

}  // namespace readiness::document
