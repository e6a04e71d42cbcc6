// SPDX-License-Identifier: Apache-2.0
// Hand-written roadmaps as a Markdown page: a table for each group of claims.
#include "report/claims.h"

#include "report/markdown/text.h"
#include "report/view.h"

namespace readiness::report {
namespace {

using markdown::Document;
using markdown::Md;

Md said(const roadmap::Claim& claim) {
  switch (claim.state) {
    case roadmap::State::done:
      return "✅ done";
    case roadmap::State::partial:
      return "🔄 partly";
    case roadmap::State::open:
      return "☐ open";
    case roadmap::State::none:
      return "–";
  }
  return "–";
}

Md shown_at(const roadmap::Judgement& judgement) {
  std::vector<Md> places;
  for (const roadmap::Basis& basis : judgement.bases)
    if (!basis.path.empty() && basis.outcome != "missing" && places.size() < 3)
      places.push_back(markdown::cell_code(place_of(basis.path, basis.line)));
  return joined(places, ", ");
}

void put_roadmap(Document& document, const roadmap::VerifiedRoadmap& roadmap) {
  document.heading(2, markdown::text(roadmap.roadmap.name));
  document.paragraph(Md::ours(count_words(roadmap::count_of(roadmap))) + ".");
  if (!roadmap.roadmap.mended_from.empty())
    document.paragraph("Read as UTF-8 that had been taken for " + Md::ours(roadmap.roadmap.mended_from) +
                       ".");
  if (!roadmap.ticked.empty())
    document.paragraph(Md::ours(counted(roadmap.ticked.size(), "box", "boxes")) + " ticked.");
  for (const ClaimGroup& group : claim_groups()) {
    const std::vector<std::size_t> claims = claims_in(roadmap, group);
    if (claims.empty()) continue;
    document.heading(3, Md::ours(std::string(group.title)));
    document.paragraph(Md::ours(std::string(group.about)));
    document.table({"Line", "Claim", "It says", "Found", "Where"});
    for (const std::size_t i : claims) {
      const roadmap::Claim& claim = roadmap.roadmap.claims[i];
      document.row({Md::ours(std::to_string(claim.line)), markdown::text(claim.text),
                    claim.stated ? said(claim) : said(claim) + " (listed)",
                    markdown::text(roadmap.judgements[i].reason), shown_at(roadmap.judgements[i])});
    }
  }
}

}  // namespace

std::string render_claims_markdown(const ClaimsReport& report, const RenderOptions&) {
  Document document;
  document.heading(1, "Claims against evidence");
  for (const std::string& fault : report.coverage.faults)
    document.paragraph("⚠️ Incomplete: " + markdown::text(fault));
  for (const roadmap::VerifiedRoadmap& roadmap : report.roadmaps) put_roadmap(document, roadmap);
  return document.str();
}

}  // namespace readiness::report
