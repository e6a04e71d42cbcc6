// SPDX-License-Identifier: Apache-2.0
// SARIF 2.1.0 for code scanning: one result a finding; a check that found nothing gets one result for itself.
// No columns: SARIF counts UTF-16 units from the line's start, we know bytes.
#include "report/sarif.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.h"
#include "base/text.h"
#include "report/json/value.h"
#include "report/markdown/text.h"
#include "report/view.h"

namespace readiness::report {
namespace {

// GitHub refuses runs with more results, and shows the first 5,000 of them by severity:
// https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
constexpr std::size_t kMostResults = 25'000;
constexpr std::size_t kMostTags = 20;
// What is missing has no place. GitHub needs one: the file in which one says that it is done elsewhere.
constexpr std::string_view kNowhere = ".readiness.toml";

using checks::Outcome;
using checks::Verdict;

std::string_view level_of(const Verdict& verdict) {
  if (verdict.check.preview || verdict.check.priority == rulepack::Priority::low) return "note";
  const bool urgent = verdict.check.priority <= rulepack::Priority::high;
  const bool sure = verdict.check.confidence != rulepack::Confidence::heuristic;
  return urgent && sure && verdict.outcome != Outcome::partial ? "error" : "warning";
}

std::string_view precision_of(rulepack::Confidence confidence) {
  switch (confidence) {
    case rulepack::Confidence::structural:
      return "very-high";
    case rulepack::Confidence::lexical:
      return "high";
    case rulepack::Confidence::heuristic:
      return "medium";
  }
  return "medium";
}

/// A relative reference by RFC 3986: all but unreserved characters and '/' as %XX, byte by byte.
std::string uri_of(std::string_view path) {
  std::string out;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    out += plain ? std::string(1, c)
                 : fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return out;
}

Json help_of(const Verdict& verdict) {
  const rulepack::Check& check = verdict.check;
  const std::string& about = check.why.empty() ? check.title : check.why;
  std::string plain = about;
  markdown::Document rich;
  rich.paragraph(markdown::prose(about));
  for (const std::string& task : verdict.tasks.empty() ? check.tasks : verdict.tasks) {
    plain += "\n- " + task;
    rich.bullet(markdown::prose(task));
  }
  for (const std::string& reference : check.references) {
    plain += "\n" + reference;
    rich.paragraph(markdown::link(reference));
  }
  return {{"text", std::move(plain)}, {"markdown", rich.str()}};
}

Json rule_json(const Verdict& verdict) {
  const rulepack::Check& check = verdict.check;
  Json tags = Json::array({check.pack, std::string(checks::name_of(check.priority))});
  for (const std::string& tag : check.tags)
    if (tags.size() < kMostTags && std::find(tags.begin(), tags.end(), tag) == tags.end())
      tags.push_back(tag);
  Json out = {{"id", check.id},
              {"name", check.id},
              {"shortDescription", {{"text", check.title}}},
              {"fullDescription", {{"text", check.why.empty() ? check.title : check.why}}},
              {"help", help_of(verdict)},
              {"defaultConfiguration", {{"level", level_of(verdict)}}},
              {"properties", {{"tags", std::move(tags)}, {"precision", precision_of(check.confidence)}}}};
  if (!check.references.empty() && is_web_address(check.references[0])) out["helpUri"] = check.references[0];
  return out;
}

Json location_json(std::string_view path, std::uint32_t line, const std::string& excerpt) {
  Json physical = {{"artifactLocation", {{"uri", uri_of(path)}, {"uriBaseId", "%SRCROOT%"}}}};
  physical["region"] = {{"startLine", std::max<std::uint32_t>(line, 1)}};
  if (line > 0 && !excerpt.empty()) physical["region"]["snippet"] = {{"text", excerpt}};
  return {{"physicalLocation", std::move(physical)}};
}

Json suppressions_json(const Verdict& verdict, const std::string& inline_waiver) {
  Json out = Json::array();
  if (!inline_waiver.empty())
    out.push_back({{"kind", "inSource"}, {"status", "accepted"}, {"justification", inline_waiver}});
  if (verdict.outcome == Outcome::waived && verdict.waiver)
    out.push_back({{"kind", "external"},
                   {"status", "accepted"},
                   {"justification", verdict.waiver->reason + ": " + verdict.waiver->note}});
  return out;
}

struct Result {
  std::size_t rule;
  const Verdict* verdict;
  const checks::Finding* finding;  ///< none: the check itself
};

Json result_json(const Result& result) {
  const Verdict& verdict = *result.verdict;
  std::string message = verdict.check.title + ": " + reason_of(verdict);
  Json location;
  std::string fingerprint;
  if (result.finding != nullptr) {
    location = location_json(result.finding->path, result.finding->line, result.finding->excerpt);
    fingerprint = result.finding->fingerprint;
  } else {
    const bool shown = !verdict.evidence.empty() && !verdict.evidence[0].path.empty();
    location =
        shown ? location_json(verdict.evidence[0].path, verdict.evidence[0].line, verdict.evidence[0].excerpt)
              : location_json(kNowhere, 0, {});
    fingerprint = base::Digest().add(verdict.check.id).hex();
  }
  return {
      {"ruleId", verdict.check.id},
      {"ruleIndex", result.rule},
      {"level", level_of(verdict)},
      {"message", {{"text", std::move(message)}}},
      {"locations", Json::array({std::move(location)})},
      {"partialFingerprints", {{"readiness/v1", std::move(fingerprint)}}},
      {"suppressions", suppressions_json(verdict, result.finding != nullptr ? result.finding->waiver : "")}};
}

bool is_told(const Verdict& verdict) {
  return verdict.outcome == Outcome::fail || verdict.outcome == Outcome::partial ||
         verdict.outcome == Outcome::waived;
}

/// The most urgent first, so that a limit cuts what matters least.
std::vector<Result> results_of(const Report& report, const std::vector<std::size_t>& rules) {
  std::vector<Result> out;
  for (std::size_t rule = 0; rule < rules.size(); ++rule) {
    const Verdict& verdict = report.verdicts.verdicts[rules[rule]];
    for (const checks::Finding& finding : verdict.findings) out.push_back({rule, &verdict, &finding});
    if (verdict.findings.empty()) out.push_back({rule, &verdict, nullptr});
  }
  std::stable_sort(out.begin(), out.end(), [](const Result& a, const Result& b) {
    return a.verdict->check.priority < b.verdict->check.priority;
  });
  return out;
}

Json invocation_json(const Report& report, std::size_t cut) {
  Json notes = Json::array();
  const auto note = [&](std::string_view level, const std::string& text) {
    notes.push_back({{"level", level}, {"message", {{"text", text}}}});
  };
  for (const std::string& fault : report.coverage.faults) note("error", fault);
  if (cut > 0)
    note("warning", fmt::format("{} results of the least urgent checks were left out", grouped(cut)));
  note("note", closing_line(report));
  return {{"executionSuccessful", report.coverage.complete},
          {"toolExecutionNotifications", std::move(notes)}};
}

}  // namespace

std::string render_sarif_within(const Report& report, std::size_t most) {
  std::vector<std::size_t> told;
  for (std::size_t i = 0; i < report.verdicts.verdicts.size(); ++i)
    if (is_told(report.verdicts.verdicts[i])) told.push_back(i);
  Json rules = Json::array();
  for (const std::size_t i : told) rules.push_back(rule_json(report.verdicts.verdicts[i]));
  const std::vector<Result> all = results_of(report, told);
  Json results = Json::array();
  for (std::size_t i = 0; i < std::min(all.size(), most); ++i) results.push_back(result_json(all[i]));
  Json run = {
      {"tool",
       {{"driver", {{"name", "readiness"}, {"version", report.tool_version}, {"rules", std::move(rules)}}}}},
      {"automationDetails", {{"id", "readiness/"}}},
      {"invocations", Json::array({invocation_json(report, all.size() - results.size())})},
      {"results", std::move(results)},
      {"properties", {{"score", report.scorecard.overall.points()}, {"ruler", report.verdicts.ruler}}}};
  return json_text({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                    {"version", "2.1.0"},
                    {"runs", Json::array({std::move(run)})}});
}

std::string render_sarif(const Report& report, const RenderOptions&) {
  return render_sarif_within(report, kMostResults);
}

}  // namespace readiness::report
