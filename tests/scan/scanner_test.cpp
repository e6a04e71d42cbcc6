// SPDX-License-Identifier: Apache-2.0
// What a scan of one text hands back, through the public face only; both engines must say the same.
#include "scan/scanner.h"

#include <catch2/catch.hpp>
#include <string>
#include <thread>

#include "scan/scan_fixture.h"
#include "scan/subset.h"

using namespace readiness;
using scan_test::hits_of;
using scan_test::scan_with;
using scan_test::spans_of;

namespace {

using Spans = std::vector<scan_test::FoundSpan>;

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("leftmost matches are found one after the other and never overlap") {
  CHECK(spans_of({"abcd[a-d]*"}, "xabcdabcd abcd") == Spans{{0, 1, 9}, {0, 10, 14}});
  CHECK(spans_of({"aXXXa"}, "aXXXaXXXaXXXa") == Spans{{0, 0, 5}, {0, 8, 13}});
}

TEST_CASE("a later run may belong to an earlier match") {
  // The first run that stands in the text is the second alternative's, the leftmost match is the first one's.
  CHECK(spans_of({"q[^;]*zyxw|vutsr"}, "..q..vutsr..zyxw;vutsr") == Spans{{0, 2, 16}, {0, 17, 22}});
}

TEST_CASE("hits are ordered by place, then by pattern") {
  CHECK(spans_of({"late-word", "early-word", "early"}, "early-word late-word") ==
        Spans{{1, 0, 10}, {2, 0, 5}, {0, 11, 20}});
}

TEST_CASE("runs are found at every offset, at both ends of the text and across blocks") {
  for (std::size_t before = 0; before < 40; ++before) {
    const std::string text = std::string(before, ' ') + "abc" + std::string(before % 3, ' ') + "wxyz";
    const auto begin = static_cast<std::uint32_t>(before);
    const auto second = static_cast<std::uint32_t>(before + 3 + before % 3);
    CHECK(spans_of({"abc", "wxyz"}, text) == Spans{{0, begin, begin + 3}, {1, second, second + 4}});
  }
  const std::string far = std::string(4095, '-') + "needle" + std::string(4090, '-') + "needle";
  CHECK(spans_of({"needle"}, far) == Spans{{0, 4095, 4101}, {0, 8191, 8197}});
}

TEST_CASE("what stands behind the text is no part of it") {
  auto set = scan::PatternSet::compile({{.regex = "needle"}, {.regex = "abc(?!d)"}});
  REQUIRE(set.ok());
  scan::Scanner scanner(*set);
  const std::string bytes = "x abcd needle" + std::string(64, 'e');
  std::vector<scan::Hit> hits;
  const base::RegionMap regions;
  scanner.scan(
      std::string_view(bytes).substr(0, 5), [](scan::PatternId) { return true; },
      [&]() -> const base::RegionMap& { return regions; }, hits);
  CHECK(spans_of(hits) == Spans{{1, 2, 5}});
}

TEST_CASE("a subset of the patterns finds what all of them find, before and after it has grams of its own") {
  auto set = scan::PatternSet::compile(
      {{.regex = "needle"}, {.regex = "abc"}, {.regex = "(?i)nee[a-z]le"}, {.regex = "[0-9]+x"}});
  REQUIRE(set.ok());
  scan::Scanner scanner(*set);
  const std::vector<scan::PatternId> subset{0, 2, 3};
  const scan::Eligible eligible =
      scan::EligibleOfSubset{.asks = [](scan::PatternId id) { return id != 1; }, .subset = &subset};
  const base::RegionMap regions;
  const std::string text = std::string(30'001, '-') + "Needle abc needle 12x";
  for (int round = 0; round < 5; ++round) {
    const std::string bytes = text + std::string(64, '\0');
    std::vector<scan::Hit> hits;
    scanner.scan(
        std::string_view(bytes).substr(0, text.size()), eligible,
        [&]() -> const base::RegionMap& { return regions; }, hits);
    CHECK(spans_of(hits) ==
          Spans{{2, 30001, 30007}, {0, 30012, 30018}, {2, 30012, 30018}, {3, 30019, 30022}});
  }
}

TEST_CASE("look-behind, anchors and word borders see what stands before a window") {
  CHECK(spans_of({"(?<!\\w)todo\\b"}, "todo atodo todos todo") == Spans{{0, 0, 4}, {0, 17, 21}});
  CHECK(spans_of({"(?m)^import x$"}, "import x\r\n import x\nimport x") == Spans{{0, 0, 8}, {0, 20, 28}});
  CHECK(spans_of({"\\Aabcd", "abcd\\z", "^abcd"}, "abcd abcd") == Spans{{0, 0, 4}, {2, 0, 4}, {1, 5, 9}});
}

TEST_CASE("ignoring case folds ASCII letters and nothing else") {
  CHECK(spans_of({"(?i)task"}, "TaSk ta\xC5\xBFk tas\xE2\x84\xAA") == Spans{{0, 0, 4}});
}

TEST_CASE("one broken byte hides nothing but itself") {
  CHECK(spans_of({"abcd", "a.cd"},
                 "\xFF"
                 "abcd a\xFF"
                 "cd a\xC3\xA9"
                 "cd") == Spans{{0, 1, 5}, {1, 1, 5}, {1, 11, 16}});
}

TEST_CASE("an empty text has no hits") { CHECK(hits_of({{.regex = "abcd"}}, "").empty()); }

TEST_CASE("a pattern without a run of three is slow, is named, and still works") {
  auto set = scan::PatternSet::compile({{.regex = "abcd"}, {.regex = "a\\d"}});
  REQUIRE(set.ok());
  REQUIRE(set->slow().size() == 1);
  CHECK(set->slow()[0].pattern == 1);
  CHECK(set->slow()[0].reason == "not every alternative has a run of three fixed characters");
  CHECK(spans_of({"abcd", "a\\d"}, "a1 abcd a2") == Spans{{1, 0, 2}, {0, 3, 7}, {1, 8, 10}});
}

TEST_CASE("a hit says line and column, shows its line trimmed, and hands out named groups") {
  const auto hits =
      hits_of({{.regex = "price=(?<amount>[0-9]+)(?<unit>kg)?"}}, "first\n   price=42 each\r\nlast");
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].mark == base::Mark{2, 4});
  CHECK(hits[0].excerpt == "price=42 each");
  CHECK(hits[0].captures == std::vector<std::pair<std::string, std::string>>{{"amount", "42"}});
}

