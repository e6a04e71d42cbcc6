// SPDX-License-Identifier: Apache-2.0
// The report for programs: `readiness/report@1`, described by docs/report.schema.json. Same tree, same bytes.
#include <algorithm>

#include "report/json/parts.h"
#include "report/view.h"

namespace readiness::report {
namespace {

Json identity_json(const Report& report) {
  const source::Identity& identity = report.identity;
  return {{"project", report.project},
          {"commit", identity.commit},
          {"branch", identity.branch},
          {"commit_date", date_of(identity.commit_time)},
          {"mode", identity.mode}};
}

Json tally_json(const score::Tally& tally) {
  return {{"score", tally.points()},
          {"raw", rounded(tally.raw())},
          {"weight", rounded(tally.weight)},
          {"earned", rounded(tally.earned)},
          {"counted", tally.counted},
          {"passed", tally.passed},
          {"partial", tally.partial},
          {"failed", tally.failed},
          {"not_applicable", tally.not_applicable},
          {"unknown", tally.unknown}};
}

Json score_json(const Report& report) {
  Json out = {{"overall", report.scorecard.overall.points()},
              {"grade", score::grade_of(report.scorecard.overall.points())},
              {"target", report.target ? Json(*report.target) : Json()},
              {"coverage", rounded(report.scorecard.coverage)},
              {"total", tally_json(report.scorecard.overall)},
              {"weights",
               {{"critical", rounded(report.weights.critical)},
                {"high", rounded(report.weights.high)},
                {"medium", rounded(report.weights.medium)},
                {"low", rounded(report.weights.low)},
                {"heuristic_factor", rounded(report.weights.heuristic_factor)}}},
              {"categories", Json::array()}};
  for (const score::Category& category : report.scorecard.categories) {
    Json row = {{"pack", category.pack}, {"title", category.title}};
    row.update(tally_json(category.tally));
    out["categories"].push_back(std::move(row));
  }
  return out;
}

Json gate_json(const Report& report) {
  const Gate& gate = report.gate;
  return {{"state", base::lower(word_of(gate_state(report)))},
          {"fail_under", gate.fail_under ? Json(*gate.fail_under) : Json()},
          {"fail_on", gate.fail_on ? Json(std::string(checks::name_of(*gate.fail_on))) : Json()},
          {"no_regress", gate.no_regress},
          {"of_change", gate.of_change},
          {"met", gate.met},
          {"reasons", gate.reasons}};
}

Json paths_with_reasons(const std::vector<std::pair<std::string, std::string>>& rows) {
  Json out = Json::array();
  for (const auto& [path, reason] : rows) {
    Json row = Json::object();
    set_path(row, path);
    row["reason"] = reason;
    out.push_back(std::move(row));
  }
  return out;
}

Json ledger_json(const Coverage& coverage) {
  const facts::Ledger& ledger = coverage.ledger;
  Json files = Json::object();
  for (std::size_t i = 0; i < facts::kDispositions; ++i) {
    std::string key(facts::name_of(static_cast<facts::Disposition>(i)));
    std::replace(key.begin(), key.end(), ' ', '_');
    files[key] = ledger.files[i];
  }
  return {{"entries", ledger.entries},
          {"files", std::move(files)},
          {"bytes_scanned", ledger.bytes_scanned},
          {"documents_parsed", ledger.documents_parsed},
          {"unparsed", paths_with_reasons(ledger.unparsed)},
          {"stopped_patterns", ledger.stopped_patterns},
          {"skipped", paths_with_reasons(coverage.skipped)}};
}

Json notes_json(const Coverage& coverage) {
  Json out = Json::array();
  for (const source::Note& note : coverage.notes)
    out.push_back({{"fault", note.fault}, {"reason", note.reason}, {"text", note.text}});
  return out;
}

Json units_json(const Report& report) {
  Json out = Json::array();
  for (std::size_t i = 0; i < report.verdicts.units.size(); ++i) {
    const checks::Unit& unit = report.verdicts.units[i];
    Json row = {{"name", unit.name}};
    set_path(row, unit.path);
    row["kind"] = unit.kind;
    if (i < report.scorecard.units.size()) row.update(tally_json(report.scorecard.units[i]));
    row["checks"] = Json::array();
    for (const checks::Verdict& verdict : report.verdicts.verdicts)
      for (const checks::UnitVerdict& one : verdict.units)
        if (one.unit == i)
          row["checks"].push_back({{"id", verdict.check.id},
                                   {"verdict", std::string(checks::name_of(one.outcome))},
                                   {"reason", one.reason}});
    out.push_back(std::move(row));
  }
  return out;
}

Json packs_json(const checks::Verdicts& verdicts) {
  Json out = Json::array();
  for (const checks::PackInfo& pack : verdicts.packs)
    out.push_back({{"name", pack.name}, {"title", pack.title}, {"about", pack.about}, {"owner", pack.owner}});
  return out;
}

}  // namespace

std::string render_json(const Report& report, const RenderOptions&) {
  Json out = {{"schema", "readiness/report@1"},
              {"tool", {{"name", "readiness"}, {"version", report.tool_version}}},
              {"identity", identity_json(report)},
              {"as_of", report.as_of},
              {"ruler", report.verdicts.ruler},
              {"score", score_json(report)},
              {"gate", gate_json(report)},
              {"complete", report.coverage.complete},
              {"faults", report.coverage.faults},
              {"notes", notes_json(report.coverage)},
              {"config_notes", report.config_notes},
              {"ledger", ledger_json(report.coverage)},
              {"packs", packs_json(report.verdicts)},
              {"traits", traits_json(report)},
              {"checks", checks_json(report)},
              {"plan", plan_json(report)}};
  if (report.delta) out["delta"] = delta_json(*report.delta);
  if (report.trend) out["trend"] = trend_json(*report.trend);
  if (report.what_if) out["what_if"] = what_if_json(report);
  if (!report.verdicts.units.empty()) out["units"] = units_json(report);
  return json_text(out);
}

}  // namespace readiness::report
