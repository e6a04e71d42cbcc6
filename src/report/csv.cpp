// SPDX-License-Identifier: Apache-2.0
// One row a check, for spreadsheets: RFC 4180, and no cell that a spreadsheet would compute.
#include <fmt/format.h>

#include <map>

#include "base/text.h"
#include "report/report.h"
#include "report/view.h"

namespace readiness::report {
namespace {

using checks::Verdict;

// What begins a formula in Excel, LibreOffice and Google Sheets, the full-width signs included (OWASP, "CSV
// Injection").
bool begins_formula(std::string_view cell) {
  const std::size_t at = cell.find_first_not_of(" \"'");
  if (at == std::string_view::npos) return false;
  const std::string_view rest = cell.substr(at);
  for (const std::string_view sign : {"=", "+", "-", "@", "|", "%", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"})
    if (rest.starts_with(sign)) return true;
  return false;
}

/// A quoted cell. Where a comma is a decimal mark, spreadsheets split at ';' instead, so what follows one is
/// a cell, too.
std::string cell(std::string_view raw) {
  const std::string line = without_commands(one_line(raw));
  std::string out = "\"";
  bool first = true;
  for (const std::string_view part : base::split(line, ';')) {
    if (!first) out += ';';
    first = false;
    if (begins_formula(part)) out += '\'';
    for (const char c : part) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  }
  return out += '"';
}

std::string list(const std::vector<std::string>& parts) { return base::joined(parts, " | "); }

struct Planned {
  const plan::Item* item;
  const plan::Phase* phase;
};

std::map<std::size_t, Planned> planned(const Report& report) {
  std::map<std::size_t, Planned> out;
  for (const plan::Phase& phase : report.plan.phases)
    for (const std::size_t index : phase.items)
      out[report.plan.items[index].verdict] = {&report.plan.items[index], &phase};
  return out;
}

const std::vector<std::string>& tasks_of(const Verdict& verdict) {
  return verdict.tasks.empty() ? verdict.check.tasks : verdict.tasks;
}

std::string first_place(const Verdict& verdict) {
  if (!verdict.findings.empty()) return place_of(verdict.findings[0].path, verdict.findings[0].line);
  return verdict.evidence.empty() ? "" : place_of(verdict.evidence[0].path, verdict.evidence[0].line);
}

struct Row {
  const Report& report;
  const Verdict& verdict;
  const Planned* plan;  ///< none: nothing to do
};

struct Column {
  std::string_view name;
  std::string (*value)(const Row&);
};

// Numbers stand bare, so that they can be summed; all else is quoted.
constexpr Column kColumns[] = {
    {"check", [](const Row& r) { return cell(r.verdict.check.id); }},
    {"title", [](const Row& r) { return cell(r.verdict.check.title); }},
    {"category", [](const Row& r) { return cell(title_of_pack(r.report, r.verdict.check.pack)); }},
    {"verdict", [](const Row& r) { return cell(checks::name_of(r.verdict.outcome)); }},
    {"priority", [](const Row& r) { return cell(checks::name_of(r.verdict.check.priority)); }},
    {"confidence", [](const Row& r) { return cell(checks::name_of(r.verdict.check.confidence)); }},
    {"weight",
     [](const Row& r) {
       return score::counts(r.verdict)
                  ? fmt::format("{:g}", score::weight_of(r.verdict.check, r.report.weights))
                  : std::string("0");
     }},
    {"earned",
     [](const Row& r) {
       return score::counts(r.verdict) ? fmt::format("{:.3f}", score::earned_by(r.verdict)) : std::string();
     }},
    {"points_to_gain",
     [](const Row& r) { return r.plan ? fmt::format("{:.2f}", r.plan->item->points) : ""; }},
    {"effort_min_hours",
     [](const Row& r) { return r.plan ? fmt::format("{:g}", r.plan->item->effort.min) : ""; }},
    {"effort_max_hours",
     [](const Row& r) { return r.plan ? fmt::format("{:g}", r.plan->item->effort.max) : ""; }},
    {"order", [](const Row& r) { return r.plan ? fmt::format("{}", r.plan->item->ordinal) : ""; }},
    {"phase", [](const Row& r) { return cell(r.plan ? r.plan->phase->name : ""); }},
    {"owner", [](const Row& r) { return cell(r.plan ? r.plan->item->owner : r.verdict.check.owner); }},
    {"reason", [](const Row& r) { return cell(reason_of(r.verdict)); }},
    {"findings", [](const Row& r) { return fmt::format("{}", r.verdict.findings_total); }},
    {"first_place", [](const Row& r) { return cell(first_place(r.verdict)); }},
    {"tasks", [](const Row& r) { return cell(r.plan ? list(tasks_of(r.verdict)) : ""); }},
    {"waiver",
     [](const Row& r) {
       return cell(r.verdict.waiver ? r.verdict.waiver->reason + ": " + r.verdict.waiver->note : "");
     }},
    {"waived_until", [](const Row& r) { return cell(r.verdict.waiver ? r.verdict.waiver->until : ""); }},
    {"references", [](const Row& r) { return cell(list(r.verdict.check.references)); }},
};

}  // namespace

std::string render_csv(const Report& report, const RenderOptions&) {
  const std::map<std::size_t, Planned> plans = planned(report);
  std::string out;
  for (const Column& column : kColumns) out += fmt::format("{}{}", out.empty() ? "" : ",", column.name);
  out += "\r\n";
  for (std::size_t i = 0; i < report.verdicts.verdicts.size(); ++i) {
    const auto found = plans.find(i);
    const Row row{report, report.verdicts.verdicts[i], found == plans.end() ? nullptr : &found->second};
    for (const Column& column : kColumns) (out += column.value(row)) += ',';
    out.pop_back();
    out += "\r\n";
  }
  return out;
}

}  // namespace readiness::report
