// SPDX-License-Identifier: Apache-2.0
// What the page is made of; what it does in a browser is asked in tests/html_browser_test.py.
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <utility>

#include "base/text.h"
#include "report/golden.h"
#include "report/hostile_report.h"
#include "report/html/assets.h"
#include "report/html/charts.h"
#include "report/html/sections.h"
#include "report/sample_report.h"

using namespace readiness;
using namespace readiness::report;

namespace {

std::string page_of(const Report& report) { return render_html(report, {}); }

/// The style and the script are our own files and stay out of goldens and searches.
std::string without_assets(std::string page) {
  for (const std::string_view asset : {html::page_style(), html::page_script()}) {
    const std::size_t at = page.find(asset);
    REQUIRE(at != std::string::npos);
    page.erase(at, asset.size());
  }
  for (const std::string_view hash : {html::page_style_hash(), html::page_script_hash()}) {
    const std::size_t at = page.find(hash);
    REQUIRE(at != std::string::npos);
    page.replace(at, hash.size(), "…");
  }
  return page;
}

std::set<std::string> values(const std::string& page, const std::string& attribute) {
  std::set<std::string> out;
  const std::string opening = " " + attribute + "=\"";
  for (std::size_t at = 0; (at = page.find(opening, at)) != std::string::npos;) {
    at += opening.size();
    out.insert(page.substr(at, page.find('"', at) - at));
  }
  return out;
}

/// "<p", "class": all names that stand inside of tags, outside of values.
std::set<std::string> tags_and_attributes(const std::string& page) {
  std::set<std::string> out;
  std::string name;
  bool inside = false;
  bool quoted = false;
  for (const char c : page) {
    if (inside && c == '"') quoted = !quoted;
    const bool part =
        inside && !quoted && c != '"' && c != '=' && c != ' ' && c != '/' && c != '>' && c != '\n';
    if (!part && !name.empty()) out.insert(std::exchange(name, {}));
    if (part || (c == '<' && !quoted)) name += c;
    if (!quoted && (c == '<' || c == '>')) inside = c == '<';
  }
  return out;
}

/// Tags of the page with their attributes' values blanked; problems when something is not closed in order.
std::vector<std::string> nesting_problems(const std::string& page) {
  static const std::set<std::string> kVoid{"meta", "link", "input", "!doctype"};
  std::vector<std::string> open;
  std::vector<std::string> problems;
  for (std::size_t at = 0; (at = page.find('<', at)) != std::string::npos;) {
    const std::size_t end = page.find('>', at);
    const std::string tag = page.substr(at + 1, end - at - 1);
    at = end;
    const bool closes = tag.starts_with('/');
    const std::string name = tag.substr(closes ? 1 : 0, tag.find_first_of(" /", 1) - (closes ? 1 : 0));
    if (closes && (open.empty() || open.back() != tag.substr(1)))
      problems.push_back("</" + tag.substr(1) + "> closes " + (open.empty() ? "nothing" : open.back()));
    if (closes && !open.empty()) open.pop_back();
    if (!closes && !tag.ends_with('/') && kVoid.count(name) == 0) open.push_back(name);
  }
  for (const std::string& name : open) problems.push_back(name + " is not closed");
  return problems;
}

}  // namespace

TEST_CASE("the HTML report of the sample is the accepted one") {
  testing::check_golden("sample.html", without_assets(page_of(testing::sample_report())));
  testing::check_golden("clean.html", without_assets(page_of(testing::clean_report())));
  testing::check_golden("empty.html", without_assets(page_of(testing::empty_report())));
}

TEST_CASE("an HTML report names nothing that a browser would load") {
  for (const Report& report : {testing::sample_report(), testing::HostileReport(1).make()}) {
    const std::string page = without_assets(page_of(report));
    for (const char* loading :
         {"src", "srcset", "action", "formaction", "style", "background", "poster", "data"})
      CHECK(values(page, loading).empty());
    for (const std::string& target : values(page, "href")) {
      INFO(target);
      CHECK((target.starts_with("#") || target.starts_with("https://") || target == "data:,"));
    }
  }
  for (const std::string_view asset : {html::page_style(), html::page_script()}) {
    CHECK(asset.find("http") == std::string_view::npos);
    CHECK(asset.find("url(") == std::string_view::npos);
    CHECK(asset.find("@import") == std::string_view::npos);
    CHECK(asset.find("</") == std::string_view::npos);
    CHECK(asset.find("innerHTML") == std::string_view::npos);
  }
}

TEST_CASE("the page's policy admits its own style and script by hash, and nothing else") {
  const std::string page = page_of(testing::sample_report());
  const std::string policy = page.substr(page.find("default-src"),
                                         page.find('>', page.find("default-src")) - page.find("default-src"));
  CHECK(policy.starts_with("default-src &#39;none&#39;; style-src &#39;sha256-"));
  CHECK(policy.find("unsafe") == std::string::npos);
  CHECK(html::page_style_hash().size() == 44);
  CHECK(html::page_script_hash().size() == 44);
  CHECK(page.find("<style>" + std::string(html::page_style()) + "</style>") != std::string::npos);
  CHECK(page.find("<script>" + std::string(html::page_script()) + "</script>") != std::string::npos);
}

