// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "base/text.h"
#include "report/golden.h"
#include "report/hostile_report.h"
#include "report/sample_report.h"

using namespace readiness;
using namespace readiness::report;

namespace {

/// Commands of a log as the runner reads them: "::name a=b,c=d::message" at the beginning of a line, blanks
/// before it ignored, and "##[name]" anywhere.
std::map<std::string, std::size_t> commands(const std::string& log) {
  std::map<std::string, std::size_t> out;
  for (const std::string_view raw : base::split(log, '\n')) {
    const std::string_view line = base::trimmed(raw);
    if (line.find("##[") != std::string_view::npos || line.find("##vso[") != std::string_view::npos)
      ++out["legacy"];
    if (!line.starts_with("::")) continue;
    const std::size_t end = line.find("::", 2);
    REQUIRE(end != std::string_view::npos);
    ++out[std::string(line.substr(2, std::min(line.find(' '), end) - 2))];
  }
  return out;
}

Report with_many(rulepack::Priority priority, std::size_t checks, std::size_t findings) {
  Report report = testing::empty_report();
  for (std::size_t i = 0; i < checks; ++i) {
    checks::Verdict verdict = testing::secrets_in_code();
    verdict.check.id = "many." + std::to_string(i);
    verdict.check.title = verdict.check.id;
    verdict.check.priority = priority;
    verdict.findings.assign(findings, verdict.findings[0]);
    verdict.findings_total = findings;
    report.verdicts.verdicts.push_back(verdict);
  }
  return report;
}

}  // namespace

TEST_CASE("the annotations and the step summary of the sample are the accepted ones") {
  testing::check_golden("sample.github.log", render_github(testing::sample_report(), {}));
  testing::check_golden("sample.github-summary.md", render_github_summary(testing::sample_report(), {}));
}

TEST_CASE("no format makes a workflow command of what a repository says") {
  for (unsigned seed = 0; seed < 6; ++seed) {
    const Report report = testing::HostileReport(seed).make();
    for (const Format& format : formats()) {
      std::map<std::string, std::size_t> found = commands(format.render(report, {.verbose = true}));
      if (format.name == "github")
        for (const char* ours : {"error", "warning", "notice"}) found.erase(ours);
      INFO(format.name);
      CHECK(found.empty());
    }
  }
}

TEST_CASE("annotations stay within ten of a level, and what is left out is counted") {
  const std::string log = render_github(with_many(rulepack::Priority::critical, 12, 3), {});
  CHECK(commands(log).at("error") == 10);
  CHECK(log.find("readiness: 26 more, above the 10 annotations of a kind") != std::string::npos);
}

TEST_CASE("every check is annotated once before any is annotated twice") {
  const std::string log = render_github(with_many(rulepack::Priority::critical, 4, 5), {});
  CHECK(commands(log).at("error") == 10);
  for (const char* id : {"many.0", "many.1", "many.2", "many.3"})
    CHECK(log.find(std::string("title=") + id + ",") != std::string::npos);
}

TEST_CASE("an annotation's properties and message are escaped as the runner unescapes them") {
  Report report = with_many(rulepack::Priority::critical, 1, 1);
  checks::Verdict& verdict = report.verdicts.verdicts[0];
  verdict.check.title = "100 %, or: none";
  verdict.findings[0].path = "a,b:c.py";
  verdict.findings[0].line = 7;
  verdict.reason = "50 % :: done";
  verdict.tasks = {"one\ntwo"};
  CHECK(render_github(report, {})
            .starts_with(
                "::error title=100 %25%2C or%3A none,file=a%2Cb%3Ac.py,line=7::50 %25 :: done%0Aone two\n"));
}

TEST_CASE("waived findings are not annotated") {
  Report report = with_many(rulepack::Priority::critical, 1, 1);
  report.verdicts.verdicts[0].findings[0].waiver = "test-data";
  CHECK(commands(render_github(report, {})).empty());
}

TEST_CASE("a step summary stays below one mebibyte and says what was left out") {
  Report report = testing::sample_report();
  report.coverage.faults.assign(2'000, std::string(1'000, 'x'));
  const std::string summary = render_github_summary(report, {});
  CHECK(summary.size() < (1U << 20));
  CHECK(summary.find("Parts were left out") != std::string::npos);
  CHECK(summary.find("## 📈 Progress") != std::string::npos);
}
