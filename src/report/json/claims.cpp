// SPDX-License-Identifier: Apache-2.0
// Hand-written roadmaps for programs: `readiness/claims@1`, described by docs/claims.schema.json.
#include "report/claims.h"

#include "report/json/value.h"
#include "report/view.h"

namespace readiness::report {
namespace {

using roadmap::Claim;

template <typename Number>
Json maybe(const std::optional<Number>& number) {
  return number ? Json(*number) : Json();
}

Json bases_json(const std::vector<roadmap::Basis>& bases) {
  Json out = Json::array();
  for (const roadmap::Basis& basis : bases) {
    Json row = {{"check", basis.check.empty() ? Json() : Json(basis.check)}, {"outcome", basis.outcome}};
    set_path(row, basis.path);
    row["line"] = basis.line;
    out.push_back(std::move(row));
  }
  return out;
}

Json number_json(const std::optional<roadmap::Number>& number) {
  if (!number) return {};
  return {{"of", number->of},
          {"said", number->said},
          {"measured", number->measured},
          {"unit", number->percent ? "percent" : "count"}};
}

Json claim_json(const Claim& claim, const roadmap::Judgement& judgement) {
  return {{"line", claim.line},
          {"kind", roadmap::name_of(claim.kind)},
          {"says", roadmap::name_of(claim.state)},
          {"stated", claim.stated},
          {"text", claim.text},
          {"section", claim.section},
          {"current", maybe(claim.current)},
          {"target", maybe(claim.target)},
          {"count", maybe(claim.count)},
          {"parent", maybe(claim.parent)},
          {"standing", roadmap::name_of(judgement.standing)},
          {"found", roadmap::name_of(judgement.found)},
          {"reason", judgement.reason},
          {"number", number_json(judgement.number)},
          {"evidence", bases_json(judgement.bases)}};
}

Json roadmap_json(const roadmap::VerifiedRoadmap& verified) {
  const roadmap::Count count = roadmap::count_of(verified);
  Json out = Json::object();
  set_path(out, verified.roadmap.name);
  out["mended_from"] = verified.roadmap.mended_from.empty() ? Json() : Json(verified.roadmap.mended_from);
  out["counts"] = {{"claims", count.claims},
                   {"stated", count.stated},
                   {"proven", count.proven},
                   {"unproven", count.unproven},
                   {"differing", count.differing},
                   {"outdated", count.outdated},
                   {"unverifiable", count.unverifiable}};
  out["ticked"] = verified.ticked;
  out["claims"] = Json::array();
  for (std::size_t i = 0; i < verified.judgements.size(); ++i)
    out["claims"].push_back(claim_json(verified.roadmap.claims[i], verified.judgements[i]));
  return out;
}

}  // namespace

std::string render_claims_json(const ClaimsReport& report, const RenderOptions&) {
  Json out = {{"schema", "readiness/claims@1"},
              {"tool", {{"name", "readiness"}, {"version", report.tool_version}}},
              {"commit", report.identity.commit},
              {"as_of", report.as_of},
              {"ruler", report.ruler},
              {"complete", report.coverage.complete},
              {"faults", report.coverage.faults},
              {"holds", !has_false_claims(report)},
              {"roadmaps", Json::array()}};
  for (const roadmap::VerifiedRoadmap& verified : report.roadmaps)
    out["roadmaps"].push_back(roadmap_json(verified));
  return json_text(out);
}

}  // namespace readiness::report
