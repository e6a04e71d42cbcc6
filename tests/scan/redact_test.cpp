// SPDX-License-Identifier: Apache-2.0
// No byte run of a secret leaves the scanner: not in captures, not in excerpts, not in those of other
// patterns.
#include "scan/redact.h"

#include <catch2/catch.hpp>
#include <string>

#include "scan/scan_fixture.h"

using namespace readiness;
using scan_test::hits_of;

namespace {

const std::string kSecret = "ghp_hT7vQz19LmWxR4pK8sNd";

std::string everything_in(const std::vector<scan::Hit>& hits) {
  std::string out;
  for (const scan::Hit& hit : hits) {
    out += hit.excerpt + '\n';
    for (const auto& [name, value] : hit.captures) out += name + '=' + value + '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("a secret shows at most its public prefix") {
  CHECK(scan::mask_of(kSecret) == "ghp_…");
  CHECK(scan::mask_of("ghp_short") == "…");
  CHECK(scan::mask_of("hT7vQz19LmWxR4pK8sNd") == "…");
  CHECK(scan::mask_of("") == "…");
}

TEST_CASE("the secret capture is masked in captures and excerpt") {
  const auto hits = hits_of({{.regex = "token = (?<key>\\w+)", .filters = scan::Filters{.secret = "key"}}},
                            "  token = " + kSecret + "; end");
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].excerpt == "token = ghp_…; end");
  CHECK(hits[0].captures == std::vector<std::pair<std::string, std::string>>{{"key", "ghp_…"}});
}

TEST_CASE("other groups and other patterns do not give it away") {
  const auto hits = hits_of({{.regex = "token = (?<all>(?<key>\\w+)!)", .filters = scan::Filters{.secret = "key"}},
                             {.regex = "token = (?<half>ghp_\\w{8})"},
                             {.regex = "# see (?<where>.*)"}},
                            "token = " + kSecret + "!  # see " + kSecret + "\n# see x" + kSecret + "x");
  REQUIRE(hits.size() == 4);
  const std::string shown = everything_in(hits);
  INFO(shown);
  for (std::size_t i = 4; i + 4 <= kSecret.size(); ++i)
    CHECK(shown.find(kSecret.substr(i, 4)) == std::string::npos);
}

TEST_CASE("hits beyond the limit are masked as well") {
  std::string text;
  for (int i = 0; i < 1001; ++i) text += "key:abcdefgh\n";
  text += "key:q8Wz5Tn2Lp mark";
  const auto hits =
      hits_of({{.regex = "key:(?<key>\\w+)", .filters = scan::Filters{.secret = "key"}}, {.regex = "key:q.* mark"}}, text);
  CHECK(hits.back().excerpt == "key:… mark");
}

TEST_CASE("a secret at the edge of an excerpt is masked, not cut") {
  for (std::size_t before = 60; before < 300; before += 7) {
    const std::string text = "MARKER" + std::string(before, '.') + kSecret + std::string(300, '.');
    const auto hits =
        hits_of({{.regex = "MARKER"}, {.regex = "(?<key>ghp_\\w+)", .filters = scan::Filters{.secret = "key"}}}, text);
    const std::string shown = everything_in(hits);
    for (std::size_t i = 4; i + 4 <= kSecret.size(); ++i)
      REQUIRE(shown.find(kSecret.substr(i, 4)) == std::string::npos);
  }
}

TEST_CASE("a secret over several lines is masked on each") {
  const auto hits =
      hits_of({{.regex = "BEGIN(?<key>[^-]+)", .filters = scan::Filters{.secret = "key"}}, {.regex = "second.*"}},
              "BEGIN first\nsecond line\nthird-");
  REQUIRE(hits.size() == 2);
  CHECK(hits[0].excerpt == "BEGIN…");
  CHECK(hits[1].excerpt == "…");
}

TEST_CASE("an excerpt is one line of at most 240 bytes of valid UTF-8 around the match") {
  scan::Secrets none;
  std::string text;
  for (int i = 0; i < 400; ++i) text += "ä";
  none.seal(text);
  for (std::uint32_t at = 0; at < text.size(); at += 37) {
    const std::string shown = scan::excerpt_of(text, at, none);
    CHECK(shown.size() <= 240);
    CHECK(shown.find("\xEF\xBF\xBD") == std::string::npos);
  }
  const auto hits =
      hits_of({{.regex = "needle"}}, std::string(500, 'a') + " needle " + std::string(500, 'b') + "\nnext");
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].excerpt.size() == 240);
  CHECK(hits[0].excerpt.find(" needle ") != std::string::npos);
  CHECK(hits_of({{.regex = "needle"}}, "a\r needle \r\nb")[0].excerpt == "needle");
  CHECK(hits_of({{.regex = "needle"}}, "needle\xFFx")[0].excerpt == "needle\xEF\xBF\xBDx");
}
