// SPDX-License-Identifier: Apache-2.0
#include "report/issues.h"

#include <algorithm>
#include <tuple>

#include "base/digest.h"
#include "report/view.h"

namespace readiness::report {
namespace {

// Titles of alerts are cut by those who show them.
constexpr std::size_t kMostExcerptBytes = 120;

using checks::Outcome;
using checks::Verdict;

bool is_told(const Verdict& verdict) {
  return verdict.outcome == Outcome::fail || verdict.outcome == Outcome::partial ||
         verdict.outcome == Outcome::waived;
}

const checks::Evidence* shown_by(const Verdict& verdict) {
  return verdict.evidence.empty() ? nullptr : &verdict.evidence.front();
}

}  // namespace

std::string_view name_of(Level level) {
  switch (level) {
    case Level::error:
      return "error";
    case Level::warning:
      return "warning";
    case Level::note:
      return "note";
  }
  return "note";
}

Level level_of(const Verdict& verdict) {
  if (verdict.check.preview || verdict.check.priority == rulepack::Priority::low) return Level::note;
  // One variable of a hundred that is not documented is no error; one container that runs as root may be.
  const bool of_many = verdict.check.form == rulepack::Form::each && verdict.items > 1;
  const bool urgent =
      verdict.check.priority <= (of_many ? rulepack::Priority::critical : rulepack::Priority::high);
  const bool sure = verdict.check.confidence != rulepack::Confidence::heuristic;
  return urgent && sure && verdict.outcome != Outcome::partial ? Level::error : Level::warning;
}

bool Issue::is_waived() const {
  return check->outcome == Outcome::waived || (finding != nullptr && !finding->waiver.empty());
}

std::string_view Issue::path() const {
  if (finding != nullptr) return finding->path;
  return shown_by(*check) != nullptr ? std::string_view(shown_by(*check)->path) : std::string_view();
}

std::uint32_t Issue::line() const {
  if (finding != nullptr) return finding->line;
  return shown_by(*check) != nullptr ? shown_by(*check)->line : 0;
}

std::string_view Issue::excerpt() const {
  if (finding != nullptr) return finding->excerpt;
  return shown_by(*check) != nullptr ? std::string_view(shown_by(*check)->excerpt) : std::string_view();
}

std::string Issue::message() const {
  // Of a hundred alerts of one check each says what is at its own place. The title tells how it should be.
  if (finding != nullptr && !finding->excerpt.empty())
    return check->check.title + (check->check.form == rulepack::Form::forbid ? ": found " : ": not met by ") +
           one_line(finding->excerpt, kMostExcerptBytes);
  const std::string reason = reason_of(*check);
  return reason.empty() ? check->check.title : check->check.title + ": " + reason;
}

std::string Issue::fingerprint() const {
  return finding != nullptr ? finding->fingerprint : base::Digest().add(check->check.id).hex();
}

std::vector<Issue> issues_of(const Report& report) {
  std::vector<Issue> out;
  for (std::size_t i = 0; i < report.verdicts.verdicts.size(); ++i) {
    const Verdict& verdict = report.verdicts.verdicts[i];
    if (!is_told(verdict)) continue;
    for (std::size_t k = 0; k < verdict.findings.size(); ++k)
      out.push_back({.verdict = i, .check = &verdict, .finding = &verdict.findings[k], .nth = k});
    if (verdict.findings.empty()) out.push_back({.verdict = i, .check = &verdict});
  }
  const auto rank = [](const Issue& issue) {
    return std::tuple(issue.is_waived(), level_of(*issue.check), issue.check->check.priority);
  };
  std::stable_sort(out.begin(), out.end(), [&](const Issue& a, const Issue& b) { return rank(a) < rank(b); });
  return out;
}

std::uint64_t untold_findings(const Report& report) {
  std::uint64_t sum = 0;
  for (const Verdict& verdict : report.verdicts.verdicts)
    if (is_told(verdict) && !verdict.findings.empty())
      sum +=
          verdict.findings_total - std::min<std::uint64_t>(verdict.findings_total, verdict.findings.size());
  return sum;
}

}  // namespace readiness::report
