// SPDX-License-Identifier: Apache-2.0
#include "report/claims.h"

#include <catch2/catch.hpp>

#include "report/golden.h"
#include "report/schema_validator.h"

using namespace readiness;
using namespace readiness::report;
using testing::json;

namespace {

checks::Verdicts sample_verdicts() {
  checks::Verdicts out;
  const auto add = [&](std::string id, checks::Outcome outcome, std::vector<std::string> phrases) {
    checks::Verdict verdict{.outcome = outcome};
    verdict.check = {.id = std::move(id), .title = "A check of the samples", .phrases = std::move(phrases)};
    verdict.evidence = {{.path = "src/app.py", .line = 3}};
    out.verdicts.push_back(std::move(verdict));
  };
  add("api.rate-limit", checks::Outcome::pass, {"rate limiting"});
  add("backup.automated", checks::Outcome::fail, {"backups"});
  add("code.todo", checks::Outcome::fail, {"TODO comments"});
  out.verdicts.back().check.form = rulepack::Form::forbid;
  out.verdicts.back().findings = {{.path = "src/app.py", .line = 8}};
  out.verdicts.back().findings_total = 12;
  return out;
}

ClaimsReport sample(std::string_view text) {
  base::Result<roadmap::Roadmap> read = roadmap::read_roadmap(text, "plans/ROADMAP.md");
  REQUIRE(read.ok());
  const checks::Verdicts verdicts = sample_verdicts();
  const score::Scorecard card{.overall = {.weight = 100, .earned = 56, .counted = 3}};
  ClaimsReport out{.tool_version = "0.0.0", .as_of = "2026-01-02", .ruler = "0123456789abcdef"};
  out.roadmaps.push_back(
      roadmap::verify(std::move(*read), {verdicts, card, out.as_of}, roadmap::TreePaths({"docs/guide.md"})));
  return out;
}

constexpr std::string_view kText =
    "# Plan\n\n- [x] Backups\n- [ ] Rate limiting\n  - per route\n- [x] Rate limiting\n- ❌ No backups\n- [ ] "
    "Sell it\n"
    "- [x] Create `docs/<b>x|y</b>.md`\n- 🔄 Import \x1b[31m (40%)\n- ❌ 37 TODO "
    "comments\n\n**Overall production readiness**: 60% (up from 45%)\n";

}  // namespace

TEST_CASE("claims at a terminal: what does not hold is listed, the rest counted") {
  testing::check_golden("claims.txt", render_claims_terminal(sample(kText), {}));
  testing::check_golden("claims-verbose.txt", render_claims_terminal(sample(kText), {.verbose = true}));
}

TEST_CASE("claims as Markdown: a table for each group") {
  testing::check_golden("claims.md", render_claims_markdown(sample(kText), {}));
}

TEST_CASE("claims as a page: without its style and script as accepted, by the same policy as the audit's") {
  std::string page = render_claims_html(sample(kText), {});
  CHECK(page.find("default-src &#39;none&#39;") != std::string::npos);
  const auto without = [&](std::string_view from, std::string_view to) {
    const std::size_t begin = page.find(from) + from.size();
    page.erase(begin, page.find(to, begin) - begin);
  };
  without("<style>", "</style>"), without("<script>", "</script>"), without("Policy\" content=\"", "\"");
  testing::check_golden("claims.html", page);
}

TEST_CASE("claims as JSON are the accepted ones and valid by the published schema") {
  const std::string text = render_claims_json(sample(kText), {});
  testing::check_golden("claims.json", text);
  const testing::SchemaValidator schema(
      json::parse(testing::read_file(READINESS_ROOT "/docs/claims.schema.json")));
  CHECK(schema.problems(json::parse(text)) == std::vector<std::string>{});
  CHECK_FALSE(schema.problems(json::parse(R"({"schema": "readiness/claims@1"})")).empty());
}

TEST_CASE("a tick that nothing shows is false; a roadmap that lags is, when asked strictly") {
  CHECK(has_false_claims(sample("- [x] Backups\n")));
  ClaimsReport lagging = sample("- [ ] Rate limiting\n");
  CHECK_FALSE(has_false_claims(lagging));
  lagging.strict = true;
  CHECK(has_false_claims(lagging));
  lagging.roadmaps[0].ticked = {0};
  CHECK_FALSE(has_false_claims(lagging));
  CHECK_FALSE(has_false_claims(sample("- [x] Rate limiting\n- [ ] Sell it\n")));
  ClaimsReport another_number = sample("- ❌ 37 TODO comments\n");
  CHECK_FALSE(has_false_claims(another_number));
  another_number.strict = true;
  CHECK(has_false_claims(another_number));
}

TEST_CASE("nothing of a roadmap can command a terminal") {
  for (const ClaimsFormat& format : kClaimsFormats)
    CHECK(format.render(sample(kText), {.verbose = true}).find('\x1b') == std::string::npos);
}
