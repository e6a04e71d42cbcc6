// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "base/text.h"
#include "report/golden.h"
#include "report/hostile_report.h"
#include "report/json/value.h"
#include "report/sample_report.h"
#include "report/schema_validator.h"

using namespace readiness;
using namespace readiness::report;
using testing::json;

namespace {

json rendered(const Report& report) { return json::parse(render_json(report, {})); }

const testing::SchemaValidator& schema() {
  static const testing::SchemaValidator kSchema(
      json::parse(testing::read_file(READINESS_ROOT "/docs/report.schema.json")));
  return kSchema;
}

using Problems = std::vector<std::string>;

}  // namespace

TEST_CASE("the JSON report of the sample is the accepted one") {
  testing::check_golden("sample.json", render_json(testing::sample_report(), {}));
}

TEST_CASE("JSON reports are valid by the published schema") {
  CHECK(schema().problems(rendered(testing::sample_report())) == Problems{});
  CHECK(schema().problems(rendered(testing::what_if_report())) == Problems{});
  CHECK(schema().problems(rendered(testing::clean_report())) == Problems{});
  CHECK(schema().problems(rendered(testing::empty_report())) == Problems{});
}

TEST_CASE("the published schema refuses what is missing, of another type, out of bounds or unknown") {
  const json good = rendered(testing::sample_report());
  const auto problem = [&](auto change) {
    json bad = good;
    change(bad);
    const Problems found = schema().problems(bad);
    return found.empty() ? std::string("none") : found.front();
  };
  CHECK(problem([](json& r) { r.erase("ruler"); }) == "$: lacks \"ruler\"");
  CHECK(problem([](json& r) { r["extra"] = 1; }) == "$: unexpected extra");
  CHECK(problem([](json& r) { r["score"]["overall"] = 101; }) == "$.score.overall: is above 100");
  CHECK(problem([](json& r) { r["score"]["overall"] = 4.5; }) == "$.score.overall: is no integer");
  CHECK(problem([](json& r) { r["checks"][0]["findings"][0]["line"] = -1; }) ==
        "$.checks[0].findings[0].line: is below 0");
  CHECK(problem([](json& r) { r["checks"][0]["verdict"] = "great"; }).find("is none of") !=
        std::string::npos);
  CHECK(problem([](json& r) { r["gate"]["fail_on"] = "urgent"; }) ==
        "$.gate.fail_on: fits none of the alternatives");
  CHECK(problem([](json& r) { r["schema"] = "readiness/report@2"; }).find("is not") != std::string::npos);
}

TEST_CASE("the ledger's entries are the sum of its files") {
  const json ledger = rendered(testing::sample_report())["ledger"];
  std::uint64_t sum = 0;
  for (const json& count : ledger["files"]) sum += count.get<std::uint64_t>();
  CHECK(ledger["entries"] == sum);
}

TEST_CASE("checks, plan and score of the JSON report agree with each other") {
  const json report = rendered(testing::sample_report());
  double weight = 0;
  double earned = 0;
  std::set<std::string> ids;
  for (const json& check : report["checks"]) {
    ids.insert(check["id"]);
    if (!check["counts"]) continue;
    weight += check["weight"].get<double>();
    earned += check["weight"].get<double>() * check["earned"].get<double>();
  }
  CHECK(report["score"]["total"]["weight"] == Approx(weight));
  CHECK(report["score"]["total"]["earned"] == Approx(earned));
  std::size_t in_phases = 0;
  for (const json& phase : report["plan"]["phases"]) in_phases += phase["items"].size();
  CHECK(report["plan"]["items"].size() == in_phases);
  for (const json& item : report["plan"]["items"]) CHECK(ids.count(item["check"]) == 1);
  CHECK(report["plan"]["phases"].back()["projected_score"] == 100);
}

TEST_CASE("paths that are no UTF-8 can be had back from their bytes") {
  Report report = testing::clean_report();
  report.verdicts.verdicts[0].evidence[0].path = "caf\xe9.py";
  const json evidence = rendered(report)["checks"][0]["evidence"][0];
  CHECK(evidence["path"] == "caf\uFFFD.py");
  CHECK(evidence["path_bytes"] == "Y2Fm6S5weQ==");
  CHECK(schema().problems(rendered(report)) == Problems{});
}

TEST_CASE("base64 is that of RFC 4648") {
  CHECK(base64("") == "");
  CHECK(base64("f") == "Zg==");
  CHECK(base64("fo") == "Zm8=");
  CHECK(base64("foo") == "Zm9v");
  CHECK(base64("foobar") == "Zm9vYmFy");
  CHECK(base64("\xff\xfe\xfd") == "//79");
}

TEST_CASE("hostile texts leave the JSON report valid, inert and complete") {
  for (unsigned seed = 0; seed < 1; ++seed) {
    const Report report = testing::HostileReport(seed).make();
    const std::string text = render_json(report, {});
    CHECK(schema().problems(json::parse(text)) == Problems{});
    CHECK(base::is_valid_utf8(text));
    CHECK(text.find_first_of("\x1b\x07\x7f\r\t\v\f") == std::string::npos);
    CHECK(text.find("\u009b") == std::string::npos);
    CHECK(text.find("\u202e") == std::string::npos);
  }
}

TEST_CASE("dangerous characters come back from the JSON report as they were") {
  Report report = testing::clean_report();
  const std::string raw = "\x1b[31m \x7f \u009b \u202e \u2066 \uFEFF \u2028 é 日 \"\\";
  report.project = raw;
  CHECK(rendered(report)["identity"]["project"] == raw);
}
