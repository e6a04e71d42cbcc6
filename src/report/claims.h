// SPDX-License-Identifier: Apache-2.0
// What `readiness verify` tells: hand-written roadmaps and what became of their claims. One value, as with
// Report.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "report/report.h"
#include "roadmap/verification.h"

namespace readiness::report {

struct ClaimsReport {
  std::string tool_version{};
  source::Identity identity{};
  std::string as_of{};
  std::string ruler{};
  Coverage coverage{};
  bool strict = false;  ///< an outdated claim fails too
  std::vector<roadmap::VerifiedRoadmap> roadmaps{};
};

/// True when a claim that people stated does not hold: said to be done and not shown; with `strict`, also
/// open and done, and numbers that are others today.
bool has_false_claims(const ClaimsReport& report);

/// A group of claims that is shown under one title, in the order of a report: worst first.
struct ClaimGroup {
  std::string_view name;  ///< as programs and addresses know it
  std::string_view title;
  std::string_view about;
  bool (*holds)(const roadmap::Claim& claim, const roadmap::Judgement& judgement);
};
const std::array<ClaimGroup, 5>& claim_groups();
/// How many of them say that something does not hold.
inline constexpr std::size_t kGroupsAgainst = 3;
/// Indices into the roadmap's claims.
std::vector<std::size_t> claims_in(const roadmap::VerifiedRoadmap& roadmap, const ClaimGroup& group);

/// "35 claims: 12 proven, 2 not shown, 5 done already, 16 that files cannot show".
std::string count_words(const roadmap::Count& count);

using RenderClaims = std::string (*)(const ClaimsReport& report, const RenderOptions& options);
std::string render_claims_terminal(const ClaimsReport& report, const RenderOptions& options);
std::string render_claims_markdown(const ClaimsReport& report, const RenderOptions& options);
std::string render_claims_html(const ClaimsReport& report, const RenderOptions& options);
std::string render_claims_json(const ClaimsReport& report, const RenderOptions& options);

struct ClaimsFormat {
  std::string_view name;
  RenderClaims render;
};
inline constexpr std::array<ClaimsFormat, 4> kClaimsFormats{{{"terminal", &render_claims_terminal},
                                                             {"markdown", &render_claims_markdown},
                                                             {"html", &render_claims_html},
                                                             {"json", &render_claims_json}}};

}  // namespace readiness::report
