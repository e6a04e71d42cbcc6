// SPDX-License-Identifier: Apache-2.0
// --verbose: every check with its reason, places and receipt; traits; what was not read and why.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/terminal/sections.h"

namespace readiness::report::terminal {
namespace {

// Of the patterns and names that a check looked for; some know hundreds.
constexpr std::size_t kAskedShown = 8;

void put_evidence(Page& page, std::string_view label, const std::vector<checks::Evidence>& list) {
  for (const checks::Evidence& evidence : list) {
    if (evidence.path.empty() && evidence.excerpt.empty()) continue;
    Line line;
    line.to(6)
        .left(label, 8, Ink::faint)
        .add(clipped_left(place_of(evidence.path, evidence.line), page.width() / 2), Ink::accent);
    if (line.columns() + 8 < page.width())
      line.add("  ").add(clipped(base::trimmed(evidence.excerpt), page.width() - line.columns() - 3),
                         Ink::faint);
    page.put(line);
  }
}

void put_findings(Page& page, const checks::Verdict& verdict) {
  for (const checks::Finding& finding : verdict.findings) {
    Line line;
    line.to(6).left(finding.waiver.empty() ? "found" : "waived", 8, Ink::faint);
    line.add(clipped_left(place_of(finding.path, finding.line), page.width() / 2), Ink::accent);
    const std::string what = finding.waiver.empty() ? finding.excerpt : finding.waiver;
    if (line.columns() + 8 < page.width())
      line.add("  ").add(clipped(base::trimmed(what), page.width() - line.columns() - 3), Ink::faint);
    page.put(line);
  }
  if (verdict.findings_total > verdict.findings.size())
    page.prose(14, fmt::format("… and {} more", grouped(verdict.findings_total - verdict.findings.size())),
               Ink::faint);
}

/// "looked in 412 files for …": what was asked, of everything that was let in.
void put_receipt(Page& page, const checks::Receipt& receipt) {
  const auto row = [&](std::string_view label, const std::vector<std::string>& list) {
    std::size_t shown = 0;
    for (; shown < std::min(list.size(), kAskedShown); ++shown)
      page.labelled(14, 14, shown == 0 ? label : "", list[shown], 2);
    put_more(page, 28, list.size(), shown, "readiness rules show");
  };
  if (receipt.files > 0 || !receipt.probes.empty())
    page.labelled(6, 8, "looked",
                  fmt::format("in {} for {}", counted(receipt.files, "file", "files"),
                              receipt.probes.empty() ? "it" : base::joined(receipt.probes, ", ")));
  row("paths", receipt.paths), row("patterns", receipt.patterns), row("dependencies", receipt.dependencies);
  row("images", receipt.images), row("documents", receipt.documents);
  for (const checks::NearMiss& miss : receipt.near_misses) {
    put_evidence(page, "near", {miss.at});
    page.prose(14, miss.why, Ink::faint, 1);
  }
}

void put_waiver(Page& page, const checks::Waiver& waiver) {
  page.labelled(6, 8, "waiver",
                fmt::format("{}{} until {} by {}: {}", waiver.expired ? "EXPIRED, " : "", waiver.reason,
                            waiver.until.empty() ? "further notice" : waiver.until,
                            waiver.by.empty() ? "nobody named" : waiver.by, waiver.note));
}

void put_check(Page& page, const Report& report, const checks::Verdict& verdict) {
  Line line;
  line.to(2);
  add_mark(line, mark_of(verdict.outcome));
  line.add(clipped(verdict.check.title, page.width() - line.columns() - 1), Ink::strong);
  page.put(line);
  page.labelled(
      6, 8, "id",
      fmt::format("{}, {}, {}{}", verdict.check.id, checks::name_of(verdict.check.priority),
                  checks::name_of(verdict.check.confidence), verdict.check.preview ? ", preview" : ""));
  page.labelled(6, 8, "reason", reason_of(verdict));
  if (verdict.waiver) put_waiver(page, *verdict.waiver);
  put_evidence(page, "seen", verdict.evidence);
  if (verdict.evidence_total > verdict.evidence.size() && !verdict.evidence.empty())
    page.prose(14, fmt::format("… and {} more", grouped(verdict.evidence_total - verdict.evidence.size())),
               Ink::faint);
  put_findings(page, verdict);
  for (const checks::UnitVerdict& unit : verdict.units)
    page.labelled(6, 8, checks::name_of(unit.outcome),
                  fmt::format("{}: {}", report.verdicts.units[unit.unit].name, unit.reason), 1);
  put_receipt(page, verdict.receipt);
  const bool open = verdict.outcome == checks::Outcome::fail || verdict.outcome == checks::Outcome::partial;
  if (!open) return;
  if (!verdict.check.why.empty()) page.labelled(6, 8, "why", verdict.check.why);
  for (const std::string& task : verdict.tasks.empty() ? verdict.check.tasks : verdict.tasks)
    page.labelled(6, 8, "task", task);
  for (const std::string& reference : verdict.check.references) page.labelled(6, 8, "read", reference);
}

void put_traits(Page& page, const Report& report) {
  if (report.verdicts.traits.empty()) return;
  page.heading("PROJECT", "what kind of project this is decides which checks apply");
  for (const checks::TraitVerdict& trait : report.verdicts.traits) {
    Line line;
    line.to(2).left(trait.holds ? "yes" : "no", 5, trait.holds ? Ink::good : Ink::faint);
    line.add(clipped(trait.title.empty() ? trait.name : trait.title, page.width() - 30));
    if (trait.forced) line.add("  set by the configuration", Ink::faint);
    page.put(line);
    if (trait.holds) put_evidence(page, "seen", trait.evidence);
  }
}

void put_unread(Page& page, const Coverage& coverage) {
  const facts::Ledger& ledger = coverage.ledger;
  if (coverage.skipped.empty() && ledger.unparsed.empty() && ledger.stopped_patterns.empty()) return;
  page.heading("NOT READ",
               fmt::format("{} of {} entries", grouped(skipped_files(ledger)), grouped(ledger.entries)));
  const auto rows = [&](const std::vector<std::pair<std::string, std::string>>& list, std::string_view what) {
    for (const auto& [path, reason] : list)
      page.prose(4, fmt::format("{}: {}{}", clipped(path, 200), what, clipped(reason, 200)));
  };
  rows(coverage.skipped, "");
  rows(ledger.unparsed, "not parsed, ");
  for (const std::string& stopped : ledger.stopped_patterns) page.prose(4, stopped);
}

}  // namespace

void put_details(Page& page, const Report& report) {
  put_traits(page, report);
  std::string_view pack;
  for (const checks::Verdict& verdict : report.verdicts.verdicts) {
    if (verdict.check.pack != pack || pack.empty())
      page.heading(base::printable(title_of_pack(report, verdict.check.pack)));
    pack = verdict.check.pack;
    put_check(page, report, verdict);
  }
  put_unread(page, report.coverage);
  if (report.config_notes.empty()) return;
  page.heading("CONFIGURATION");
  for (const std::string& note : report.config_notes) page.prose(4, note);
}

}  // namespace readiness::report::terminal
