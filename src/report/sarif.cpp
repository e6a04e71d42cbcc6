// SPDX-License-Identifier: Apache-2.0
// SARIF 2.1.0 for code scanning: one result a finding; a check that found nothing gets one result for itself.
// No columns: SARIF counts UTF-16 units from the line's start, we know bytes.
#include "report/sarif.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "report/issues.h"
#include "report/json/value.h"
#include "report/markdown/text.h"
#include "report/view.h"

namespace readiness::report {
namespace {

// GitHub refuses rules with more tags.
constexpr std::size_t kMostTags = 20;
// What is missing has no place. Code scanning refuses a file with one result that has none, so it gets the
// report's anchor; of a tree without any file, the one in which one says that it is done elsewhere.
constexpr std::string_view kNowhere = ".readiness.toml";

using checks::Outcome;
using checks::Verdict;

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
              {"defaultConfiguration", {{"level", name_of(level_of(verdict))}}},
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

Json suppressions_json(const Issue& issue) {
  const Verdict& verdict = *issue.check;
  Json out = Json::array();
  if (issue.finding != nullptr && !issue.finding->waiver.empty())
    out.push_back({{"kind", "inSource"}, {"status", "accepted"}, {"justification", issue.finding->waiver}});
  if (verdict.outcome == Outcome::waived && verdict.waiver)
    out.push_back({{"kind", "external"},
                   {"status", "accepted"},
                   {"justification", verdict.waiver->reason + ": " + verdict.waiver->note}});
  return out;
}

Json result_json(const Issue& issue, std::size_t rule, std::string_view anchor) {
  const std::string_view path = issue.path();
  Json location = location_json(path.empty() ? anchor : path, issue.line(), std::string(issue.excerpt()));
  if (path.empty()) location["message"] = {{"text", "missing in the repository as a whole"}};
  return {{"ruleId", issue.check->check.id},
          {"ruleIndex", rule},
          {"level", name_of(level_of(*issue.check))},
          {"message", {{"text", issue.message()}}},
          {"locations", Json::array({std::move(location)})},
          {"partialFingerprints", {{"readiness/v1", issue.fingerprint()}}}};
}

/// What a reader would otherwise miss without knowing: the report's own cuts and those of who shows it.
std::vector<std::string> cuts_of(const Report& report, const std::vector<Issue>& issues, std::size_t waived,
                                 const SarifLimits& limits) {
  std::vector<std::string> out;
  if (waived > 0)
    out.push_back(
        fmt::format("{} left out, which code scanning would show as open: --format sarif-all has them",
                    counted(waived, "waived result was", "waived results were")));
  if (issues.size() > limits.results)
    out.push_back(fmt::format("{} results of the least urgent checks were left out",
                              grouped(issues.size() - limits.results)));
  if (const std::uint64_t untold = untold_findings(report); untold > 0)
    out.push_back(fmt::format("{} findings are counted in messages and have no result", grouped(untold)));
  if (const std::size_t kept = std::min(issues.size(), limits.results); kept > limits.shown)
    out.push_back(fmt::format("code scanning shows the first {} of {} results, the most urgent",
                              grouped(limits.shown), grouped(kept)));
  return out;
}

Json invocation_json(const Report& report, const std::vector<std::string>& cuts) {
  Json notes = Json::array();
  const auto note = [&](std::string_view level, const std::string& text) {
    notes.push_back({{"level", level}, {"message", {{"text", text}}}});
  };
  for (const std::string& fault : report.coverage.faults) note("error", fault);
  for (const std::string& cut : cuts) note("warning", cut);
  note("note", closing_line(report));
  return {{"executionSuccessful", report.coverage.complete},
          {"toolExecutionNotifications", std::move(notes)}};
}

}  // namespace

std::string render_sarif_within(const Report& report, const SarifLimits& limits) {
  std::vector<Issue> issues = issues_of(report);
  const std::size_t all = issues.size();
  if (!limits.waived) std::erase_if(issues, [](const Issue& issue) { return issue.is_waived(); });
  const std::size_t waived = all - issues.size();
  const std::string_view anchor =
      report.coverage.anchor.empty() ? kNowhere : std::string_view(report.coverage.anchor);
  const std::size_t kept = std::min(issues.size(), limits.results);
  std::map<std::size_t, std::size_t> rule_of;  // verdict to index among the rules
  for (std::size_t i = 0; i < kept; ++i) rule_of.try_emplace(issues[i].verdict);
  Json rules = Json::array();
  for (auto& [verdict, rule] : rule_of) {
    rule = rules.size();
    rules.push_back(rule_json(report.verdicts.verdicts[verdict]));
  }
  Json results = Json::array();
  for (std::size_t i = 0; i < kept; ++i)
    results.push_back(result_json(issues[i], rule_of.at(issues[i].verdict), anchor));
  // One result with suppressions asks for them on all (SARIF 2.1.0, 3.27.23).
  for (std::size_t i = 0; limits.waived && i < kept; ++i)
    results[i]["suppressions"] = suppressions_json(issues[i]);
  Json run = {
      {"tool",
       {{"driver", {{"name", "readiness"}, {"version", report.tool_version}, {"rules", std::move(rules)}}}}},
      {"automationDetails", {{"id", "readiness/"}}},
      {"invocations", Json::array({invocation_json(report, cuts_of(report, issues, waived, limits))})},
      {"results", std::move(results)},
      {"properties", {{"score", report.scorecard.overall.points()}, {"ruler", report.verdicts.ruler}}}};
  return json_text({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                    {"version", "2.1.0"},
                    {"runs", Json::array({std::move(run)})}});
}

std::string render_sarif(const Report& report, const RenderOptions&) {
  return render_sarif_within(report, {});
}

std::string render_sarif_all(const Report& report, const RenderOptions&) {
  return render_sarif_within(report, {.waived = true});
}

}  // namespace readiness::report
