// SPDX-License-Identifier: Apache-2.0
// What checks hands on: each check with its verdict, evidence, findings and receipt; traits with their evidence.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rulepack/model.h"

namespace readiness::checks {

enum class Outcome : std::uint8_t { pass, partial, fail, attested, waived, not_applicable, unknown };
/// "pass", "partial", "fail", "attested", "waived", "not-applicable", "unknown".
std::string_view name_of(Outcome outcome);
std::string_view name_of(rulepack::Priority priority);
std::string_view name_of(rulepack::Confidence confidence);

/// A place in the repository that shows something. `excerpt` is bounded and redacted, raw otherwise: renderers escape.
struct Evidence {
  std::string probe{};  ///< the named probe, or what the leaf looked for
  std::string path{};
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string excerpt{};
  std::string label{};
};

/// A hit that should not be there, or an item without what it must have.
struct Finding {
  std::string probe{};
  std::string path{};
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string excerpt{};
  std::string fingerprint{};  ///< 16 hex digits over check, probe, path, redacted line and its ordinal; survives moves of lines
  std::string waiver{};       ///< reason, when an inline or configured waiver exempts it
  std::vector<std::pair<std::string, std::string>> captures{};
};

/// Something like what was looked for, that did not count; `why` is half a sentence: "in tests".
struct NearMiss {
  Evidence at{};
  std::string why{};
};

/// Where a verdict looked: printed with every verdict of absence.
struct Receipt {
  std::vector<std::string> probes{};
  std::vector<std::string> paths{};         ///< globs
  std::vector<std::string> patterns{};      ///< regexes
  std::vector<std::string> dependencies{};
  std::vector<std::string> images{};
  std::vector<std::string> documents{};     ///< "kinds: query"
  std::uint64_t files = 0;                  ///< files the widest of its queries was allowed to see
  std::vector<NearMiss> near_misses{};      ///< nearest first; see near_misses.h
};

/// A part of the repository that is deployed on its own.
struct Unit {
  std::string name{};
  std::string path{};  ///< its folder, without a slash at the end
  std::string kind{};  ///< what shows it: "Dockerfile", "compose service"
};

/// What a check says of one unit: pass, partial or fail.
struct UnitVerdict {
  std::uint32_t unit = 0;  ///< index into Verdicts::units
  Outcome outcome = Outcome::fail;
  std::string reason{};
};

struct Waiver {
  std::string reason{};  ///< false-positive | test-data | mitigated-elsewhere | accepted-risk | planned
  std::string note{};
  std::string by{};
  std::string until{};   ///< ISO date
  bool expired = false;
};

/// "We do this, here", said in the configuration about this check, whether it still holds or not.
struct Attested {
  std::string at{};     ///< path, or link
  std::string by{};
  std::string until{};  ///< ISO date
  bool holds = true;    ///< false: expired, or no longer found there
};

struct Verdict {
  rulepack::Check check{};       ///< as resolved
  std::string rule{};            ///< 16 hex digits over all that decides the verdict beside the repository
  Outcome outcome = Outcome::unknown;
  double earned = 0;             ///< 0 … 1
  std::string reason{};          ///< one sentence: why this outcome
  std::vector<Evidence> evidence{};
  std::uint64_t evidence_total = 0;
  std::vector<Finding> findings{};
  std::uint64_t findings_total = 0;
  std::uint64_t items = 0;       ///< `each`: how many were asked …
  std::uint64_t items_met = 0;   ///< … and how many have it
  std::vector<UnitVerdict> units{};  ///< when the check is about units and there are several
  Receipt receipt{};
  std::optional<Waiver> waiver{};
  std::optional<Attested> attested{};
  std::vector<std::string> tasks{};  ///< with {count}, {files}, {trait:…} filled in
};

struct TraitVerdict {
  std::string name{};
  std::string title{};
  std::string about{};
  bool holds = false;
  bool forced = false;  ///< set by the configuration
  std::vector<Evidence> evidence{};
};

struct PackInfo {
  std::string name{}, title{}, about{}, owner{};
};

/// All of it, checks in the order of the packs.
struct Verdicts {
  std::vector<PackInfo> packs{};
  std::vector<TraitVerdict> traits{};
  std::vector<Unit> units{};  ///< none, or at least two
  std::vector<Verdict> verdicts{};
  std::string ruler{};  ///< 16 hex digits: scoring version, resolved packs, weights
};

}  // namespace readiness::checks