TEST_CASE("hostile texts leave no tag, attribute or control character of theirs in a page") {
  const std::set<std::string> known = tags_and_attributes(without_assets(page_of(testing::sample_report())));
  for (const std::string& name : known) CHECK_FALSE(name.starts_with("on"));
  for (unsigned seed = 0; seed < 5; ++seed) {
    const std::string page = without_assets(page_of(testing::HostileReport(seed).make()));
    CHECK(base::is_valid_utf8(page));
    CHECK(nesting_problems(page).empty());
    for (const std::string& name : tags_and_attributes(page)) {
      INFO(name);
      CHECK(known.count(name) == 1);
    }
    for (const std::string_view line : base::split(page, '\n')) CHECK(base::printable(line) == line);
  }
}

TEST_CASE("tags are closed in order in pages of every size") {
  for (const Report& report : {testing::sample_report(), testing::clean_report(), testing::empty_report()})
    CHECK(nesting_problems(without_assets(page_of(report))) == std::vector<std::string>{});
}

TEST_CASE("links inside a page lead to something on it, and ids are unique") {
  const std::string page = without_assets(page_of(testing::sample_report()));
  const std::set<std::string> ids = values(page, "id");
  std::size_t written = 0;
  for (std::size_t at = 0; (at = page.find(" id=\"", at)) != std::string::npos; ++at) ++written;
  CHECK(ids.size() == written);
  for (const std::string& target : values(page, "href"))
    if (target.starts_with("#")) {
      INFO(target);
      CHECK(ids.count(target.substr(1)) == 1);
    }
}

TEST_CASE("every check is on the page once, with what the filter asks") {
  const Report report = testing::sample_report();
  const std::string page = page_of(report);
  for (const checks::Verdict& verdict : report.verdicts.verdicts) {
    const std::string opening = "<details class=\"check\" id=\"" + verdict.check.id + "\" data-verdict=\"" +
                                std::string(html::kind_of(verdict)) + "\" data-priority=\"" +
                                std::string(checks::name_of(verdict.check.priority)) + "\" data-category=\"" +
                                verdict.check.pack + "\"";
    INFO(verdict.check.id);
    CHECK(page.find(opening) != std::string::npos);
    CHECK(page.find(opening) == page.rfind(opening));
  }
}

TEST_CASE("a page shows what changed and the trend when the report has them, and nothing of it otherwise") {
  Report report = testing::sample_report();
  CHECK(html::changes(report).empty());
  CHECK(html::trend(report).empty());
  report.delta = delta::Delta{
      .before = {.name = "origin/<main>", .date = "2026-10-01", .score = 45, .raw = 45.2, .scored = true},
      .after = {.name = "work tree", .score = 47, .raw = 47.4, .scored = true},
      .changes = {{.id = "secrets.in-code",
                   .title = "No credentials",
                   .before = checks::Outcome::pass,
                   .after = checks::Outcome::fail,
                   .turn = delta::Turn::regressed,
                   .points = -14.4,
                   .new_findings = 3},
                  {.id = "docs.gone",
                   .title = "Gone",
                   .before = checks::Outcome::pass,
                   .turn = delta::Turn::gone,
                   .cause = delta::Cause::rules}},
      .points = {0.5, 0, 0, 1.7},
      .notes = {"the rules `differ`"}};
  report.trend =
      delta::Trend{.every = "month",
                   .samples = {{.date = "2026-09-01", .time = 0, .score = 40, .raw = 40.5, .scored = true},
                               {.date = "2026-10-01", .time = 30, .score = 45, .raw = 45.2, .scored = true},
                               {.date = "2026-10-15", .time = 45, .scored = false},
                               {.date = "2026-11-21", .time = 90, .score = 47, .raw = 47.4, .scored = true}},
                   .movers = {{.commit = "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
                               .date = "2026-10-01",
                               .before = 40,
                               .after = 45,
                               .points = 4.7,
                               .changes = report.delta->changes}}};
  testing::check_golden("over-time.html", html::changes(report).str() + html::trend(report).str());
  const std::string page = without_assets(page_of(report));
  CHECK(page.find("47 % production ready</strong> (up from 45 %), grade F, target 80 %") != std::string::npos);
  CHECK(nesting_problems(page) == std::vector<std::string>{});
  report.trend->samples.resize(1);
  CHECK(html::trend(report).empty());
}

TEST_CASE("prose keeps its blanks around code") {
  CHECK(html::prose("run `a<b` now").str() == "run <code>a&lt;b</code> now");
  CHECK(html::prose("`a` and `b`").str() == "<code>a</code> and <code>b</code>");
  CHECK(html::prose("one ` alone").str() == "one ` alone");
}

TEST_CASE("charts stay inside their box and draw nothing for nothing") {
  CHECK(html::bar(0, {}, "poor").str().find("class=\"fill\"") == std::string::npos);
  CHECK(html::ring(0, {}, "poor", "Score 0").str().find("class=\"fill\"") == std::string::npos);
  CHECK(html::step(90, 70, {}).str().find("class=\"gain\"") == std::string::npos);
  CHECK(html::stack({{"fail", 0}, {"pass", 4}}, "x").str().find("width=\"100\"") != std::string::npos);
  CHECK(html::line({{0, 10}, {1, 90}}, 80, "x").str().find("M0.00 90.00L100.00 10.00V100H0Z") !=
        std::string::npos);
  CHECK(html::tone_of(80, {}) == "good");
  CHECK(html::tone_of(44, 90) == "poor");
  CHECK(html::tone_of(45, 90) == "fair");
}