TEST_CASE("captures are cut at 200 bytes and at a character") {
  const auto hits = hits_of({{.regex = "name=(?<name>\\S+)"}}, "name=" + repeated("é", 150));
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].captures[0].second == repeated("é", 100));
}

TEST_CASE("only matches that begin in the wanted region are kept, and regions are asked for once") {
  const base::RegionMap regions{
      {{10, base::Region::code}, {20, base::Region::comment}, {40, base::Region::code}}};
  const std::vector<scan::PatternSpec> specs{{.regex = "TODO", .region = base::Region::comment},
                                             {.regex = "TODO", .region = base::Region::code},
                                             {.regex = "TODO"}};
  const std::string text = "a TODO in code TODO in comment, TODO";
  CHECK(spans_of(hits_of(specs, text, regions)) ==
        Spans{{1, 2, 6}, {2, 2, 6}, {0, 15, 19}, {2, 15, 19}, {1, 32, 36}, {2, 32, 36}});
}

TEST_CASE("a match outside the region still takes its bytes") {
  const base::RegionMap regions{{{4, base::Region::code}, {40, base::Region::comment}}};
  CHECK(hits_of({{.regex = "abXXab", .region = base::Region::comment}}, "--abXXabXXab", regions).empty());
}

TEST_CASE("a pattern is asked about once, only when it may match, and is left out when told so") {
  auto set = scan::PatternSet::compile({{.regex = "needle"}, {.regex = "thread"}, {.regex = "cotton"}});
  REQUIRE(set.ok());
  scan::Scanner scanner(*set);
  std::vector<scan::PatternId> asked;
  std::vector<scan::Hit> hits;
  const std::string text = scan_test::padded("needle needle thread needle");
  scanner.scan(
      std::string_view(text).substr(0, 27),
      [&](scan::PatternId id) {
        asked.push_back(id);
        return id != 0;
      },
      []() -> const base::RegionMap& { throw std::logic_error("nobody needs regions"); }, hits);
  CHECK(asked == std::vector<scan::PatternId>{0, 1});
  CHECK(spans_of(hits) == Spans{{1, 14, 20}});
}

