// SPDX-License-Identifier: Apache-2.0
// What became better and worse between two audits, and why the score moved.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "delta/snapshot.h"

namespace readiness::delta {

/// What happened to a check. `appeared`: it counts now and did not before; `gone`: the other way round.
enum class Turn : std::uint8_t { regressed, appeared, fixed, improved, gone, changed };
inline constexpr std::size_t kTurns = 6;
/// "regressed", "new", "fixed", "improved", "gone", "changed".
std::string_view name_of(Turn turn);

/// Why: the rules are not the same; somebody waived or attested, or took it back; the question began or
/// ceased to apply (or to be decidable); the code changed.
enum class Cause : std::uint8_t { rules, waivers, applicability, code };
inline constexpr std::size_t kCauses = 4;
/// "rules", "waivers", "applicability", "code".
std::string_view name_of(Cause cause);

struct Change {
  std::string id{}, title{}, pack{};
  rulepack::Priority priority = rulepack::Priority::medium;
  std::optional<checks::Outcome> before{}, after{};  ///< none: that side has no such check
  double earned_before = 0, earned_after = 0;        ///< 0 … 1; 0 when it does not count
  Turn turn = Turn::changed;
  Cause cause = Cause::code;
  double points = 0;               ///< by which the score moved with it, when the causes are taken in order
  std::uint64_t new_findings = 0;  ///< that count now and were not there
  std::uint64_t gone_findings = 0;
  std::vector<KnownFinding> places{};  ///< the first of the new ones
  bool can_gate = false;               ///< it got worse by the code, and is no guess and no preview
};

struct Delta {
  Side before{}, after{};
  bool same_ruler = true;
  std::vector<Change> changes{};         ///< by turn as listed above, then priority, then as in the packs
  std::array<double, kCauses> points{};  ///< by Cause; their sum is after.raw - before.raw
  std::vector<std::string> notes{};      ///< what a reader must know before believing it
  std::uint64_t count(Turn turn) const;
};

/// The score is taken again after each cause (rules, waivers, applicability, code), so the parts add up
/// exactly.
Delta compare(const Snapshot& before, const Snapshot& after);

}  // namespace readiness::delta
