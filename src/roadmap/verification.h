// SPDX-License-Identifier: Apache-2.0
// Claims held against what an audit found. What no walker over files can see is called so, never guessed.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/verdict.h"
#include "roadmap/claims.h"
#include "roadmap/named_files.h"
#include "score/scorecard.h"

namespace readiness::roadmap {

enum class Standing : std::uint8_t { proven, contradicted, unverifiable };
/// "proven", "contradicted", "unverifiable".
std::string_view name_of(Standing standing);

/// What the repository shows about a claim's subject, whatever the claim says.
enum class Found : std::uint8_t { unseen, absent, some, present };
/// "unseen", "absent", "partial", "present".
std::string_view name_of(Found found);

/// A check or a file that a judgement rests on.
struct Basis {
  std::string check{};    ///< id, or empty for a file
  std::string outcome{};  ///< the verdict's name; "found" or "missing" for a file
  std::string path{};     ///< where it shows; for a missing file as the roadmap writes it
  std::uint32_t line = 0;
};

/// A number that the roadmap states beside the one that was measured.
struct Number {
  std::string of{};  ///< a check's id, a category's pack, or "overall"
  std::uint64_t said = 0, measured = 0;
  bool percent = false;  ///< else a count
};

struct Judgement {
  Standing standing = Standing::unverifiable;
  Found found = Found::unseen;
  std::string reason{};  ///< one sentence
  std::vector<Basis> bases{};
  std::optional<Number> number{};  ///< when that is what was judged
};

/// What the claims are held against; views into what the caller owns.
struct Audited {
  const checks::Verdicts& verdicts;
  const score::Scorecard& card;
  std::string_view as_of{};  ///< ISO date that "today" was taken to be
};

struct VerifiedRoadmap {
  Roadmap roadmap{};
  std::vector<Judgement> judgements{};  ///< parallel to the claims
  std::vector<std::size_t> ticked{};    ///< claims whose boxes --write ticked
};

/// Numbers over the claims that people stated themselves.
struct Count {
  std::size_t claims = 0, stated = 0, proven = 0, unproven = 0, differing = 0, outdated = 0, unverifiable = 0;
};
/// `unproven`: said to be done, and nothing shows it. `differing`: another number was measured. `outdated`:
/// contradicted the other way.
Count count_of(const VerifiedRoadmap& roadmap);
/// True for a claim that is said to be done (or partly done) against the evidence.
bool is_unproven(const Claim& claim, const Judgement& judgement);
bool is_differing(const Judgement& judgement);

VerifiedRoadmap verify(Roadmap roadmap, const Audited& audited, const TreePaths& tree);

/// The claims whose open boxes the evidence proves to be done, nothing named below them being open.
std::vector<std::size_t> tickable(const VerifiedRoadmap& roadmap);
/// `bytes` with these claims' boxes ticked: one byte changes for each, all others stay.
std::string with_ticks(std::string_view bytes, const Roadmap& roadmap,
                       const std::vector<std::size_t>& claims);

}  // namespace readiness::roadmap
