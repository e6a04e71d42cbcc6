// SPDX-License-Identifier: Apache-2.0
#include "scan/prepared_regexes.h"

#include <catch2/catch.hpp>

#include "scan/checked_regex.h"
#include "scan_fixture.h"

using namespace readiness;
using scan::PreparedRegexes;

namespace {

const std::vector<std::string> kRegexes{
    R"(AKIA[0-9A-Z]{16})",
    R"((?i)(?:api|secret)[_-]?key\s{0,8}[:=]\s{0,8}(?<value>[\w-]{16,64}))",
    R"((?<first>a+)(b)(?<second>needle)$)",
    R"([a-z]+)",  // off the fast path
    R"(Straße|Ümlaut[äöü]{2})",
};

std::string packed(const std::vector<std::string>& regexes, const std::vector<std::string>& others = {}) {
  auto bytes = PreparedRegexes::pack(regexes, others);
  INFO((bytes.ok() ? std::string() : base::render(bytes.errors())));
  REQUIRE(bytes.ok());
  return *bytes;
}

std::vector<scan::PatternSpec> specs_of(const std::vector<std::string>& regexes) {
  std::vector<scan::PatternSpec> specs;
  for (const std::string& regex : regexes) specs.push_back({.regex = regex});
  specs[1].filters = scan::Filters{.unless = {"example"}, .secret = "value"};
  return specs;
}

std::string shown(const scan::PatternSet& set, std::string_view text) {
  std::string out;
  for (const scan::Hit& hit : scan_test::scan_set(set, text).hits) {
    out += std::to_string(hit.pattern) + ":" + std::to_string(hit.begin) + "-" + std::to_string(hit.end) +
           " " + hit.excerpt;
    for (const auto& [name, value] : hit.captures) out += " " + name + "=" + value;
    out += "\n";
  }
  return out;
}

const std::string kText =
    "key AKIAABCDEFGHIJKLMNOP here\nAPI_KEY = abcdefghijklmnop1234\nexample api-key: abcdefghijklmnop1234\n"
    "aaabneedle\r\nStraße Ümlautäö\n";

}  // namespace

TEST_CASE("a set of prepared patterns finds what the same patterns find unprepared") {
  const std::string bytes = packed(kRegexes, {"example"});
  const PreparedRegexes prepared(bytes);
  REQUIRE(prepared.set_of(specs_of(kRegexes)));
  const auto plain = scan::PatternSet::compile(specs_of(kRegexes));
  const auto quick = scan::PatternSet::compile(specs_of(kRegexes), scan::Engine::fast, &prepared);
  const auto reference = scan::PatternSet::compile(specs_of(kRegexes), scan::Engine::reference, &prepared);
  REQUIRE(plain.ok());
  REQUIRE(quick.ok());
  REQUIRE(reference.ok());
  const std::string hits = shown(*plain, kText);
  CHECK(hits.find("1:") != std::string::npos);
  CHECK(shown(*quick, kText) == hits);
  CHECK(shown(*reference, kText) == hits);
  REQUIRE(quick->slow().size() == 1);
  CHECK(quick->slow()[0].pattern == plain->slow()[0].pattern);
  CHECK(quick->slow()[0].reason == plain->slow()[0].reason);
}

TEST_CASE("prepared and unprepared patterns work in one set") {
  const std::string bytes = packed({kRegexes[4], kRegexes[1]});
  const PreparedRegexes prepared(bytes);
  const auto plain = scan::PatternSet::compile(specs_of(kRegexes));
  const auto mixed = scan::PatternSet::compile(specs_of(kRegexes), scan::Engine::fast, &prepared);
  REQUIRE(plain.ok());
  REQUIRE(mixed.ok());
  CHECK(shown(*mixed, kText) == shown(*plain, kText));
}

