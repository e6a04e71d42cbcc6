// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "base/text.h"
#include "report/golden.h"
#include "report/hostile_report.h"
#include "report/sample_report.h"
#include "report/terminal/page.h"

using namespace readiness;
using namespace readiness::report;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  for (const std::string_view line : base::split(text, '\n')) out.emplace_back(line);
  REQUIRE(out.back().empty());
  out.pop_back();
  return out;
}

/// The text without our own inks, which are all of the form ESC [ digits ; m.
std::string without_ink(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b' && i + 1 < text.size() && text[i + 1] == '[') {
      const std::size_t end = text.find_first_not_of("0123456789;", i + 2);
      REQUIRE((end != std::string::npos && text[end] == 'm'));
      i = end;
    } else {
      out += text[i];
    }
  }
  return out;
}

bool is_inert(const std::string& text) {
  return base::is_valid_utf8(text) && base::joined(
                                          [&] {
                                            std::vector<std::string> shown;
                                            for (const std::string& line : lines_of(text))
                                              shown.push_back(base::printable(line));
                                            return shown;
                                          }(),
                                          "\n") +
                                              "\n" ==
                                          text;
}

/// Three hundred checks in twenty packs, nearly everything wrong everywhere.
Report huge_report() {
  Report report = testing::sample_report();
  report.verdicts.packs.clear();
  report.verdicts.verdicts.clear();
  for (int pack = 0; pack < 24; ++pack) {
    const std::string name = "pack" + std::to_string(pack);
    report.verdicts.packs.push_back(
        {name, "A category with a rather long title " + std::to_string(pack), "", "Somebody"});
    for (int i = 0; i < 13; ++i) {
      checks::Verdict verdict = testing::secrets_in_code();
      verdict.check.pack = name;
      verdict.check.id = name + ".check-" + std::to_string(i);
      verdict.check.title =
          "Something long that everybody should have had for years, number " + std::to_string(i);
      verdict.check.priority = static_cast<rulepack::Priority>(i % 4);
      verdict.check.effort = {.min_hours = 0.5, .max_hours = i % 5 == 0 ? 1.0 : 40.0};
      verdict.reason =
          "no evidence was found in 41,234 files of this repository; if you do it elsewhere, attest it";
      report.verdicts.verdicts.push_back(std::move(verdict));
    }
  }
  report.coverage.faults = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
  report.coverage.complete = false;
  testing::settle(report);
  return report;
}

}  // namespace

TEST_CASE("the terminal report of the sample is the accepted one at 60, 80 and 160 columns") {
  testing::check_golden("sample-60.txt", render_terminal(testing::sample_report(), {.width = 60}));
  testing::check_golden("sample-80.txt", render_terminal(testing::sample_report(), {.width = 80}));
  testing::check_golden("sample-160.txt", render_terminal(testing::sample_report(), {.width = 160}));
}

TEST_CASE("the verbose terminal report tells everything, and on demand how the score was computed") {
  testing::check_golden(
      "sample-verbose.txt",
      render_terminal(testing::sample_report(), {.width = 100, .verbose = true, .explain_score = true}));
}

TEST_CASE("a clean repository gets a short report, an empty one is asked about") {
  testing::check_golden("clean.txt", render_terminal(testing::clean_report(), {}));
  testing::check_golden("empty.txt", render_terminal(testing::empty_report(), {}));
}

TEST_CASE("colour only adds ink: the words are the same without it") {
  const Report report = testing::sample_report();
  const std::string plain = render_terminal(report, {});
  const std::string inked = render_terminal(report, {.colour = true});
  CHECK(plain.find('\x1b') == std::string::npos);
  CHECK(inked.find("\x1b[1;31m") != std::string::npos);
  CHECK(without_ink(inked) == plain);
}

TEST_CASE("no line is wider than the terminal, but for the closing one") {
  for (const Report& report : {testing::sample_report(), huge_report(), testing::clean_report()})
    for (const int width : {60, 80, 100, 131, 200}) {
      std::vector<std::string> lines = lines_of(render_terminal(report, {.width = width}));
      lines.pop_back();
      for (const std::string& line : lines) {
        INFO(line);
        CHECK(base::display_width(line) <= static_cast<std::size_t>(width));
      }
    }
}

