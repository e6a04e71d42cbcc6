// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "report/golden.h"
#include "report/json/value.h"
#include "report/sample_report.h"
#include "report/schema_validator.h"

using namespace readiness;
using namespace readiness::report;

namespace {

// One check asked of three units: passed by the first, half by the second.
Report with_units() {
  Report report = testing::sample_report();
  report.verdicts.units = {{"cart", "src/cart", "Dockerfile"},
                           {"ads", "src/ads", "Dockerfile"},
                           {"load", "src/load", "Dockerfile"}};
  checks::Verdict& verdict = report.verdicts.verdicts.front();
  verdict.check.title = "Health endpoint";
  verdict.units = {{0, checks::Outcome::pass, "found src/cart/main.py:3"},
                   {1, checks::Outcome::partial, "only in part"},
                   {2, checks::Outcome::fail, "not detected"}};
  report.scorecard = score::score(report.verdicts, report.weights);
  return report;
}

}  // namespace

TEST_CASE("units have scores of their own") {
  const Report report = with_units();
  REQUIRE(report.scorecard.units.size() == 3);
  CHECK(report.scorecard.units[0].points() == 100);
  CHECK(report.scorecard.units[1].points() == 50);
  CHECK(report.scorecard.units[2].points() == 0);
}

TEST_CASE("the terminal report has a table of units, worst first, with what each lacks") {
  const std::string text = render_terminal(with_units(), {.width = 100});
  INFO(text);
  const std::size_t table = text.find("UNITS");
  REQUIRE(table != std::string::npos);
  const std::size_t load = text.find("  load ", table);
  const std::size_t cart = text.find("  cart ", table);
  CHECK(load < cart);
  CHECK(text.find("lacks Health endpoint", load) < text.find('\n', load));
  CHECK(text.find("src/cart", cart) < text.find('\n', cart));
}

TEST_CASE("the roadmap has a table of units") {
  const std::string text = render_markdown(with_units(), {});
  CHECK(text.find("| load | `src/load` | Dockerfile | 0 % | Health endpoint |\n") != std::string::npos);
  CHECK(text.find("| cart | `src/cart` | Dockerfile | 100 % | – |\n") != std::string::npos);
}

TEST_CASE("the JSON report lists units with their verdicts, valid by the schema") {
  const auto report = testing::json::parse(render_json(with_units(), {}));
  const testing::SchemaValidator schema(
      testing::json::parse(testing::read_file(READINESS_ROOT "/docs/report.schema.json")));
  CHECK(schema.problems(report) == std::vector<std::string>{});
  REQUIRE(report["units"].size() == 3);
  CHECK(report["units"][2]["name"] == "load");
  CHECK(report["units"][2]["score"] == 0);
  CHECK(report["units"][2]["checks"][0]["verdict"] == "fail");
}

TEST_CASE("a repository of one unit has no table of units in any format") {
  const Report report = testing::sample_report();
  CHECK(render_terminal(report, {.width = 100}).find("UNITS") == std::string::npos);
  CHECK(render_markdown(report, {}).find("Units") == std::string::npos);
  CHECK(!testing::json::parse(render_json(report, {})).contains("units"));
}