TEST_CASE("a text keeps 1000 hits a pattern and counts the others") {
  const auto result =
      scan_with(scan::Engine::fast, {{.regex = "abcd"}, {.regex = "cdab"}}, repeated("abcd", 1005));
  CHECK(result.hits.size() == 2000);
  CHECK(result.outcome.hits_dropped == 9);
}

TEST_CASE("a match reaches at least 8 KiB, and both engines cut at the same place") {
  const auto text = [](std::size_t gap) { return "begin" + std::string(gap, '.') + "finish"; };
  CHECK(spans_of({"begin[^z]*finish"}, text(8000)) == Spans{{0, 0, 8011}});
  CHECK(spans_of({"begin[^z]*finish"}, text(16 * 1024 - 11)) == Spans{{0, 0, 16 * 1024}});
  CHECK(spans_of({"begin[^z]*finish"}, text(16 * 1024 - 10)).empty());
  CHECK(spans_of({"(?s)begin.*?finish"}, "begin" + text(20000)).size() == 0);
}

TEST_CASE("a scanner is as good as new after every text") {
  auto set = scan::PatternSet::compile(
      {{.regex = "needle", .filters = scan::Filters{.distinct = {}}}, {.regex = "(?<w>th)read"}});
  REQUIRE(set.ok());
  scan::Scanner scanner(*set);
  const base::RegionMap regions;
  for (int i = 0; i < 3; ++i) {
    for (const std::string& text :
         {std::string("a needle"), std::string(), std::string("thread needle thread")}) {
      const std::string bytes = scan_test::padded(text);
      std::vector<scan::Hit> hits;
      scanner.scan(
          std::string_view(bytes).substr(0, text.size()), [](scan::PatternId) { return true; },
          [&]() -> const base::RegionMap& { return regions; }, hits);
      CHECK(hits.size() == (text.empty() ? 0 : text[0] == 'a' ? 1 : 3));
    }
  }
}

TEST_CASE("threads share one set of patterns") {
  std::vector<scan::PatternSpec> specs;
  for (int i = 0; i < 40; ++i) specs.push_back({.regex = "word" + std::to_string(i) + "\\b[^\\n]*"});
  auto set = scan::PatternSet::compile(specs);
  REQUIRE(set.ok());
  std::string text;
  for (int i = 0; i < 40; ++i) text += "word" + std::to_string(i) + "\n";
  const std::string bytes = scan_test::padded(text);
  std::vector<std::size_t> counts(4);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < counts.size(); ++t) {
    threads.emplace_back([&, t] {
      scan::Scanner scanner(*set);
      const base::RegionMap regions;
      std::vector<scan::Hit> hits;
      scanner.scan(
          std::string_view(bytes).substr(0, text.size()), [](scan::PatternId) { return true; },
          [&]() -> const base::RegionMap& { return regions; }, hits);
      counts[t] = hits.size();
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(counts == std::vector<std::size_t>(4, 40));
}

TEST_CASE("all bad patterns are reported at once, by number") {
  const auto set =
      scan::PatternSet::compile({{.regex = "a("},
                                 {.regex = "fine"},
                                 {.regex = "bad(?R)"},
                                 {.regex = "word", .filters = scan::Filters{.unless = {"x**"}, .checksum = "githab"}},
                                 {.regex = "(?<key>word)", .filters = scan::Filters{.secret = "kez"}}});
  REQUIRE_FALSE(set.ok());
  CHECK(base::render(set.errors()) ==
        "pattern 0:1:2: this '(' is not closed\n    a(\n     ^ write \\( for the character\n"
        "pattern 2:1:4: recursion is not taken\n    bad(?R)\n       ^ write the group out\n"
        "pattern 3:1:3: unless: a quantifier without anything to repeat\n    x**\n      ^ write \\* for the "
        "character\n"
        "pattern 3: checksum: 'githab' is not known\n    did you mean 'github'?\n"
        "pattern 4: secret: the regex has no group named 'kez'\n    did you mean 'key'?\n");
}

TEST_CASE("a small regex searches names and values") {
  const auto regex = scan::SmallRegex::compile("(?i)^v?\\d+\\.\\d+$");
  REQUIRE(regex.ok());
  CHECK(regex->search("V1.20"));
  CHECK_FALSE(regex->search("1.20.3"));
  const scan::SmallRegex copy = *regex;
  CHECK(copy.search("1.2"));
  CHECK_FALSE(scan::SmallRegex::compile("(a").ok());
}
