// SPDX-License-Identifier: Apache-2.0
// The top of the roadmap: score, target, commit, time to production; what needs attention; the project; the
// table of categories.
#include <fmt/format.h>

#include "report/delta.h"
#include "report/markdown/sections.h"
#include "report/trend.h"

namespace readiness::report::markdown {
namespace {

Md number(std::uint64_t value) { return Md::ours(grouped(value)); }
Md effort_words(const plan::Hours& hours) { return Md::ours(plan::words(hours)); }

Md stage_of(const Report& report) {
  if (report.scorecard.overall.counted == 0) return "Nothing to judge: no check applied";
  if (!report.plan.blockers.empty())
    return Md::ours(
        fmt::format("Not ready: {}", counted(report.plan.blockers.size(), "blocker", "blockers")));
  if (report.plan.items.empty()) return "Ready: nothing is left to do";
  return Md::ours(
      fmt::format("No blocker, {}", counted(report.plan.items.size(), "item left", "items left")));
}

Md origin_of(const Report& report) {
  const source::Identity& identity = report.identity;
  std::vector<Md> parts;
  if (!identity.commit.empty()) parts.push_back("commit " + cell_code(identity.commit.substr(0, 12)));
  if (!identity.branch.empty()) parts.push_back("branch " + cell_code(identity.branch));
  if (const std::string date = date_of(identity.commit_time); !date.empty()) parts.push_back(Md::ours(date));
  if (!identity.mode.empty()) parts.push_back(text(identity.mode));
  return joined(parts, ", ");
}

Md work_words(const Report& report, const plan::Hours& effort, double weeks_min, double weeks_max) {
  const Md work = Md::ours(hours_words(effort)) + " of work";
  const std::string weeks = weeks_words(weeks_min, weeks_max);
  return weeks.empty() ? work : strong(Md::ours(weeks)) + ": " + work + " (" + capacity_of(report) + ")";
}

Md time_to_production(const Report& report) {
  const plan::Road road = road_to_production(report);
  if (road.phases == 0) return {};
  const Md until = road.phases == 1 ? Md("phase 1") : Md::ours(fmt::format("phases 1 to {}", road.phases));
  const Md now = work_words(report, road.effort, road.weeks_min, road.weeks_max) + ", " + until;
  const std::string change = change_of_time(report);
  return change.empty() ? now : now + ", " + Md::ours(change);
}

Md whole_plan(const Report& report) {
  const plan::Plan& plan = report.plan;
  if (plan.items.empty() || road_to_production(report).phases == plan.phases.size()) return {};
  return work_words(report, plan.total, plan.weeks_min, plan.weeks_max);
}

Md grade_of(const Report& report) {
  if (report.scorecard.overall.counted == 0) return {};
  return Md::ours(std::string(score::grade_of(report.scorecard.overall.points())));
}

Md critical_of(const Report& report) {
  const Share share = critical_checks(report);
  if (share.all == 0) return {};
  return Md::ours(fmt::format("{} of {} ({} %)", share.met, share.all, 100 * share.met / share.all));
}

Md next_phase_of(const Report& report) {
  if (report.plan.phases.size() < 2) return {};
  const plan::Phase& next = report.plan.phases[1];
  return "Phase 2, " + text(next.name) + ": " + Md::ours(counted(next.items.size(), "item", "items")) + ", " +
         effort_words(next.effort);
}

Md review_of(const Report& report) {
  const std::string date = next_review(report);
  const std::string day = review_day(report);
  const Md ends = date.empty() ? Md() : text(date) + ", when the first waiver or attestation ends";
  if (day.empty()) return ends;
  const Md own = text(day) + " (" + text(report.plan.own_words.review) + ")";
  return date.empty() || day <= date ? own : ends;
}

Md focus_of(const Report& report) {
  if (!report.plan.own_words.focus.empty()) return text(report.plan.own_words.focus);
  if (report.plan.phases.empty()) return {};
  const plan::Phase& first = report.plan.phases.front();
  return "Phase 1, " + text(first.name) + ": " + Md::ours(counted(first.items.size(), "item", "items")) +
         ", " + effort_words(first.effort);
}

Md gate_of(const Report& report) {
  Md out = Md::ours(std::string(word_of(gate_state(report))));
  if (gate_state(report) == GateState::none) return {};
  std::vector<Md> reasons;
  for (const std::string& reason : report.gate.reasons) reasons.push_back(text(reason));
  return reasons.empty() ? out : out + ": " + joined(reasons, "; ");
}

Md category_status(const score::Tally& tally, int target) {
  std::vector<Md> counts;
  const auto add = [&](std::uint32_t count, const Md& word) {
    if (count > 0) counts.push_back(number(count) + word);
  };
  add(tally.failed, " fail"), add(tally.partial, " partial"), add(tally.passed, " pass"),
      add(tally.unknown, " unknown");
  const Md detail = joined(counts, ", ");
  if (tally.counted == 0) return detail.empty() ? Md("– Not applicable") : "❔ Not decided: " + detail;
  if (tally.points() == 100) return "✅ Complete: " + detail;
  if (tally.points() >= target) return "✅ Target met: " + detail;
  return (tally.points() == 0 ? Md("❌ Not started: ") : Md("🔄 In progress: ")) + detail;
}

Md percent(int points) { return Md::ours(fmt::format("{} %", points)); }

}  // namespace

namespace {

constexpr std::size_t kTraitPlaces = 3;  // the JSON report has all

/// "FastAPI (`app/main.py:3` …), …": what shows that a trait holds.
Md why_of(const checks::TraitVerdict& trait) {
  std::vector<Md> parts;
  for (const checks::Evidence& evidence : trait.evidence) {
    if (parts.size() == kTraitPlaces) break;
    const Md where = place(evidence.path, evidence.line, evidence.excerpt);
    if (where.empty()) continue;
    parts.push_back(evidence.label.empty() ? where : text(evidence.label) + ", " + where);
  }
  return joined(parts, "; ");
}

}  // namespace

Md capacity_of(const Report& report) {
  const plan::Capacity& capacity = report.capacity;
  return Md::ours(fmt::format("{:g} {}, {:g} h a week", capacity.engineers,
                              capacity.engineers == 1 ? "engineer" : "engineers", capacity.hours_a_week));
}

void put_headline(Document& document, const Report& report) {
  const score::Tally& overall = report.scorecard.overall;
  const plan::OwnWords& own = report.plan.own_words;
  document.heading(1, !own.title.empty()
                          ? text(own.title)
                          : "Next steps: production readiness" +
                                (report.project.empty() ? Md() : " of " + text(report.project)));
  if (!own.subtitle.empty()) document.paragraph(text(own.subtitle));
  std::vector<Md> held_against;
  if (report.delta && !since_words(*report.delta).empty())
    held_against.push_back(Md::ours(since_words(*report.delta)) + " at " + text(report.delta->before.name));
  if (report.target) held_against.push_back(Md::ours(fmt::format("target: {} %", *report.target)));
  if (overall.counted > 0)
    document.paragraph(strong(percent(overall.points()) + " production ready") +
                       (held_against.empty() ? Md() : " (" + joined(held_against, "; ") + ")"));
  const auto row = [&](const Md& label, const Md& value) {
    if (!value.empty()) document.row({label, value});
  };
  document.table({"", ""});
  row("Grade", grade_of(report));
  row("Stage", text(own.stage));
  row("Status", stage_of(report));
  row("Critical checks met", critical_of(report));
  row("Gate", gate_of(report));
  row("Focus", focus_of(report));
  row("Next phase", next_phase_of(report));
  row("Estimated time to production", time_to_production(report));
  row("The whole plan", whole_plan(report));
  row("Audited", origin_of(report));
  if (report.trend && report.trend->samples.size() > 1)
    row("Trend", Md::ours(sparkline(report.trend->samples, 60)) + " since " +
                     text(report.trend->samples.front().date));
  row("Owner", text(own.owner));
  row("As of", text(report.as_of));
  row("Next review", review_of(report));
  if (report.scorecard.coverage < 1)
    row("Audit coverage", Md::ours(fmt::format("{} % of the weight could be decided",
                                               static_cast<int>(100 * report.scorecard.coverage))));
  row("Ruler", cell_code(report.verdicts.ruler));
}

void put_attention(Document& document, const Report& report) {
  std::vector<Md> lines;
  for (const std::string& fault : report.coverage.faults) lines.push_back(text(fault));
  if (lines.empty())
    for (const source::Note& note : report.coverage.notes)
      if (note.fault) lines.push_back(text(note.text));
  for (const checks::Verdict& verdict : report.verdicts.verdicts)
    if (verdict.waiver && verdict.waiver->expired)
      lines.push_back("The waiver of " + code(verdict.check.id) + " expired on " +
                      text(verdict.waiver->until) +
                      (verdict.waiver->by.empty() ? Md() : " (by " + text(verdict.waiver->by) + ")") +
                      ": it counts again");
  if (lines.empty() && report.coverage.complete) return;
  document.heading(2, "⚠️ Attention");
  if (!report.coverage.complete)
    document.paragraph("The audit is incomplete: something that should have been read was not.");
  for (const Md& line : lines) document.bullet(line);
}

void put_project(Document& document, const Report& report) {
  if (report.verdicts.traits.empty()) return;
  document.heading(2, "Detected project");
  std::vector<Md> absent;
  for (const checks::TraitVerdict& trait : report.verdicts.traits) {
    const Md title = text(trait.title.empty() ? trait.name : trait.title);
    if (!trait.holds) {
      absent.push_back(title);
      continue;
    }
    Md line = strong(title);
    if (trait.forced) line += " (set by the configuration)";
    const Md why = why_of(trait);
    document.bullet(why.empty() ? line : line + ": " + why);
  }
  if (!absent.empty()) document.paragraph("Not found: " + joined(absent, ", "));
}

void put_progress(Document& document, const Report& report) {
  if (report.scorecard.categories.empty()) return;
  document.heading(2, "📈 Progress");
  document.table({"Category", "Current", "Target", "Status"});
  std::vector<Md> others;
  for (const score::Category& category : report.scorecard.categories) {
    const bool judged = category.tally.counted > 0;
    if (!judged && category.tally.unknown == 0) {
      others.push_back(text(category.title));
      continue;
    }
    const int target = target_of(report, category.pack);
    document.row({text(category.title), judged ? percent(category.tally.points()) : Md("–"),
                  judged ? percent(target) : Md("–"), category_status(category.tally, target)});
  }
  const score::Tally& overall = report.scorecard.overall;
  const int target = report.target.value_or(100);
  if (overall.counted > 0)
    document.row({strong("Overall"), strong(percent(overall.points())), strong(percent(target)),
                  category_status(overall, target)});
  if (!others.empty()) document.paragraph("Not applicable: " + joined(others, ", "));
}

}  // namespace readiness::report::markdown
