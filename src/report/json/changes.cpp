// SPDX-License-Identifier: Apache-2.0
// A comparison as JSON: `delta` of the report, and `readiness/comparison@1` by itself.
#include "report/delta.h"
#include "report/json/parts.h"

namespace readiness::report {
namespace {

Json side_json(const delta::Side& side) {
  return {{"name", side.name},     {"commit", side.commit},    {"date", side.date},
          {"ruler", side.ruler},   {"score", side.score},      {"raw", rounded(side.raw)},
          {"scored", side.scored}, {"complete", side.complete}};
}

Json outcome_json(const std::optional<checks::Outcome>& outcome) {
  return outcome ? Json(std::string(checks::name_of(*outcome))) : Json();
}

Json places_json(const std::vector<delta::KnownFinding>& places) {
  Json out = Json::array();
  for (const delta::KnownFinding& place : places) {
    Json row = Json::object();
    set_path(row, place.path);
    row["line"] = place.line;
    row["fingerprint"] = place.fingerprint;
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace

Json changes_json(const std::vector<delta::Change>& changes) {
  Json out = Json::array();
  for (const delta::Change& change : changes)
    out.push_back({{"check", change.id},
                   {"title", change.title},
                   {"pack", change.pack},
                   {"priority", std::string(checks::name_of(change.priority))},
                   {"turn", std::string(delta::name_of(change.turn))},
                   {"cause", std::string(delta::name_of(change.cause))},
                   {"before", outcome_json(change.before)},
                   {"after", outcome_json(change.after)},
                   {"earned_before", rounded(change.earned_before)},
                   {"earned_after", rounded(change.earned_after)},
                   {"points", rounded(change.points)},
                   {"worse", change.can_gate},
                   {"new_findings", change.new_findings},
                   {"gone_findings", change.gone_findings},
                   {"places", places_json(change.places)}});
  return out;
}

Json delta_json(const delta::Delta& delta) {
  Json points = Json::object();
  for (std::size_t i = 0; i < delta::kCauses; ++i)
    points[std::string(delta::name_of(static_cast<delta::Cause>(i)))] = rounded(delta.points[i]);
  Json counts = Json::object();
  for (std::size_t i = 0; i < delta::kTurns; ++i) {
    const auto turn = static_cast<delta::Turn>(i);
    counts[std::string(delta::name_of(turn))] = delta.count(turn);
  }
  return {{"before", side_json(delta.before)},
          {"after", side_json(delta.after)},
          {"same_ruler", delta.same_ruler},
          {"difference", rounded(delta.after.raw - delta.before.raw)},
          {"points", std::move(points)},
          {"counts", std::move(counts)},
          {"changes", changes_json(delta.changes)},
          {"notes", delta.notes}};
}

std::string render_comparison_json(const Comparison& comparison, const RenderOptions&) {
  Json out = {{"schema", "readiness/comparison@1"},
              {"tool", {{"name", "readiness"}, {"version", comparison.tool_version}}},
              {"complete", comparison.complete},
              {"faults", comparison.faults},
              {"gate",
               {{"no_regress", comparison.gate.no_regress},
                {"met", comparison.gate.met},
                {"reasons", comparison.gate.reasons}}},
              {"delta", delta_json(comparison.delta)}};
  return json_text(out);
}

}  // namespace readiness::report
