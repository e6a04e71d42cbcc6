// SPDX-License-Identifier: Apache-2.0
// Checks and traits in the JSON report: verdict, evidence, findings, receipt, what to do.
#include <map>

#include "report/json/parts.h"
#include "report/view.h"

namespace readiness::report {
namespace {

Json evidence_json(const std::vector<checks::Evidence>& list) {
  Json out = Json::array();
  for (const checks::Evidence& evidence : list) {
    Json row = Json::object();
    set_path(row, evidence.path);
    row["line"] = evidence.line;
    row["column"] = evidence.column;
    row["excerpt"] = evidence.excerpt;
    row["probe"] = evidence.probe;
    row["label"] = evidence.label;
    out.push_back(std::move(row));
  }
  return out;
}

Json near_misses_json(const std::vector<checks::NearMiss>& list) {
  std::vector<checks::Evidence> places;
  for (const checks::NearMiss& miss : list) places.push_back(miss.at);
  Json out = evidence_json(places);
  for (std::size_t i = 0; i < list.size(); ++i) out[i]["why"] = list[i].why;
  return out;
}

Json findings_json(const std::vector<checks::Finding>& list) {
  Json out = Json::array();
  for (const checks::Finding& finding : list) {
    Json row = {{"probe", finding.probe}};
    set_path(row, finding.path);
    row["line"] = finding.line;
    row["column"] = finding.column;
    row["fingerprint"] = finding.fingerprint;
    row["excerpt"] = finding.excerpt;
    row["waiver"] = finding.waiver.empty() ? Json() : Json(finding.waiver);
    row["captures"] = Json::object();
    for (const auto& [name, value] : finding.captures) row["captures"][name] = value;
    out.push_back(std::move(row));
  }
  return out;
}

Json receipt_json(const checks::Receipt& receipt) {
  return {{"files", receipt.files},
          {"probes", receipt.probes},
          {"paths", receipt.paths},
          {"patterns", receipt.patterns},
          {"dependencies", receipt.dependencies},
          {"images", receipt.images},
          {"documents", receipt.documents},
          {"near_misses", near_misses_json(receipt.near_misses)}};
}

Json waiver_json(const Report& report, std::size_t index) {
  const checks::Verdict& verdict = report.verdicts.verdicts[index];
  const std::optional<checks::Waiver>& waiver = verdict.waiver;
  if (!waiver) return {};
  return {{"reason", waiver->reason},
          {"note", waiver->note},
          {"by", waiver->by},
          {"until", waiver->until},
          {"expired", waiver->expired},
          {"points_hidden", rounded(score::points_hidden(verdict, report.scorecard, report.weights))}};
}

Json attested_json(const checks::Verdict& verdict) {
  if (!verdict.attested) return {};
  const checks::Attested& attested = *verdict.attested;
  return {{"at", attested.at}, {"by", attested.by}, {"until", attested.until}, {"holds", attested.holds}};
}

Json items_json(const checks::Verdict& verdict) {
  return {{"asked", verdict.items}, {"met", verdict.items_met}, {"noun", verdict.check.items}};
}

Json check_json(const Report& report, std::size_t index, const plan::Item* item) {
  const checks::Verdict& verdict = report.verdicts.verdicts[index];
  const rulepack::Check& check = verdict.check;
  return {
      {"id", check.id},
      {"pack", check.pack},
      {"title", check.title},
      {"verdict", std::string(checks::name_of(verdict.outcome))},
      {"priority", std::string(checks::name_of(check.priority))},
      {"confidence", std::string(checks::name_of(check.confidence))},
      {"rule", verdict.rule},
      {"preview", check.preview},
      {"counts", score::counts(verdict)},
      {"earned", rounded(score::earned_by(verdict))},
      {"weight", rounded(score::weight_of(check, report.weights))},
      {"reason", reason_of(verdict)},
      {"why", check.why},
      {"impact", check.impact},
      {"risk", check.risk},
      {"tasks", verdict.tasks.empty() ? check.tasks : verdict.tasks},
      {"create", check.create},
      {"update", check.update},
      {"after", check.after},
      {"references", check.references},
      {"options", check.options},
      {"snippet",
       check.snippet.empty() ? Json() : Json{{"language", check.snippet_language}, {"text", check.snippet}}},
      {"tags", check.tags},
      {"owner", item != nullptr ? item->owner : check.owner},
      {"effort", hours_json(item != nullptr ? item->effort
                                            : plan::Hours{check.effort.min_hours, check.effort.max_hours})},
      {"items", items_json(verdict)},
      {"searched", receipt_json(verdict.receipt)},
      {"evidence_total", verdict.evidence_total},
      {"evidence", evidence_json(verdict.evidence)},
      {"findings_total", verdict.findings_total},
      {"findings", findings_json(verdict.findings)},
      {"attested", attested_json(verdict)},
      {"waiver", waiver_json(report, index)}};
}

}  // namespace

Json checks_json(const Report& report) {
  std::map<std::size_t, const plan::Item*> items;
  for (const plan::Item& item : report.plan.items) items.emplace(item.verdict, &item);
  Json out = Json::array();
  for (std::size_t i = 0; i < report.verdicts.verdicts.size(); ++i) {
    const auto item = items.find(i);
    out.push_back(check_json(report, i, item == items.end() ? nullptr : item->second));
  }
  return out;
}

Json traits_json(const Report& report) {
  Json out = Json::array();
  for (const checks::TraitVerdict& trait : report.verdicts.traits)
    out.push_back({{"name", trait.name},
                   {"title", trait.title},
                   {"about", trait.about},
                   {"holds", trait.holds},
                   {"forced", trait.forced},
                   {"evidence", evidence_json(trait.evidence)}});
  return out;
}

}  // namespace readiness::report
