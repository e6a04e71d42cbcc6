// SPDX-License-Identifier: Apache-2.0
// GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
// Waived issues are left out: the report has no word for them.
#include <set>

#include "base/digest.h"
#include "base/text.h"
#include "report/issues.h"
#include "report/json/value.h"
#include "report/report.h"
#include "report/view.h"

namespace readiness::report {
namespace {

constexpr std::array<std::string_view, 5> kSeverities{"blocker", "critical", "major", "minor", "info"};
// What is missing has no place, and GitLab needs one: the file in which one says that it is done elsewhere.
constexpr std::string_view kNowhere = ".readiness.toml";

/// By priority; what is partial or a guess stands one step lower.
std::string_view severity_of(const checks::Verdict& verdict) {
  if (verdict.check.preview) return kSeverities.back();
  const bool sure = verdict.outcome != checks::Outcome::partial &&
                    verdict.check.confidence != rulepack::Confidence::heuristic;
  return kSeverities[static_cast<std::size_t>(verdict.check.priority) + (sure ? 0 : 1)];
}

/// GitLab merges issues of one fingerprint, so each gets its own.
std::string own_fingerprint(std::string fingerprint, std::string_view check, std::set<std::string>& seen) {
  for (int again = 2; !seen.insert(fingerprint).second; ++again)
    fingerprint = base::Digest().add(fingerprint).add(check).add(std::to_string(again)).hex();
  return fingerprint;
}

}  // namespace

std::string render_gitlab(const Report& report, const RenderOptions&) {
  Json out = Json::array();
  std::set<std::string> seen;
  for (const Issue& issue : issues_of(report)) {
    if (issue.is_waived()) continue;
    const std::string path = issue.path().empty() ? std::string(kNowhere) : base::valid_utf8(issue.path());
    out.push_back(
        {{"description", one_line(issue.message())},
         {"check_name", issue.check->check.id},
         {"fingerprint", own_fingerprint(issue.fingerprint(), issue.check->check.id, seen)},
         {"severity", severity_of(*issue.check)},
         {"location", {{"path", path}, {"lines", {{"begin", std::max<std::uint32_t>(issue.line(), 1)}}}}}});
  }
  return json_text(out);
}

}  // namespace readiness::report
