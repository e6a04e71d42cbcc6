// SPDX-License-Identifier: Apache-2.0
// Limits: hostile text costs little, and what could not be decided is said.
#include "scan/pcre.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <string>

#include "scan/scan_fixture.h"

using namespace readiness;
using scan_test::scan_with;

TEST_CASE("a regex that explodes is stopped and reported, and other patterns go on") {
  const std::vector<scan::PatternSpec> specs{{.regex = "(?:a+)+needle"}, {.regex = "thread"}};
  const std::string text = std::string(30, 'a') + "needl thread " + std::string(3000, 'a') + "!needle thread";
  const auto begin = std::chrono::steady_clock::now();
  const auto result =
      scan_with(scan::Engine::fast, {{.regex = "(?:(?:a|aa)+)+b\\d+needle"}, {.regex = "thread"}},
                "thread " + std::string(4000, 'a') + "b1needl b1needle thread");
  const auto spent = std::chrono::steady_clock::now() - begin;
  CHECK(result.hits.size() == 2);
  CHECK(spent < std::chrono::seconds(2));
  CHECK(scan_with(scan::Engine::reference, specs, text).outcome.limits_reached ==
        std::vector<scan::PatternId>{0});
}

TEST_CASE("deep recursion of a group is a limit, not a crash") {
  const auto result = scan_with(scan::Engine::fast, {{.regex = "needle(?:(a)|b|(?:c|d)|[ef])*?zz9"}},
                                "needle" + std::string(8000, 'a'));
  CHECK(result.hits.empty());
}

TEST_CASE("many candidates with long prefixes stay linear") {
  std::string text;
  for (int i = 0; i < 40000; ++i) text += "ab@x";
  const auto begin = std::chrono::steady_clock::now();
  const auto result = scan_with(scan::Engine::fast, {{.regex = "[a-z@]+@xab@x\\d"}}, text);
  CHECK(result.hits.empty());
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}

TEST_CASE("a text that is dear at every offset costs a pattern its time, not the audit's") {
  std::string text;
  while (text.size() < 2'000'000) text += "key=";
  text += "thread";
  const auto begin = std::chrono::steady_clock::now();
  const auto result = scan_with(scan::Engine::fast, {{.regex = "key(?:[a-z]|=)*!"}, {.regex = "thread"}}, text);
  CHECK(result.outcome.limits_reached == std::vector<scan::PatternId>{0});
  CHECK(result.hits.size() == 1);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
}
