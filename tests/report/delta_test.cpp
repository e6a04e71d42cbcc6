// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "report/golden.h"
#include "report/sample_delta.h"
#include "report/sample_report.h"
#include "report/schema_validator.h"

using namespace readiness;
using namespace readiness::report;
using testing::json;

namespace {

Report report_with_delta() {
  Report report = testing::sample_report();
  report.delta = testing::sample_delta();
  report.trend = testing::sample_trend().trend;
  return report;
}

}  // namespace

TEST_CASE("a comparison by itself is the accepted one in every format") {
  const Comparison comparison = testing::sample_comparison();
  for (const ComparisonFormat& format : comparison_formats())
    testing::check_golden("comparison." + std::string(format.name), format.render(comparison, {}));
}

TEST_CASE("a report with a comparison names both scores and the causes") {
  const Report report = report_with_delta();
  const std::string markdown = render_markdown(report, {});
  CHECK(markdown.find(" % at origin/main; target: ") != std::string::npos);
  CHECK(markdown.find("## What changed since `origin/main`") != std::string::npos);
  const std::string terminal = render_terminal(report, {});
  CHECK(terminal.find("CHANGES SINCE origin/main") != std::string::npos);
  CHECK(render_markdown(testing::sample_report(), {}).find("What changed") == std::string::npos);
}

TEST_CASE("a JSON report with a comparison is valid by the published schema, and its points add up") {
  const testing::SchemaValidator schema(
      json::parse(testing::read_file(READINESS_ROOT "/docs/report.schema.json")));
  const json report = json::parse(render_json(report_with_delta(), {}));
  CHECK(schema.problems(report) == std::vector<std::string>{});
  double sum = 0;
  for (const auto& points : report["delta"]["points"]) sum += points.get<double>();
  CHECK(sum == Approx(report["delta"]["difference"].get<double>()).margin(1e-5));
  CHECK_FALSE(json::parse(render_json(testing::sample_report(), {})).contains("delta"));
}

TEST_CASE("a trend is the accepted one in every format") {
  const TrendPage page = testing::sample_trend();
  for (const TrendFormat& format : trend_formats())
    testing::check_golden("trend." + std::string(format.name), format.render(page, {}));
}

TEST_CASE("a sparkline shows the newest samples, as many as there is room for") {
  const TrendPage page = testing::sample_trend();
  CHECK(sparkline(page.trend.samples, 40) == "▂▃▄▅▄▇");
  CHECK(sparkline(page.trend.samples, 2) == "▄▇");
  CHECK(sparkline({}, 10).empty());
}

TEST_CASE("a trend of one sample or of none is drawn, too") {
  TrendPage page;
  for (const TrendFormat& format : trend_formats()) CHECK_FALSE(format.render(page, {}).empty());
  page.trend.samples = {testing::sample_trend().trend.samples.front()};
  for (const TrendFormat& format : trend_formats()) CHECK_FALSE(format.render(page, {}).empty());
}

TEST_CASE("a tag cannot be a formula or break a row of the CSV") {
  TrendPage page = testing::sample_trend();
  page.trend.samples.resize(2);
  page.trend.samples[0].tag = "=1+1";
  page.trend.samples[1].tag = "a,\"b\nc";
  const std::string csv = render_trend_csv(page, {});
  CHECK(csv.find(",'=1+1,") != std::string::npos);
  CHECK(csv.find("\"a,\"\"b\\x0ac\"") != std::string::npos);
}