TEST_CASE("widths beyond 60 and 200 columns are taken as these") {
  const Report report = testing::sample_report();
  CHECK(render_terminal(report, {.width = 0}) == render_terminal(report, {.width = 60}));
  CHECK(render_terminal(report, {.width = -5}) == render_terminal(report, {.width = 60}));
  CHECK(render_terminal(report, {.width = 9999}) == render_terminal(report, {.width = 200}));
}

TEST_CASE("a report is never longer than two screens unless everything is asked for") {
  CHECK(lines_of(render_terminal(huge_report(), {.width = 80})).size() <= 90);
  CHECK(lines_of(render_terminal(huge_report(), {.width = 160})).size() <= 90);
  CHECK(lines_of(render_terminal(testing::sample_report(), {.width = 80})).size() <= 90);
  CHECK(lines_of(render_terminal(huge_report(), {.width = 80, .verbose = true})).size() > 1000);
}

TEST_CASE("what was left out is counted, with the way to see it") {
  const std::string text = render_terminal(huge_report(), {.width = 80});
  CHECK(text.find("more, see --verbose or --format markdown") != std::string::npos);
  CHECK(render_terminal(huge_report(), {.width = 80, .verbose = true}).find("more, see --verbose") ==
        std::string::npos);
}

TEST_CASE("the last line counts what was audited and names the gate") {
  Report report = testing::sample_report();
  const auto last = [&] { return lines_of(render_terminal(report, {})).back(); };
  CHECK(last() ==
        "audited 412 files (3.5 MB), 20 rules; skipped 19 (17 binary, 1 too large, 1 vendored); 56 findings; "
        "gate: FAIL");
  report.gate.met = true;
  CHECK(last().ends_with("gate: pass"));
  report.coverage.complete = false;
  CHECK(last().ends_with("gate: INCOMPLETE"));
  report.coverage.complete = true;
  report.gate = {};
  CHECK(last().ends_with("gate: none"));
}

TEST_CASE("a status is a word, never an icon or a colour alone") {
  const std::string text = render_terminal(testing::sample_report(), {.verbose = true});
  for (const char* mark : {"✗ fail", "◐ partial", "✓ pass", "✓ attested", "○ waived", "– n/a", "? unknown"})
    CHECK(text.find(mark) != std::string::npos);
}

TEST_CASE("hostile texts cannot command the terminal and do not break the layout") {
  for (unsigned seed = 0; seed < 2; ++seed) {
    const Report report = testing::HostileReport(seed).make();
    for (const int width : {60, 200}) {
      const std::string plain = render_terminal(report, {.width = width});
      CHECK(is_inert(plain));
      CHECK(without_ink(render_terminal(report, {.width = width, .colour = true})) == plain);
      for (const std::string& line : lines_of(plain)) {
        INFO(line);
        if (line.find("gate:") == std::string::npos)
          CHECK(base::display_width(line) <= static_cast<std::size_t>(width));
      }
    }
    CHECK(is_inert(render_terminal(report, {.verbose = true, .explain_score = true})));
  }
}

TEST_CASE("text is cut and wrapped by columns, not by bytes") {
  using terminal::clipped;
  using terminal::wrapped;
  using Rows = std::vector<std::string>;
  CHECK(clipped("abc", 3) == "abc");
  CHECK(clipped("abcd", 3) == "ab…");
  CHECK(clipped("日本語", 4) == "日…");
  CHECK(clipped("ab", 0) == "");
  CHECK(terminal::clipped_left("src/app.py:12", 20) == "src/app.py:12");
  CHECK(terminal::clipped_left("src/app.py:12", 10) == "…app.py:12");
  CHECK(terminal::clipped_left("日本語", 4) == "…語");
  CHECK(terminal::clipped_left("ab", 0) == "");
  CHECK(clipped("a\nb", 10) == "a\\x0ab");
  CHECK(wrapped("one two three four", 9, 9) == Rows{"one two", "three", "four"});
  CHECK(wrapped("one two three four", 9, 2) == Rows{"one two", "three fo…"});
  CHECK(wrapped("abcdefghijklmnop q", 8, 9) == Rows{"abcdefgh", "ijklmnop", "q"});
  CHECK(wrapped("a\nb", 8, 9) == Rows{"a b"});
  CHECK(wrapped("", 8, 9).empty());
  CHECK(wrapped("日本語日本語", 8, 9) == Rows{"日本語日", "本語"});
}
