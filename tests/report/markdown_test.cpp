// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "base/text.h"
#include "report/golden.h"
#include "report/hostile_report.h"
#include "report/markdown/text.h"
#include "report/sample_report.h"

using namespace readiness;
using namespace readiness::report;
using markdown::cell_code;
using markdown::code;
using markdown::link;
using markdown::prose;
using markdown::text;

namespace {

std::size_t run_at(std::string_view line, std::size_t at) {
  return line.find_first_not_of('`', at) == std::string_view::npos ? line.size() - at
                                                                   : line.find_first_not_of('`', at) - at;
}

/// A line without its code spans (CommonMark 6.1) and without what a backslash escapes: what is left is live.
std::string live_part(std::string_view line) {
  std::string out;
  for (std::size_t i = 0; i < line.size();) {
    if (line[i] == '\\' && i + 1 < line.size()) {
      out += "e", i += 2;
      continue;
    }
    if (line[i] != '`') {
      out += line[i++];
      continue;
    }
    const std::size_t fence = run_at(line, i);
    std::size_t close = i + fence;
    while ((close = line.find('`', close)) != std::string_view::npos && run_at(line, close) != fence)
      close += run_at(line, close);
    REQUIRE(close != std::string_view::npos);  // nothing that we write leaves a fence open
    out += "C", i = close + fence;
  }
  return out;
}

std::string without_our_html(std::string line) {
  const auto drop = [&](std::string_view begin, std::string_view end) {
    for (std::size_t at; (at = line.find(begin)) != std::string::npos;) {
      const std::size_t close = line.find(end, at);
      REQUIRE(close != std::string::npos);
      line.erase(at, close + end.size() - at);
    }
  };
  drop("<!-- readiness:check=", " -->");
  drop("<https://", ">");
  drop("<details><summary>", "</summary>");
  drop("</details", ">");
  return line;
}

}  // namespace

TEST_CASE("what if: the question stands in every format that plans") {
  const Report report = testing::what_if_report();
  const std::string markdown = render_markdown(report, {});
  const std::size_t begin = markdown.find("## 💡 What if");
  REQUIRE(begin != std::string::npos);
  testing::check_golden("what-if.md", markdown.substr(begin, markdown.find("\n## ", begin + 1) - begin));
  CHECK(render_terminal(report, {}).find(" more passing: ") != std::string::npos);
  CHECK(render_markdown(testing::sample_report(), {}).find("What if") == std::string::npos);
}

TEST_CASE("lines to copy cannot close their fence or command a runner") {
  Report report = testing::sample_report();
  for (checks::Verdict& verdict : report.verdicts.verdicts) {
    verdict.check.snippet = "a\n```\n````\n# heading\n\x1b[31m ##[error]";
    verdict.check.snippet_language = "sh onload=x";
  }
  const std::string markdown = render_markdown(report, {});
  CHECK(markdown.find("\n`````\na\n") != std::string::npos);
  CHECK(markdown.find("##[error]") == std::string::npos);
  CHECK(markdown.find('\x1b') == std::string::npos);
}

TEST_CASE("the roadmap of the sample is the accepted one") {
  testing::check_golden("sample.md", render_markdown(testing::sample_report(), {}));
  testing::check_golden("sample-explained.md",
                        render_markdown(testing::sample_report(), {.verbose = true, .explain_score = true}));
}

TEST_CASE("a clean repository and an empty one have short roadmaps") {
  testing::check_golden("clean.md", render_markdown(testing::clean_report(), {}));
  testing::check_golden("empty.md", render_markdown(testing::empty_report(), {}));
}

TEST_CASE("plain text shows as itself") {
  CHECK(text("a_b*c`d`[e](f)|~$\\").str() == "a\\_b\\*c\\`d\\`\\[e\\](f)\\|\\~\\$\\\\");
  CHECK(text("<b>&amp;</b>").str() == "&lt;b&gt;&amp;amp;&lt;/b&gt;");
  CHECK(text("two\nlines\t").str() == "two lines");
  CHECK(text("esc\x1b[0m").str() == "esc\\\\x1b\\[0m");
}

TEST_CASE("nothing in a text becomes a link, a mention, a reference or a command") {
  CHECK(text("see https://x.y and www.x.y").str() == "see https:\\/\\/x.y and www\\.x.y");
  CHECK(text("@team #12 a@b.c # 1 @ x").str() == "@\u2060team #\u206012 a@\u2060b.c # 1 @ x");
  CHECK(text("::error::x").str() == "\\::error\\::x");
  CHECK(code("##[group]x ##vso[task]").str() == "`#\\x23[group]x #\\x23vso[task]`");
}

