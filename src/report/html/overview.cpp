// SPDX-License-Identifier: Apache-2.0
// Where it stands and where it goes: verdicts, categories, blockers, the projected score, quick wins.
#include <fmt/format.h>

#include <algorithm>

#include "report/html/charts.h"
#include "report/html/sections.h"
#include "report/view.h"

namespace readiness::report::html {
namespace {

using Counts = std::vector<std::pair<std::string_view, std::uint64_t>>;

Counts verdict_counts(const Report& report) {
  Counts out{{"fail", 0},           {"partial", 0},  {"unknown", 0}, {"waived", 0},
             {"not-applicable", 0}, {"attested", 0}, {"pass", 0}};
  for (const checks::Verdict& verdict : report.verdicts.verdicts)
    for (auto& [kind, count] : out)
      if (kind == kind_of(verdict)) ++count;
  return out;
}

Markup verdict_bar(const Report& report) {
  const Counts counts = verdict_counts(report);
  std::vector<Markup> legend;
  Markup about;
  for (const auto& [kind, count] : counts) {
    if (count == 0) continue;
    legend.push_back(mark_of(kind) + " " + tag("b", {}, number(count)));
    about += (about.empty() ? Markup() : Markup(", ")) + number(count) + " " + word(kind);
  }
  if (legend.empty()) return {};
  return part("div", "verdicts",
              "\n" + stack(counts, "Checks by verdict: " + about) + "\n" + bullets("legend", legend));
}

Markup category_counts(const score::Tally& tally) {
  std::vector<Markup> parts;
  const auto add = [&](std::uint32_t count, std::string_view name) {
    if (count > 0) parts.push_back(number(count) + " " + word(name));
  };
  add(tally.failed, "fail"), add(tally.partial, "partial"), add(tally.passed, "pass"),
      add(tally.unknown, "unknown");
  return parts.empty() ? Markup("not applicable") : joined(parts, " · ");
}

Markup category_row(const Report& report, const score::Category& category) {
  const score::Tally& tally = category.tally;
  const Markup name =
      paired("a", {{"href", "#checks"}, {"data-filter-category", text(category.pack)}}, text(category.title));
  const bool has_target = report.target || target_of(report, category.pack) < 100;
  const std::optional<int> target =
      has_target ? std::optional(target_of(report, category.pack)) : std::nullopt;
  const std::string_view tone = tone_of(tally.points(), target);
  const Markup points = tag("span", tone == "poor" ? Markup("is-fail") : Markup(), percent(tally.points()));
  return table_row({name, bar(tally.raw(), target, tone), points, category_counts(tally)});
}

/// The worst first; those that were not asked are only named.
Markup categories(const Report& report) {
  std::vector<const score::Category*> judged;
  std::vector<Markup> others;
  for (const score::Category& category : report.scorecard.categories)
    if (category.tally.counted > 0)
      judged.push_back(&category);
    else
      others.push_back(text(category.title));
  std::stable_sort(judged.begin(), judged.end(), [](const score::Category* a, const score::Category* b) {
    return a->tally.points() < b->tally.points();
  });
  Markup rows;
  for (const score::Category* category : judged) rows += category_row(report, *category);
  if (rows.empty()) return {};
  const Markup caption =
      report.target
          ? Markup::ours(fmt::format("Score by category, the lowest first; the tick is the target of {} %",
                                     *report.target))
          : Markup("Score by category, the lowest first");
  Markup out = "\n" + table(caption, {"Category", tag("span", "unseen", "Chart"), "Score", "Checks"}, rows);
  if (!others.empty()) out += part("p", "quiet", "Not judged: " + joined(others, ", "));
  return part("div", "categories", out);
}

Markup step_column(const Markup& when, const Markup& name, double before, double after, int shown,
                   const Report& report) {
  const Markup gain = after > before ? tag("span", "gained",
                                           Markup::ours(fmt::format("+{}", shown - static_cast<int>(before))))
                                     : Markup();
  return part("li", {},
              tag("span", "when", when) + tag("span", "points", percent(shown)) + gain +
                  step(before, after, report.target) + tag("span", "phase", name));
}

Markup staircase(const Report& report) {
  double before = report.scorecard.overall.raw();
  Markup out =
      "\n" + step_column("Today", "as it is", before, before, report.scorecard.overall.points(), report);
  for (std::size_t i = 0; i < report.plan.phases.size(); ++i) {
    const plan::Phase& phase = report.plan.phases[i];
    out += step_column(Markup::ours(fmt::format("Phase {}", i + 1)), text(phase.name), before,
                       phase.projected_raw, phase.projected_score, report);
    before = phase.projected_raw;
  }
  return part("ol", "staircase", out);
}

Markup phase_table(const Report& report) {
  Markup rows;
  for (std::size_t i = 0; i < report.plan.phases.size(); ++i) {
    const plan::Phase& phase = report.plan.phases[i];
    rows += table_row({Markup::ours(fmt::format("{}. ", i + 1)) + text(phase.name),
                       number(phase.items.size()), word(plan::words(phase.effort)),
                       word(weeks_words(phase.weeks_min, phase.weeks_max)), percent(phase.projected_score)});
  }
  const Markup time = Markup::ours(
      fmt::format("Time at {:g} h a week", report.capacity.engineers * report.capacity.hours_a_week));
  return table("Phases of the plan", {"Phase", "Items", "Effort", time, "Score after it"}, rows);
}

Markup waits_for_it(const Report& report, const std::string& id) {
  std::vector<Markup> parts;
  for (const plan::Item& item : report.plan.items)
    if (std::find(item.waits_for.begin(), item.waits_for.end(), id) != item.waits_for.end())
      parts.push_back(link_to(verdict_of(report, item)));
  return joined(parts, ", ");
}

Markup card(const Report& report, const plan::Item& item) {
  const checks::Verdict& verdict = verdict_of(report, item);
  Markup out = part("h3", {}, link_to(verdict));
  out += part("p", {}, prose(reason_of(verdict)));
  if (!verdict.findings.empty())
    out += part("p", {}, place(verdict.findings[0].path, verdict.findings[0].line, {}));
  if (const Markup waiting = waits_for_it(report, verdict.check.id); !waiting.empty())
    out += part("p", "quiet", "Blocks " + waiting);
  std::vector<Markup> chips{mark_of(kind_of(verdict)), word(plan::words(item.effort)),
                            gained(item.points) + " points", text(owner_of(report, verdict, &item))};
  return part("li", "card", "\n" + out + part("p", "chips", joined(chips, " · ")));
}

Markup first_task(const checks::Verdict& verdict) {
  const std::vector<std::string>& tasks = verdict.tasks.empty() ? verdict.check.tasks : verdict.tasks;
  return tasks.empty() ? Markup() : ": " + prose(tasks.front());
}

}  // namespace

const checks::Verdict& verdict_of(const Report& report, const plan::Item& item) {
  return report.verdicts.verdicts[item.verdict];
}

Markup overview(const Report& report) {
  const Markup inner = verdict_bar(report) + categories(report);
  return inner.empty() ? inner : section("overview", "Where it stands", inner);
}

Markup blockers(const Report& report) {
  if (report.plan.blockers.empty()) return {};
  Markup cards = "\n";
  for (const std::size_t index : report.plan.blockers) cards += card(report, report.plan.items[index]);
  return section("blockers", "Blockers", part("ul", "cards", cards));
}

Markup projection(const Report& report) {
  if (report.plan.phases.empty()) return {};
  return section("plan", "The way to production",
                 part("p", "lead", "Projected by scoring again with each phase done.") + staircase(report) +
                     phase_table(report));
}

Markup quick_wins(const Report& report) {
  std::vector<Markup> lines;
  for (const std::size_t index : report.plan.quick_wins) {
    const plan::Item& item = report.plan.items[index];
    const checks::Verdict& verdict = verdict_of(report, item);
    lines.push_back(tag("strong", {}, link_to(verdict)) +
                    Markup::ours(fmt::format(" ({}, ", plan::words(item.effort))) + gained(item.points) +
                    " points)" + first_task(verdict));
  }
  if (lines.empty()) return {};
  return section("quick-wins", "Quick wins",
                 part("p", "lead", "An hour at most each, and worth points.") + bullets("wins", lines));
}

}  // namespace readiness::report::html
