// SPDX-License-Identifier: Apache-2.0
// Blockers, each with its reason, the places where it shows, why it matters and what waits for it.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/terminal/sections.h"

namespace readiness::report::terminal {
namespace {

// Where the text under a mark begins.
constexpr std::size_t kIndent = 13;
constexpr std::size_t kLabel = 8;

using Places = std::vector<std::pair<std::string, std::string>>;

Places places_of(const checks::Verdict& verdict, std::size_t most) {
  Places out;
  for (const checks::Finding& finding : verdict.findings)
    if (finding.waiver.empty() && out.size() < most)
      out.emplace_back(place_of(finding.path, finding.line), finding.excerpt);
  if (!out.empty()) return out;
  for (const checks::Evidence& evidence : verdict.evidence)
    if (!evidence.path.empty() && out.size() < most)
      out.emplace_back(place_of(evidence.path, evidence.line), evidence.excerpt);
  return out;
}

/// Places in a column of their own, what stands there beside them.
void put_places(Page& page, const Places& places) {
  std::size_t widest = 0;
  for (const auto& [place, excerpt] : places)
    widest = std::max(widest, base::display_width(clipped(place, page.width() / 2)));
  for (const auto& [place, excerpt] : places) {
    Line line;
    line.to(kIndent).left(clipped_left(place, widest), widest, Ink::accent).add("  ");
    page.put(line.add(clipped(base::trimmed(excerpt), page.width() - line.columns() - 2), Ink::faint));
  }
}

/// The title; to its right the id, where there is room for it, and the effort.
void put_title(Page& page, const checks::Verdict& verdict, const plan::Item& item) {
  const std::string effort = plan::words(item.effort);
  const std::string id = clipped(verdict.check.id, 40);
  const std::size_t end = page.measure() - 2;
  Line line;
  line.to(2);
  add_mark(line, mark_of(verdict.outcome));
  const std::size_t room = end - line.columns() - effort.size() - 2;
  line.add(clipped(verdict.check.title, room), Ink::strong);
  const std::size_t block = base::display_width(id) + 2 + std::max<std::size_t>(effort.size(), 7);
  if (line.columns() + 2 + block <= end) line.to(end - block).add(id, Ink::faint);
  page.put(line.to(end - effort.size()).add(effort));
}

std::string waiting_for(const Report& report, const std::string& id) {
  std::string out;
  for (const plan::Item& item : report.plan.items)
    if (std::find(item.waits_for.begin(), item.waits_for.end(), id) != item.waits_for.end())
      out += (out.empty() ? "" : "; ") + report.verdicts.verdicts[item.verdict].check.title;
  return out;
}

void put_blocker(Page& page, const Report& report, const plan::Item& item, const Limits& limits) {
  const checks::Verdict& verdict = report.verdicts.verdicts[item.verdict];
  put_title(page, verdict, item);
  page.prose(kIndent, reason_of(verdict), Ink::plain, limits.lines);
  const Places places = places_of(verdict, limits.places);
  put_places(page, places);
  if (verdict.findings_total > places.size() && !places.empty())
    page.prose(kIndent, fmt::format("… and {} more", grouped(verdict.findings_total - places.size())),
               Ink::faint);
  if (!verdict.check.why.empty()) page.labelled(kIndent, kLabel, "why", verdict.check.why, limits.lines);
  const std::string waiting = waiting_for(report, verdict.check.id);
  if (!waiting.empty()) page.labelled(kIndent, kLabel, "blocks", waiting, 1);
}

}  // namespace

void put_blockers(Page& page, const Report& report, const Limits& limits) {
  const std::vector<std::size_t>& blockers = report.plan.blockers;
  if (blockers.empty()) return;
  page.heading(
      fmt::format("{}", blockers.size() == 1 ? "1 BLOCKER" : fmt::format("{} BLOCKERS", blockers.size())),
      "critical failures, and what other work waits for");
  const std::size_t shown = std::min(blockers.size(), limits.blockers);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) page.gap();
    put_blocker(page, report, report.plan.items[blockers[i]], limits);
  }
  if (blockers.size() > shown) page.gap();
  put_more(page, 2, blockers.size(), shown, "--verbose or --format markdown");
}

}  // namespace readiness::report::terminal