TEST_CASE("code between backticks stays code, and an odd backtick is one") {
  CHECK(prose("run `make -j` now").str() == "run `make -j` now");
  CHECK(prose("a `b` c` d").str() == "a `b` c\\` d");
  CHECK(prose("`<b>` & <b>").str() == "`<b>` &amp; &lt;b&gt;");
  CHECK(prose("x `a|b` y").str() == "x a\\|b y");
}

TEST_CASE("a code span cannot be closed by what it holds") {
  CHECK(code("a`b").str() == "``a`b``");
  CHECK(code("`").str() == "`` ` ``");
  CHECK(code("a``b`c").str() == "```a``b`c```");
  CHECK(code("").str() == "");
  CHECK(code("a\nb").str() == "`a\\x0ab`");
  CHECK(code(std::string(500, 'x')).str().size() == 240 + 2 + 3);
  CHECK(cell_code("a|b").str() == "a\\|b");
}

TEST_CASE("only https addresses made of address characters become links") {
  CHECK(link("https://a.example/b?c=d#e").str() == "<https://a.example/b?c=d#e>");
  CHECK(link("javascript:alert(1)").str() == "`javascript:alert(1)`");
  CHECK(link("https://a>b").str() == "`https://a>b`");
  CHECK(link("https://a b").str() == "`https://a b`");
  CHECK(link("http://a.example").str() == "`http://a.example`");
}

TEST_CASE("a line that would begin a block is kept from it") {
  const auto bullet = [](std::string_view raw) {
    markdown::Document document;
    document.bullet(text(raw));
    return document.str();
  };
  CHECK(bullet("# x") == "- \\# x\n");
  CHECK(bullet("- x") == "- \\- x\n");
  CHECK(bullet("12. x") == "- 12\\. x\n");
  CHECK(bullet("1) x") == "- 1\\) x\n");
  CHECK(bullet("---") == "- \\---\n");
  CHECK(bullet("0.1.0 is out") == "- 0.1.0 is out\n");
  CHECK(bullet("-v is a flag") == "- -v is a flag\n");
  CHECK(bullet("[ ] x") == "- \\[ \\] x\n");
}

TEST_CASE("hostile texts leave no live HTML, link, image, table cell or control character in a roadmap") {
  for (unsigned seed = 0; seed < 3; ++seed) {
    const std::string out =
        render_markdown(testing::HostileReport(seed).make(), {.verbose = true, .explain_score = true});
    CHECK(base::is_valid_utf8(out));
    std::size_t columns = 0;
    std::string fence;  // of the code block (CommonMark 4.5) that the line is in
    for (const std::string_view line : base::split(out, '\n')) {
      INFO(line);
      CHECK(base::printable(line) == line);
      if (!fence.empty() || line.starts_with("```")) {
        if (fence.empty())
          fence = line.substr(0, run_at(line, 0));
        else if (line == fence)
          fence.clear();
        continue;
      }
      const std::string live = without_our_html(live_part(line));
      CHECK(live.find_first_of("<>") == std::string::npos);
      CHECK(live.find("](") == std::string::npos);
      CHECK(live.find("://") == std::string::npos);
      const auto pipes = static_cast<std::size_t>(std::count(live.begin(), live.end(), '|'));
      if (!live.starts_with("|")) {
        CHECK(pipes == 0);
        columns = 0;
      } else {
        if (columns == 0) columns = pipes;
        CHECK(pipes == columns);
      }
    }
    CHECK(fence.empty());
  }
}

TEST_CASE("every format ends in a line break and none fails on hostile texts") {
  const Report report = testing::HostileReport(99).make();
  for (const Format& format : formats())
    for (const bool verbose : {false, true}) {
      const std::string out = format.render(report, {.verbose = verbose, .explain_score = verbose});
      CHECK(out.ends_with("\n"));
      CHECK(out == format.render(report, {.verbose = verbose, .explain_score = verbose}));
    }
}

TEST_CASE("what a team says about its roadmap stands beside what was measured") {
  Report report = testing::sample_report();
  report.as_of = "2026-11-20";
  report.plan.own_words = {.title = "Shop: the way to production",
                      .subtitle = "What is left before going live",
                      .stage = "Pre-production",
                      .focus = "Critical blockers for production deployment",
                      .owner = "Engineering lead",
                      .review = "weekly",
                      .deadlines = {"before the first customer", "within 2 weeks", "", "nice to have"},
                      .targets = {{"db", 95}},
                      .success = {"p95 of `/checkout` below 300 ms"},
                      .questions = {"What is the deployment target?"},
                      .notes = {"Start small: phase 1 first"},
                      .risks = {{"API keys arrive late", "ask the vendor now"}}};
  testing::check_golden("own-words.md", render_markdown(report, {}));
}
