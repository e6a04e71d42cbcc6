// SPDX-License-Identifier: Apache-2.0
// The phases of the roadmap with their items: status, why, current state, tasks, files.
#include <fmt/format.h>

#include <algorithm>

#include "report/markdown/sections.h"

namespace readiness::report::markdown {
namespace {

// Of one item; the JSON report has all of them.
constexpr std::size_t kPlacesShown = 10;
constexpr std::size_t kExamplesShown = 3;
constexpr std::size_t kAskedShown = 12;

Md hours(const plan::Hours& effort) { return Md::ours(plan::words(effort)); }

Md more(std::uint64_t all, std::size_t shown) {
  return Md::ours(fmt::format("… and {} more", grouped(all - shown)));
}

Md codes(const std::vector<std::string>& list, std::size_t most) {
  std::vector<Md> parts;
  for (std::size_t i = 0; i < std::min(list.size(), most); ++i) parts.push_back(code(list[i]));
  if (list.size() > most) parts.push_back(more(list.size(), most));
  return joined(parts, ", ");
}

/// For tools that look for the item again; only ids that are nothing but an id.
Md anchor(const std::string& id) {
  const bool plain = !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
  return plain && id.find("--") == std::string::npos
             ? Md::ours(fmt::format("<!-- readiness:check={} -->", id))
             : Md();
}

void put_facts(Document& document, const checks::Verdict& verdict, const plan::Item& item) {
  const rulepack::Check& check = verdict.check;
  const auto line = [&](const Md& label, const Md& value) {
    if (!value.empty()) document.broken_line(strong(label + ":") + " " + value);
  };
  const Md reason = prose(reason_of(verdict));
  line("Status", reason.empty() ? status_of(verdict) : status_of(verdict) + ": " + reason);
  if (verdict.waiver) {
    const checks::Waiver& waiver = *verdict.waiver;
    line("Waiver", joined({(waiver.expired ? Md("expired, ") : Md()) + text(waiver.reason),
                           "until " + text(waiver.until), text(waiver.by), text(waiver.note)},
                          ", "));
  }
  line("Priority", priority_of(check.priority));
  line("Impact", prose(check.impact));
  line("Current risk", prose(check.risk));
  line("Effort", hours(item.effort) + Md::ours(fmt::format(" ({})", effort_level(item.effort))));
  line("Owner", code(item.owner));
  line("Gain", Md::ours(fmt::format("{:.1f} points", item.points)));
  line("Check",
       code(check.id) +
           (check.confidence == rulepack::Confidence::heuristic ? Md(" (heuristic, weighs half)") : Md()));
}

void put_after(Document& document, const Report& report, const plan::Item& item) {
  std::vector<Md> parts;
  for (const plan::Item& other : report.plan.items)
    if (std::find(item.waits_for.begin(), item.waits_for.end(), verdict_of(report, other).check.id) !=
        item.waits_for.end())
      parts.push_back(Md::ours(fmt::format("item {} (", other.ordinal)) +
                      text(verdict_of(report, other).check.title) + ")");
  if (!parts.empty()) document.paragraph("**Comes after:** " + joined(parts, ", "));
}

void put_current_state(Document& document, const checks::Verdict& verdict) {
  if (verdict.findings.empty() && verdict.evidence.empty() && verdict.items == 0) return;
  document.gap();
  document.raw_line("**Current state:**");
  document.gap();
  if (verdict.items > 0)
    document.bullet(Md::ours(fmt::format("{} of {} ", grouped(verdict.items_met), grouped(verdict.items))) +
                    text(verdict.check.items));
  // What is wrong is why somebody reads on; what is right already only says what it looks like.
  std::size_t shown = 0;
  for (const checks::Finding& finding : verdict.findings) {
    if (shown == kPlacesShown) break;
    const Md where = place(finding.path, finding.line, finding.excerpt);
    document.bullet((finding.waiver.empty() ? Md("❌ ") : "➖ waived, " + text(finding.waiver) + ": ") + where);
    ++shown;
  }
  if (verdict.findings_total > shown && shown > 0) document.bullet(more(verdict.findings_total, shown));
  const std::size_t most = shown > 0 ? kExamplesShown : kPlacesShown;
  shown = 0;
  for (const checks::Evidence& evidence : verdict.evidence) {
    if (shown == most) break;
    const Md where = place(evidence.path, evidence.line, evidence.excerpt);
    if (!where.empty()) document.bullet("✅ " + where), ++shown;
  }
  if (verdict.evidence_total > shown && shown > 0) document.bullet(more(verdict.evidence_total, shown));
}

void put_units_of(Document& document, const Report& report, const checks::Verdict& verdict) {
  if (verdict.units.empty()) return;
  document.gap();
  for (const checks::UnitVerdict& unit : verdict.units) {
    const Md icon = unit.outcome == checks::Outcome::pass      ? Md("✅ ")
                    : unit.outcome == checks::Outcome::partial ? Md("⚠️ ")
                                                               : Md("❌ ");
    document.bullet(icon + text(report.verdicts.units[unit.unit].name) + ": " + prose(unit.reason));
  }
}

void put_tasks(Document& document, const checks::Verdict& verdict) {
  const std::vector<std::string>& tasks = verdict.tasks.empty() ? verdict.check.tasks : verdict.tasks;
  if (tasks.empty()) return;
  document.gap();
  document.raw_line("**Tasks:**");
  document.gap();
  for (const std::string& task : tasks) document.task(prose(task));
}

void put_files(Document& document, const rulepack::Check& check) {
  if (check.create.empty() && check.update.empty()) return;
  document.gap();
  document.raw_line(check.create.empty()   ? Md("**Files to update:**")
                    : check.update.empty() ? Md("**Files to create:**")
                                           : Md("**Files to create or update:**"));
  document.gap();
  for (const std::string& path : check.create) document.bullet(code(path) + " (new)");
  for (const std::string& path : check.update) document.bullet(code(path) + " (update)");
}

void put_means(Document& document, const rulepack::Check& check) {
  std::vector<Md> options;
  for (const std::string& option : check.options) options.push_back(text(option));
  if (!options.empty()) document.paragraph("**Options:** " + joined(options, ", "));
  if (!check.snippet.empty()) document.fence(check.snippet_language, check.snippet);
}

/// Where a verdict of absence looked: it says "not detected", never "you have none". Folded, for it is long.
void put_receipt(Document& document, const checks::Receipt& receipt) {
  std::vector<Md> rows;
  const auto add = [&](const Md& label, const std::vector<std::string>& list) {
    if (!list.empty()) rows.push_back(label + codes(list, kAskedShown));
  };
  add("probes: ", receipt.probes), add("paths: ", receipt.paths), add("patterns: ", receipt.patterns);
  add("dependencies: ", receipt.dependencies), add("images: ", receipt.images),
      add("documents: ", receipt.documents);
  for (const checks::NearMiss& miss : receipt.near_misses)
    rows.push_back("near miss, " + text(miss.why) + ": " +
                   place(miss.at.path, miss.at.line, miss.at.excerpt));
  if (rows.empty()) return;
  document.gap();
  document.raw_line("<details><summary>Where it was looked for: " +
                    Md::ours(counted(receipt.files, "file", "files")) + "</summary>");
  document.gap();
  for (const Md& row : rows) document.bullet(row);
  document.gap();
  document.raw_line("</details>");
}

void put_item(Document& document, const Report& report, const plan::Item& item) {
  const checks::Verdict& verdict = verdict_of(report, item);
  const rulepack::Check& check = verdict.check;
  document.heading(
      3, Md::ours(fmt::format("{}. ", item.ordinal)) + text(check.title) + " (" + hours(item.effort) + ")");
  if (const Md mark = anchor(check.id); !mark.empty()) document.paragraph(mark);
  put_facts(document, verdict, item);
  document.paragraph(check.why.empty() ? Md() : "**Why:** " + prose(check.why));
  put_after(document, report, item);
  put_current_state(document, verdict);
  put_units_of(document, report, verdict);
  put_tasks(document, verdict);
  put_files(document, check);
  put_means(document, check);
  // What was found needs no word on where it was sought.
  if (verdict.findings.empty()) put_receipt(document, verdict.receipt);
  std::vector<Md> links;
  for (const std::string& reference : check.references) links.push_back(link(reference));
  if (!links.empty()) document.paragraph("**See:** " + joined(links, ", "));
}

}  // namespace

void put_phases(Document& document, const Report& report, const RenderOptions&) {
  for (std::size_t i = 0; i < report.plan.phases.size(); ++i) {
    const plan::Phase& phase = report.plan.phases[i];
    const std::string weeks = weeks_words(phase.weeks_min, phase.weeks_max);
    document.heading(2, Md::ours(fmt::format("🎯 Phase {}: ", i + 1)) + text(phase.name) +
                            (weeks.empty() ? Md() : Md::ours(fmt::format(" ({})", weeks))));
    document.paragraph(Md::ours(counted(phase.items.size(), "item", "items")) + ", " + hours(phase.effort) +
                       "; score after it: " + strong(Md::ours(fmt::format("{} %", phase.projected_score))));
    const Md deadline = text(report.plan.own_words.deadlines[static_cast<std::size_t>(phase.priority)]);
    if (!deadline.empty()) document.paragraph(strong("Deadline:") + " " + deadline);
    for (const std::size_t item : phase.items) put_item(document, report, report.plan.items[item]);
  }
}

}  // namespace readiness::report::markdown
