// SPDX-License-Identifier: Apache-2.0
// Claims held against what an audit found. What no walker over files can see is called so, never guessed.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checks/verdict.h"
#include "roadmap/claims.h"
#include "roadmap/named_files.h"

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

struct Judgement {
  Standing standing = Standing::unverifiable;
  Found found = Found::unseen;
  std::string reason{};  ///< one sentence
  std::vector<Basis> bases{};
};

struct VerifiedRoadmap {
  Roadmap roadmap{};
  std::vector<Judgement> judgements{};  ///< parallel to the claims
  std::vector<std::size_t> ticked{};    ///< claims whose boxes --write ticked
};

/// Numbers over the claims that people stated themselves.
struct Count {
  std::size_t claims = 0, stated = 0, proven = 0, unproven = 0, outdated = 0, unverifiable = 0;
};
/// `unproven`: said to be done, and nothing shows it. `outdated`: contradicted the other way.
Count count_of(const VerifiedRoadmap& roadmap);
/// True for a claim that is said to be done (or partly done) against the evidence.
bool is_unproven(const Claim& claim, const Judgement& judgement);

VerifiedRoadmap verify(Roadmap roadmap, const checks::Verdicts& verdicts, const TreePaths& tree);

/// The claims whose open boxes the evidence proves to be done, nothing named below them being open.
std::vector<std::size_t> tickable(const VerifiedRoadmap& roadmap);
/// `bytes` with these claims' boxes ticked: one byte changes for each, all others stay.
std::string with_ticks(std::string_view bytes, const Roadmap& roadmap,
                       const std::vector<std::size_t>& claims);

}  // namespace readiness::roadmap
