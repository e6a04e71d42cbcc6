// SPDX-License-Identifier: Apache-2.0
// Hand-written roadmaps at a terminal: what does not hold is listed, the rest is counted; --verbose lists
// all.
#include "report/claims.h"

#include <fmt/format.h>

#include "base/text.h"
#include "report/terminal/page.h"
#include "report/terminal/sections.h"
#include "report/view.h"

namespace readiness::report {
namespace {

using roadmap::Claim;
using roadmap::Standing;
using terminal::Ink;
using terminal::Line;
using terminal::Page;

constexpr std::size_t kMostListed = 30;

terminal::Mark mark_of(const Claim& claim) {
  switch (claim.state) {
    case roadmap::State::done:
      return {"✓", "done", Ink::good};
    case roadmap::State::partial:
      return {"◐", "partly", Ink::warn};
    case roadmap::State::open:
      return {"○", "open", Ink::plain};
    case roadmap::State::none:
      return {"·", "says", Ink::faint};
  }
  return {"·", "says", Ink::faint};
}

std::string upper(std::string_view title) {
  std::string out(title);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

void put_claim(Page& page, const roadmap::VerifiedRoadmap& roadmap, std::size_t index) {
  const Claim& claim = roadmap.roadmap.claims[index];
  Line line;
  line.add("  ");
  terminal::add_mark(line, mark_of(claim));
  line.right(std::to_string(claim.line), 5, Ink::faint).add("  ");
  line.left(claim.text + (claim.stated ? "" : "  (listed)"), page.width() - line.columns());
  page.put(line);
  page.prose(20, roadmap.judgements[index].reason, Ink::faint, 2);
}

void put_group(Page& page, const roadmap::VerifiedRoadmap& roadmap, const ClaimGroup& group, bool all) {
  const std::vector<std::size_t> claims = claims_in(roadmap, group);
  if (claims.empty()) return;
  page.gap();
  page.heading(upper(group.title), counted(claims.size(), "claim", "claims"));
  const std::size_t shown = all ? claims.size() : std::min(claims.size(), kMostListed);
  for (std::size_t i = 0; i < shown; ++i) put_claim(page, roadmap, claims[i]);
  terminal::put_more(page, 2, claims.size(), shown, "--verbose");
}

void put_roadmap(Page& page, const roadmap::VerifiedRoadmap& roadmap, bool verbose) {
  page.gap();
  Line title;
  title.add(roadmap.roadmap.name, Ink::strong);
  page.put(title);
  page.prose(2, count_words(roadmap::count_of(roadmap)));
  if (!roadmap.roadmap.mended_from.empty())
    page.prose(2, "read as UTF-8 that had been taken for " + roadmap.roadmap.mended_from, Ink::faint);
  if (!roadmap.ticked.empty())
    page.prose(2, counted(roadmap.ticked.size(), "box", "boxes") + " ticked", Ink::good);
  const auto& groups = claim_groups();
  for (std::size_t i = 0; i < (verbose ? groups.size() : kGroupsAgainst); ++i)
    put_group(page, roadmap, groups[i], verbose);
}

}  // namespace

std::string render_claims_terminal(const ClaimsReport& report, const RenderOptions& options) {
  Page page(options.width, options.colour);
  for (const std::string& fault : report.coverage.faults) page.prose(0, "incomplete: " + fault, Ink::warn);
  for (const roadmap::VerifiedRoadmap& roadmap : report.roadmaps) put_roadmap(page, roadmap, options.verbose);
  page.gap();
  return page.text();
}

}  // namespace readiness::report
