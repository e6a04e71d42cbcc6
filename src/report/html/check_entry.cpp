// SPDX-License-Identifier: Apache-2.0
// One check: a line that opens to why it matters, what was found and where, and what to do.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/html/sections.h"
#include "report/view.h"

namespace readiness::report::html {
namespace {

// The JSON report has all of them; a page of a hundred thousand lines helps nobody.
constexpr std::size_t kPlacesShown = 25;
constexpr std::size_t kAskedShown = 20;
constexpr std::size_t kMostSnippetBytes = 4'000;

Markup more(std::uint64_t all, std::size_t shown) {
  return Markup::ours(fmt::format("and {} more", grouped(all - shown)));
}

Markup titled(const Markup& title, const Markup& inner) {
  return inner.empty() ? inner : part("h4", {}, title) + inner;
}

Markup after_words(const Report& report, const plan::Item& item) {
  std::vector<Markup> parts;
  for (const plan::Item& other : report.plan.items)
    if (std::find(item.waits_for.begin(), item.waits_for.end(), verdict_of(report, other).check.id) !=
        item.waits_for.end())
      parts.push_back(link_to(verdict_of(report, other)));
  return joined(parts, ", ");
}

Markup waiver_words(const checks::Waiver& waiver) {
  return joined({(waiver.expired ? Markup("expired, ") : Markup()) + text(waiver.reason), text(waiver.note),
                 waiver.by.empty() ? Markup() : "by " + text(waiver.by),
                 waiver.until.empty() ? Markup() : "until " + text(waiver.until)},
                ", ");
}

Markup facts_of(const Report& report, const checks::Verdict& verdict, const plan::Item* item) {
  const rulepack::Check& check = verdict.check;
  Markup out = "\n";
  out += fact("Impact", prose(check.impact));
  out += fact("Risk today", prose(check.risk));
  if (verdict.waiver) out += fact("Waiver", waiver_words(*verdict.waiver));
  if (item != nullptr) {
    out += fact("Effort", word(plan::words(item->effort)));
    out += fact("Gain", gained(item->points) + " points");
    out += fact("Comes after", after_words(report, *item));
  }
  out += fact("Owner", text(owner_of(report, verdict, item)));
  const bool guess = check.confidence == rulepack::Confidence::heuristic;
  out += fact("Check", paired("a", {{"href", "#" + text(check.id)}}, code(check.id)) +
                           (guess ? Markup(" (heuristic, weighs half)") : Markup()));
  return part("dl", "facts", out);
}

Markup state_of(const checks::Verdict& verdict) {
  std::vector<Markup> lines;
  if (verdict.items > 0)
    lines.push_back(
        Markup::ours(fmt::format("{} of {} ", grouped(verdict.items_met), grouped(verdict.items))) +
        text(verdict.check.items));
  std::size_t shown = 0;
  for (const checks::Evidence& evidence : verdict.evidence) {
    if (shown == kPlacesShown) break;
    const Markup where = place(evidence.path, evidence.line, evidence.excerpt);
    if (!where.empty()) lines.push_back(tag("span", "is-pass", "✓ found ") + where), ++shown;
  }
  if (shown > 0 && verdict.evidence_total > shown) lines.push_back(more(verdict.evidence_total, shown));
  shown = 0;
  for (const checks::Finding& finding : verdict.findings) {
    if (shown == kPlacesShown) break;
    const Markup sign = finding.waiver.empty()
                            ? tag("span", "is-fail", "✗ finding ")
                            : tag("span", "is-waived", "– waived, " + text(finding.waiver) + " ");
    lines.push_back(sign + place(finding.path, finding.line, finding.excerpt));
    ++shown;
  }
  if (shown > 0 && verdict.findings_total > shown) lines.push_back(more(verdict.findings_total, shown));
  return titled("Current state", bullets("places", lines));
}

Markup tasks_of(const checks::Verdict& verdict) {
  std::vector<Markup> lines;
  for (const std::string& task : verdict.tasks.empty() ? verdict.check.tasks : verdict.tasks)
    lines.push_back(prose(task));
  return titled("Tasks", bullets("tasks", lines));
}

/// Lines to copy: their breaks and blanks stay.
Markup snippet_of(const rulepack::Check& check) {
  const std::string shown = base::shortened(base::trimmed(check.snippet), kMostSnippetBytes);
  Markup lines;
  for (const std::string_view line : base::split(shown, '\n')) lines += piece(base::printable(line)) + "\n";
  return check.snippet.empty() ? Markup() : part("pre", {}, tag("code", {}, lines));
}

Markup options_of(const rulepack::Check& check) {
  std::vector<Markup> parts;
  for (const std::string& option : check.options) parts.push_back(text(option));
  return parts.empty() ? Markup() : part("p", {}, tag("strong", {}, "Options") + " " + joined(parts, ", "));
}

Markup files_of(const rulepack::Check& check) {
  std::vector<Markup> lines;
  for (const std::string& path : check.create) lines.push_back(code(path) + " (new)");
  for (const std::string& path : check.update) lines.push_back(code(path) + " (update)");
  return titled("Files", bullets({}, lines));
}

Markup asked(const Markup& name, const std::vector<std::string>& list) {
  std::vector<Markup> parts;
  for (std::size_t i = 0; i < std::min(list.size(), kAskedShown); ++i) parts.push_back(code(list[i]));
  if (list.size() > kAskedShown) parts.push_back(more(list.size(), kAskedShown));
  return parts.empty() ? Markup() : name + ": " + joined(parts, ", ");
}

/// "Not detected" names where it looked, so that a reader can say what was overlooked.
Markup receipt_of(const checks::Receipt& receipt) {
  std::vector<Markup> lines;
  for (const Markup& line : {asked("paths", receipt.paths), asked("patterns", receipt.patterns),
                             asked("dependencies", receipt.dependencies), asked("images", receipt.images),
                             asked("documents", receipt.documents)})
    if (!line.empty()) lines.push_back(line);
  for (const checks::NearMiss& miss : receipt.near_misses)
    lines.push_back("near miss, " + text(miss.why) + ": " +
                    place(miss.at.path, miss.at.line, miss.at.excerpt));
  if (lines.empty()) return {};
  const Markup files = Markup::ours(counted(receipt.files, "file", "files"));
  return part("details", "receipt",
              part("summary", {}, "Where it was looked for: " + files) + bullets("places", lines));
}

Markup references_of(const rulepack::Check& check) {
  std::vector<Markup> lines;
  for (const std::string& reference : check.references) lines.push_back(link(reference));
  return titled("See also", bullets({}, lines));
}

Markup head_of(const Report& report, const checks::Verdict& verdict, const plan::Item* item) {
  const Markup priority = word(checks::name_of(verdict.check.priority));
  std::vector<Markup> chips{tag("span", "chip is-" + priority, priority)};
  if (verdict.outcome == checks::Outcome::partial)
    chips.push_back(
        tag("span", "chip", percent(static_cast<int>(100 * score::earned_by(verdict) + 1e-9)) + " done"));
  if (item != nullptr) {
    chips.push_back(tag("span", "chip", word(plan::words(item->effort))));
    chips.push_back(tag("span", "chip", gained(item->points) + " points"));
  }
  if (const Markup owner = text(owner_of(report, verdict, item)); !owner.empty())
    chips.push_back(tag("span", "chip owner", owner));
  const Markup place = item != nullptr ? tag("span", "ordinal", number(item->ordinal)) + " " : Markup();
  return part("summary", {},
              mark_of(kind_of(verdict)) + " " + tag("span", "title", place + text(verdict.check.title)) +
                  " " + tag("span", "chips", joined(chips, " ")));
}

}  // namespace

std::string owner_of(const Report& report, const checks::Verdict& verdict, const plan::Item* item) {
  if (item != nullptr && !item->owner.empty()) return item->owner;
  if (!verdict.check.owner.empty()) return verdict.check.owner;
  for (const checks::PackInfo& pack : report.verdicts.packs)
    if (pack.name == verdict.check.pack) return pack.owner;
  return {};
}

Markup check_entry(const Report& report, const checks::Verdict& verdict, const plan::Item* item) {
  const rulepack::Check& check = verdict.check;
  Markup body = "\n";
  if (const Markup reason = prose(reason_of(verdict)); !reason.empty()) body += part("p", "reason", reason);
  if (!check.why.empty()) body += part("p", {}, tag("strong", {}, "Why") + " " + prose(check.why));
  body += units_of(report, verdict) + facts_of(report, verdict, item) + state_of(verdict);
  if (item != nullptr) body += tasks_of(verdict) + options_of(check) + snippet_of(check) + files_of(check);
  body += receipt_of(verdict.receipt) + references_of(check);
  return paired("details",
                {{"class", "check"},
                 {"id", text(check.id)},
                 {"data-verdict", word(kind_of(verdict))},
                 {"data-priority", word(checks::name_of(check.priority))},
                 {"data-category", text(check.pack)},
                 {"data-owner", text(owner_of(report, verdict, item))}},
                "\n" + head_of(report, verdict, item) + part("div", "body", body)) +
         "\n";
}

}  // namespace readiness::report::html
