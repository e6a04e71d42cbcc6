// SPDX-License-Identifier: Apache-2.0
#include "report/claims.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/view.h"

namespace readiness::report {
namespace {

using roadmap::Claim;
using roadmap::Judgement;
using roadmap::Standing;

bool is_outdated(const Claim& claim, const Judgement& judgement) {
  return judgement.standing == Standing::contradicted && !roadmap::is_unproven(claim, judgement) &&
         !roadmap::is_differing(judgement);
}
bool differs(const Claim&, const Judgement& judgement) { return roadmap::is_differing(judgement); }
bool is_proven(const Claim&, const Judgement& judgement) { return judgement.standing == Standing::proven; }
bool is_unverifiable(const Claim&, const Judgement& judgement) {
  return judgement.standing == Standing::unverifiable;
}

}  // namespace

bool has_false_claims(const ClaimsReport& report) {
  return std::any_of(report.roadmaps.begin(), report.roadmaps.end(),
                     [&](const roadmap::VerifiedRoadmap& one) {
                       const roadmap::Count count = roadmap::count_of(one);
                       const bool lags = count.outdated > one.ticked.size() || count.differing > 0;
                       return count.unproven > 0 || (report.strict && lags);
                     });
}

const std::array<ClaimGroup, 5>& claim_groups() {
  static constexpr std::array<ClaimGroup, 5> kGroups{
      {{"unproven", "Said to be done, not shown",
        "Nothing in the repository shows these; some of it speaks against them.", &roadmap::is_unproven},
       {"differing", "Numbers that are others today",
        "What the roadmap counts or estimates was measured too, and differs. Estimates agree within 10 "
        "points.",
        &differs},
       {"outdated", "Open here, done in the repository", "The roadmap lags behind.", &is_outdated},
       {"proven", "Proven", "Done and shown, or open and indeed not there.", &is_proven},
       {"unverifiable", "Not to be seen in files", "Work that no check and no file name decides.",
        &is_unverifiable}}};
  return kGroups;
}

std::vector<std::size_t> claims_in(const roadmap::VerifiedRoadmap& roadmap, const ClaimGroup& group) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < roadmap.judgements.size(); ++i)
    if (group.holds(roadmap.roadmap.claims[i], roadmap.judgements[i])) out.push_back(i);
  return out;
}

std::string count_words(const roadmap::Count& count) {
  std::string out = counted(count.stated, "stated claim", "stated claims");
  if (count.stated > 0)
    out += fmt::format(
        ": {} proven, {} said to be done and not shown, {}{} open but done, {} that files cannot show",
        count.proven, count.unproven,
        count.differing > 0 ? counted(count.differing, "number that differs, ", "numbers that differ, ") : "",
        count.outdated, count.unverifiable);
  const std::size_t listed = count.claims - count.stated;
  return listed == 0 ? out : out + fmt::format("; and {} without a state of their own", grouped(listed));
}

}  // namespace readiness::report
