// SPDX-License-Identifier: Apache-2.0
// The fast engine against PCRE2 alone, on seeded random regexes and texts that are made of the regexes' own
// pieces.
#include <array>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "scan/scan_fixture.h"

using namespace readiness;
using namespace scan_test;

namespace {

using namespace std::string_view_literals;

constexpr std::array kWords{"abc"sv,  "key"sv,   "task"sv, "pg_d"sv, "aab"sv,
                            "caab"sv, "naïve"sv, "x=1"sv,  "s3cr"sv, "kkk"sv};
constexpr std::array kAtoms{"[a-c]"sv,  "[^a]"sv,     "\\w"sv,         "\\d"sv, "\\s"sv,  "."sv,
                            "[k-t_]"sv, "\\h"sv,      "[[:alpha:]]"sv, "é"sv,   "[éa]"sv, "\\R"sv,
                            "\\x6b"sv,  "\\Qa.\\E"sv, "[^\\n]"sv,      "\\W"sv, "[]a-]"sv};
constexpr std::array kQuantifiers{"?"sv,  "*"sv,  "+"sv,  "{2}"sv,  "{1,3}"sv, "{0,4}"sv,
                                  "*?"sv, "+?"sv, "++"sv, "{2,}"sv, "{3,}?"sv};
constexpr std::array kAssertions{"^"sv,     "$"sv,      "\\b"sv,         "\\B"sv, "(?<!\\w)"sv, "(?=k)"sv,
                                 "(?!a)"sv, "(?<=a)"sv, "(?<![\\w-])"sv, "\\A"sv, "\\z"sv};
constexpr std::array kFiller{"a"sv,  "b"sv,   "c"sv,   "k"sv,   "K"sv,    "s"sv,    "S"sv,
                             "é"sv,  "É"sv,   "ſ"sv,   "K"sv,   "\n"sv,   "\r\n"sv, " "sv,
                             "1"sv,  "_"sv,   "-"sv,   "="sv,   "\xff"sv, "\xc3"sv, "\xe2\x84"sv,
                             "\t"sv, "Abc"sv, "KEY"sv, "\xa0"sv};

class Maker {
 public:
  explicit Maker(std::uint64_t seed) : random_(seed) {}

  std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }
  bool one_in(std::size_t n) { return below(n) == 0; }

  std::string regex() {
    std::string out;
    if (one_in(3)) out += "(?i)";
    if (one_in(4)) out += "(?m)";
    if (one_in(5)) out += "(?s)";
    out += sequence(3);
    if (one_in(3)) out = sequence(1) + word() + out;
    return out;
  }

  std::string text(const std::vector<std::string>& regexes) {
    std::string out;
    const std::size_t parts = one_in(20) ? 4000 : below(60);
    for (std::size_t i = 0; i < parts; ++i) out += part(regexes);
    return out;
  }

 private:
  template <typename Array>
  std::string pick(const Array& from) {
    return std::string(from[below(from.size())]);
  }

  std::string word() {
    const std::string chosen = pick(kWords);
    if (words_.size() < 50) words_.push_back(chosen);
    return chosen;
  }

  std::string sequence(int depth) {
    std::string out;
    for (std::size_t i = 1 + below(4); i > 0; --i) out += item(depth);
    return out;
  }

  std::string item(int depth) {
    switch (below(depth > 0 ? 9 : 5)) {
      case 0:
      case 1:
        return word();
      case 2:
        return pick(kAtoms);
      case 3:
        return pick(kAtoms) + pick(kQuantifiers);
      case 4:
        return pick(kAssertions);
      case 5:
        return "(" + sequence(depth - 1) + ")" + (one_in(2) ? pick(kQuantifiers) : "");
      case 6:
        return "(?:" + sequence(depth - 1) + "|" + sequence(depth - 1) + ")" +
               (one_in(3) ? pick(kQuantifiers) : "");
      case 7:
        return "(?i:" + sequence(depth - 1) + ")";
      default:
        return one_in(3) ? "(a|b)" + word() + "\\1" : "(?>" + sequence(depth - 1) + ")";
    }
  }

  std::string part(const std::vector<std::string>& regexes) {
    if (!words_.empty() && one_in(3)) return words_[below(words_.size())];
    if (one_in(4)) {
      const std::string& regex = regexes[below(regexes.size())];
      return regex.substr(below(regex.size()), 1 + below(8));
    }
    return pick(kFiller);
  }

  std::mt19937_64 random_;
  std::vector<std::string> words_;
};

bool agree(std::uint64_t seed) {
  Maker maker(seed);
  std::vector<PatternSpec> specs;
  std::vector<std::string> regexes;
  while (specs.size() < 4) {
    const std::string regex = maker.regex();
    if (!scan::check_regex(regex)) continue;
    regexes.push_back(regex);
    specs.push_back({.regex = regex});
  }
  auto fast = PatternSet::compile(specs, Engine::fast);
  auto reference = PatternSet::compile(specs, Engine::reference);
  REQUIRE(fast.ok());
  REQUIRE(reference.ok());
  for (int i = 0; i < 6; ++i) {
    const std::string text = maker.text(regexes);
    const Scanned a = scan_set(*fast, text);
    const Scanned b = scan_set(*reference, text);
    if (!b.outcome.limits_reached.empty() || spans_of(a.hits) == spans_of(b.hits)) continue;
    UNSCOPED_INFO("seed " << seed << " text " << text.substr(0, 400));
    for (const std::string& regex : regexes) UNSCOPED_INFO("regex " << regex);
    CHECK(spans_of(a.hits) == spans_of(b.hits));
    return false;
  }
  return true;
}

}  // namespace

TEST_CASE("both engines find the same matches on random regexes and texts") {
  for (std::uint64_t seed = 0; seed < 25; ++seed) REQUIRE(agree(seed));
}

TEST_CASE("both engines find the same matches for a long time", "[.soak]") {
  for (std::uint64_t seed = 1000; seed < 201000; ++seed) {
    if (!agree(seed)) FAIL("seed " << seed);
  }
}
