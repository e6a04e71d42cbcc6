// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/text.h"
#include "report/golden.h"
#include "report/hostile_report.h"
#include "report/sample_report.h"

using namespace readiness;
using namespace readiness::report;

namespace {

using Row = std::vector<std::string>;

/// RFC 4180, for one separator; a quote in the middle of a bare cell is a character, as spreadsheets have it.
std::vector<Row> parsed(const std::string& csv, char separator) {
  std::vector<Row> rows{{""}};
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    std::string& cell = rows.back().back();
    const char c = csv[i];
    const char next = i + 1 < csv.size() ? csv[i + 1] : '\0';
    if (quoted && c == '"' && next == '"')
      cell += '"', ++i;
    else if (c == '"' && (quoted || cell.empty()))
      quoted = !quoted;
    else if (!quoted && c == separator)
      rows.back().emplace_back();
    else if (!quoted && c == '\r' && next == '\n')
      rows.push_back({""}), ++i;
    else
      cell += c;
  }
  rows.pop_back();
  return rows;
}

Report with_title(const std::string& title) {
  Report report = testing::clean_report();
  report.verdicts.verdicts[0].check.title = title;
  return report;
}

std::string title_cell(const std::string& title) {
  return parsed(render_csv(with_title(title), {}), ',').at(1).at(1);
}

}  // namespace

TEST_CASE("the CSV report of the sample is the accepted one") {
  testing::check_golden("sample.csv", render_csv(testing::sample_report(), {}));
  testing::check_golden("empty.csv", render_csv(testing::empty_report(), {}));
}

TEST_CASE("every CSV row has the columns of the first, whatever the texts are") {
  for (unsigned seed = 0; seed < 5; ++seed) {
    const Report report = testing::HostileReport(seed).make();
    const std::vector<Row> rows = parsed(render_csv(report, {}), ',');
    CHECK(rows.size() == report.verdicts.verdicts.size() + 1);
    for (const Row& row : rows) CHECK(row.size() == rows[0].size());
  }
}

TEST_CASE("no CSV cell begins a formula, whichever sign a spreadsheet splits at") {
  const auto dangerous = [](const std::string& cell) {
    const std::string_view start = base::trimmed(cell);
    if (start.empty() || start.find_first_not_of("0123456789.") == std::string_view::npos) return false;
    return std::string_view("=+-@|%\t").find(start[0]) != std::string_view::npos;
  };
  for (const char separator : {',', ';'})
    for (unsigned seed = 0; seed < 5; ++seed)
      for (const Row& row : parsed(render_csv(testing::HostileReport(seed).make(), {}), separator))
        for (const std::string& cell : row) {
          INFO(cell);
          CHECK_FALSE(dangerous(cell));
        }
  CHECK(title_cell("=1+1") == "'=1+1");
  CHECK(title_cell("  @sum(a)") == "'@sum(a)");
  CHECK(title_cell("\"=1\"") == "'\"=1\"");
  CHECK(title_cell("a;=1+1;b") == "a;'=1+1;b");
  CHECK(title_cell("\uFF1D1") == "'\uFF1D1");
}

TEST_CASE("CSV keeps harmless texts as they are") {
  CHECK(title_cell("a, \"b\" and c = d") == "a, \"b\" and c = d");
  CHECK(title_cell("two\nlines") == "two lines");
}
