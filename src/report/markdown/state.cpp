// SPDX-License-Identifier: Apache-2.0
// What stands: completed with evidence, in progress, not started; waived, attested, left out; risks and
// assumptions.
#include <fmt/format.h>

#include <algorithm>

#include "report/markdown/sections.h"

namespace readiness::report::markdown {
namespace {

constexpr std::size_t kEvidenceShown = 3;
// A quarter: what ends later is listed with its date, and is no risk yet.
constexpr std::int64_t kSoonDays = 92;

Md with_reason(const checks::Verdict& verdict) {
  const Md reason = prose(reason_of(verdict));
  return strong(text(verdict.check.title)) + (reason.empty() ? Md() : ": " + reason);
}

/// The reason names the first place already; the others are worth their room only when all are asked for.
Md evidence_of(const checks::Verdict& verdict, std::size_t most) {
  if (most == kEvidenceShown && !verdict.evidence.empty()) {
    const checks::Evidence& first = verdict.evidence.front();
    if (verdict.reason.find(place_of(first.path, first.line)) != std::string::npos) return {};
  }
  std::vector<Md> parts;
  for (const checks::Evidence& evidence : verdict.evidence)
    if (parts.size() < most && !evidence.path.empty())
      parts.push_back(code(place_of(evidence.path, evidence.line)));
  if (verdict.evidence_total > parts.size() && !parts.empty())
    parts.push_back(Md::ours(fmt::format("and {} more", grouped(verdict.evidence_total - parts.size()))));
  return parts.empty() ? Md() : " (" + joined(parts, ", ") + ")";
}

void put_completed(Document& document, const Report& report, const RenderOptions& options) {
  std::vector<std::size_t> done = with_outcome(report, checks::Outcome::pass);
  const std::vector<std::size_t> attested = with_outcome(report, checks::Outcome::attested);
  done.insert(done.end(), attested.begin(), attested.end());
  if (done.empty()) return;
  std::sort(done.begin(), done.end());
  document.heading(3, "✅ Completed");
  for (const std::size_t i : done) {
    const checks::Verdict& verdict = report.verdicts.verdicts[i];
    const Md mark = verdict.outcome == checks::Outcome::attested ? Md("✅ attested: ") : Md("✅ ");
    document.bullet(mark + with_reason(verdict) +
                    evidence_of(verdict, options.verbose ? SIZE_MAX : kEvidenceShown));
  }
}

void put_open(Document& document, const Report& report, checks::Outcome outcome, const Md& title,
              const Md& icon) {
  std::vector<Md> lines;
  for (const plan::Item& item : report.plan.items) {
    const checks::Verdict& verdict = verdict_of(report, item);
    if (verdict.outcome != outcome) continue;
    Md line = icon + with_reason(verdict) + Md::ours(fmt::format(" (item {}", item.ordinal));
    if (outcome == checks::Outcome::partial)
      line += Md::ours(fmt::format(", {} %", static_cast<int>(100 * score::earned_by(verdict) + 1e-9)));
    lines.push_back(line + ")");
  }
  if (lines.empty()) return;
  document.heading(3, title);
  for (const Md& line : lines) document.bullet(line);
}

void put_list(Document& document, const Report& report, const std::vector<std::size_t>& verdicts,
              const Md& title, const Md& about) {
  if (verdicts.empty()) return;
  document.heading(2, title);
  document.paragraph(about);
  for (const std::size_t i : verdicts) document.bullet(with_reason(report.verdicts.verdicts[i]));
}

/// By reason, for one reason often stands behind dozens of checks; folded, for it is the longest list of all.
void put_not_applicable(Document& document, const Report& report) {
  const std::vector<std::size_t> verdicts = with_outcome(report, checks::Outcome::not_applicable);
  if (verdicts.empty()) return;
  std::vector<std::pair<std::string, std::vector<Md>>> reasons;
  for (const std::size_t i : verdicts) {
    const checks::Verdict& verdict = report.verdicts.verdicts[i];
    const std::string reason = reason_of(verdict);
    auto row = std::find_if(reasons.begin(), reasons.end(), [&](const auto& r) { return r.first == reason; });
    if (row == reasons.end()) row = reasons.insert(reasons.end(), {reason, {}});
    row->second.push_back(text(verdict.check.title));
  }
  document.heading(2, "Not applicable");
  document.raw_line(Md::ours(fmt::format("<details><summary>Not asked, and not counted: {}</summary>",
                                         counted(verdicts.size(), "check", "checks"))));
  document.gap();
  for (const auto& [reason, titles] : reasons)
    document.bullet((reason.empty() ? Md() : strong(prose(reason)) + ": ") + joined(titles, "; "));
  document.gap();
  document.raw_line("</details>");
}

}  // namespace

void put_state(Document& document, const Report& report, const RenderOptions& options) {
  if (report.scorecard.overall.counted == 0) return;
  document.heading(2, "📊 Progress by check");
  put_completed(document, report, options);
  put_open(document, report, checks::Outcome::partial, "🔄 In progress", "⚠️ ");
  put_open(document, report, checks::Outcome::fail, "❌ Not done", "❌ ");
}

void put_waivers(Document& document, const Report& report) {
  std::vector<const checks::Verdict*> rows;
  for (const checks::Verdict& verdict : report.verdicts.verdicts)
    if (verdict.waiver || verdict.outcome == checks::Outcome::attested) rows.push_back(&verdict);
  if (rows.empty()) return;
  document.heading(2, "Waived and attested");
  document.table({"Check", "How", "Why", "By", "Until", "Points hidden"});
  for (const checks::Verdict* verdict : rows) {
    if (!verdict->waiver) {
      const checks::Attested attested = verdict->attested.value_or(checks::Attested{});
      document.row({text(verdict->check.title), "attested", text(reason_of(*verdict)), text(attested.by),
                    text(attested.until), ""});
      continue;
    }
    const checks::Waiver& waiver = *verdict->waiver;
    document.row(
        {text(verdict->check.title), (waiver.expired ? Md("**expired**, ") : Md()) + text(waiver.reason),
         text(waiver.note), text(waiver.by), text(waiver.until),
         Md::ours(fmt::format("{:.1f}", score::points_hidden(*verdict, report.scorecard, report.weights)))});
  }
}

void put_left_out(Document& document, const Report& report) {
  put_not_applicable(document, report);
  put_list(document, report, with_outcome(report, checks::Outcome::unknown), "Not decided",
           "These checks could not be decided, and do not count. Is it done, and where? Attest it in "
           "`.readiness.toml`.");
  put_list(document, report, previews(report), "Preview",
           "New checks on trial: their verdicts are shown and weigh nothing.");
}

void put_risks(Document& document, const Report& report) {
  std::vector<std::pair<Md, Md>> rows;
  if (!report.coverage.complete)
    rows.emplace_back("The audit is incomplete", "Read what is listed under Attention and audit again");
  for (const Ending& ending : endings(report)) {
    const Md title = text(report.verdicts.verdicts[ending.verdict].check.title);
    const Md what = ending.attestation ? Md("the attestation") : Md("the waiver");
    if (ending.over)
      rows.emplace_back(
          title + ": " + what + (ending.attestation ? Md(" does not hold any more") : Md(" expired")),
          ending.attestation ? Md("Show it again, or fix it") : Md("Fix it, or decide again"));
    else if (const auto days = days_between(report.as_of, ending.until); !days || *days <= kSoonDays)
      rows.emplace_back(title + ": " + what + " ends on " + text(ending.until),
                        ending.attestation ? Md("Attest it anew") : Md("Fix it before, or decide again"));
  }
  for (const auto& [risk, mitigation] : report.plan.own_words.risks)
    rows.emplace_back(text(risk), text(mitigation));
  for (const std::size_t i : with_outcome(report, checks::Outcome::unknown))
    rows.emplace_back(text(report.verdicts.verdicts[i].check.title) + ": could not be decided",
                      "Make it readable, or attest it");
  if (rows.empty()) return;
  document.heading(2, "⚠️ Risks");
  document.table({"Risk", "Mitigation"});
  for (const auto& [risk, mitigation] : rows) document.row({risk, mitigation});
}

void put_assumptions(Document& document, const Report& report) {
  const plan::OwnWords& own = report.plan.own_words;
  if (!own.questions.empty()) document.heading(2, "❓ Questions");
  for (const std::string& question : own.questions) document.bullet(prose(question));
  if (report.plan.items.empty() && report.config_notes.empty() && own.notes.empty()) return;
  document.heading(2, "📝 Notes and assumptions");
  for (const std::string& note : own.notes) document.bullet(prose(note));
  if (!report.plan.items.empty()) {
    document.bullet("The plan is for " + capacity_of(report) +
                    "; with more people, what comes after no other item can be done in parallel.");
    document.bullet(
        "Efforts are ranges from the rules, with real counts; projected scores are found by scoring again.");
  }
  for (const std::string& note : report.config_notes) document.bullet("Configuration: " + prose(note));
}

}  // namespace readiness::report::markdown
