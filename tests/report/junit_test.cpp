// SPDX-License-Identifier: Apache-2.0
// The schema itself is asked in tests/formats_test.py.
#include <catch2/catch.hpp>
#include <string>

#include "report/golden.h"
#include "report/hostile_report.h"
#include "report/sample_report.h"

using namespace readiness;
using namespace readiness::report;

namespace {

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t out = 0;
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += what.size()) ++out;
  return out;
}

std::string case_of(const std::string& xml, const std::string& id) {
  const std::size_t begin = xml.find("<testcase classname=\"" + id + "\"");
  REQUIRE(begin != std::string::npos);
  return xml.substr(begin, xml.find("<testcase", begin + 1) - begin);
}

}  // namespace

TEST_CASE("the JUnit report of the sample is the accepted one") {
  testing::check_golden("sample.junit.xml", render_junit(testing::sample_report(), {}));
  testing::check_golden("clean.junit.xml", render_junit(testing::clean_report(), {}));
}

TEST_CASE("every check is a JUnit case: failures fail, what does not count is skipped with its reason") {
  const Report report = testing::sample_report();
  const std::string xml = render_junit(report, {});
  CHECK(count(xml, "<testcase ") == report.verdicts.verdicts.size() + 2);  // and the audit's own
  CHECK(case_of(xml, "secrets.in-code").find("<failure type=\"fail\"") != std::string::npos);
  CHECK(case_of(xml, "logging.no-print").find("<failure type=\"partial\"") != std::string::npos);
  CHECK(case_of(xml, "db.mongo-indexes").find("<skipped message=\"not applicable: no MongoDB") !=
        std::string::npos);
  CHECK(case_of(xml, "env.kubernetes").find("<skipped message=\"unknown: ") != std::string::npos);
  CHECK(case_of(xml, "secrets.default-password").find("<skipped message=\"waived, test-data: ") !=
        std::string::npos);
  CHECK(case_of(xml, "code.dead-flags").find("<skipped message=\"preview, fail: ") != std::string::npos);
  CHECK(case_of(xml, "db.migrations").find("/>") != std::string::npos);
  CHECK(count(xml, "<failure ") == count(xml, "</failure>"));
}

TEST_CASE("a missed gate and an incomplete audit are no success in JUnit") {
  Report report = testing::clean_report();
  CHECK(count(render_junit(report, {}), "<failure") + count(render_junit(report, {}), "<error") == 0);
  report.gate = {.fail_under = 100, .met = false, .reasons = {"the score 9 is under 100"}};
  report.coverage.complete = false;
  report.coverage.faults = {"unreadable: a.py"};
  const std::string xml = render_junit(report, {});
  CHECK(xml.find(
            "<failure type=\"gate\" message=\"the gate is missed\">\nbecause: the score 9 is under 100\n") !=
        std::string::npos);
  CHECK(xml.find("<error type=\"incomplete\"") != std::string::npos);
  CHECK(xml.find("at: unreadable: a.py") != std::string::npos);
}

TEST_CASE("names that JUnit demands are there even when a pack has none") {
  for (unsigned seed = 0; seed < 5; ++seed) {
    const std::string xml = render_junit(testing::HostileReport(seed).make(), {});
    CHECK(count(xml, "<testcase ") == count(xml, "<testcase classname=\""));
    CHECK(count(xml, "<testsuite ") == count(xml, "<testsuite name=\""));
    CHECK(count(xml, " name=\"\"") == 0);
  }
}