TEST_CASE("a plan comes back from its bytes as it was") {
  const std::string bytes = packed(kRegexes);
  const PreparedRegexes prepared(bytes);
  scan::ByteClasses classes;
  for (const std::string& regex : kRegexes) {
    const auto parsed = scan::parse_checked(regex, classes);
    REQUIRE(parsed.ok());
    const scan::RunPlan plan = scan::plan_runs(parsed->root, classes);
    const auto known = prepared.find(regex);
    REQUIRE(known);
    CHECK(known->source.rewritten == parsed->rewritten);
    CHECK(known->plan.head.why_slow == plan.head.why_slow);
    CHECK(known->plan.head.is_exact == plan.head.is_exact);
    CHECK(known->plan.head.hi == plan.head.hi);
    REQUIRE(known->plan.runs.size() == plan.runs.size());
    CHECK(known->plan.head.prefix == plan.head.prefix);
    for (std::size_t i = 0; i < plan.runs.size(); ++i) {
      CHECK(known->plan.runs[i].classes == plan.runs[i].classes);
      CHECK(known->plan.runs[i].lo == plan.runs[i].lo);
      CHECK(known->plan.runs[i].hi == plan.runs[i].hi);
      CHECK(known->plan.runs[i].windows == plan.runs[i].windows);
    }
  }
  CHECK(prepared.classes().size() == classes.size());
  REQUIRE(prepared.find(kRegexes[2])->source.groups.size() == 2);
  CHECK(prepared.find(kRegexes[2])->source.groups[1].name == "second");
  CHECK(prepared.find(kRegexes[2])->source.groups[1].number == 3);
  CHECK(prepared.find(kRegexes[2])->source.captures == 3);
}

TEST_CASE("a regex that was not prepared is not known") {
  const std::string bytes = packed(kRegexes);
  CHECK_FALSE(PreparedRegexes(bytes).find("AKIA"));
  CHECK_FALSE(PreparedRegexes(bytes).find_source(""));
  CHECK_FALSE(PreparedRegexes().find(kRegexes[0]));
}

TEST_CASE("the tables are known for one set in its order, and for no other") {
  const std::string bytes = packed(kRegexes, {"example"});
  const PreparedRegexes prepared(bytes);
  std::vector<scan::PatternSpec> specs = specs_of(kRegexes);
  CHECK(prepared.set_of(specs));
  std::swap(specs[0], specs[2]);
  CHECK_FALSE(prepared.set_of(specs));
  std::swap(specs[0], specs[2]);
  specs.push_back({.regex = "example"});
  CHECK_FALSE(prepared.set_of(specs));
  specs.resize(2);
  CHECK_FALSE(prepared.set_of(specs));
  CHECK_FALSE(prepared.set_of({}));
  CHECK_FALSE(PreparedRegexes().set_of(specs_of(kRegexes)));
}

TEST_CASE("bytes that nobody prepared give no plans and no reading outside of them") {
  const std::string bytes = packed(kRegexes);
  const PreparedRegexes whole(bytes);
  for (std::size_t size = 0; size < bytes.size(); size += 7) {
    const std::string part = bytes.substr(0, size);
    const PreparedRegexes cut(part);
    CHECK_FALSE(cut.set_of(specs_of(kRegexes)));
    if (const auto known = cut.find(kRegexes[0]))
      CHECK(known->source.rewritten == whole.find(kRegexes[0])->source.rewritten);
  }
  CHECK(PreparedRegexes("something else").empty());
}

TEST_CASE("tables at an odd address are not borrowed") {
  const std::string bytes = "x" + packed(kRegexes);
  const PreparedRegexes prepared(std::string_view(bytes).substr(1));
  CHECK(prepared.find(kRegexes[0]));
  CHECK_FALSE(prepared.set_of(specs_of(kRegexes)));
}

TEST_CASE("a regex that cannot be compiled is refused when it is prepared") {
  const auto bytes = PreparedRegexes::pack({"good"}, {"a("});
  REQUIRE_FALSE(bytes.ok());
  CHECK(bytes.errors().front().file == "pattern 1");
}
