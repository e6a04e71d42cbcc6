// SPDX-License-Identifier: Apache-2.0
#include "base/result.h"

#include <catch2/catch.hpp>
#include <memory>
#include <string>

using namespace readiness::base;

TEST_CASE("a result is a value or the reasons why there is none") {
  const Result<int> good = 3;
  CHECK(good);
  CHECK(good.ok());
  CHECK(*good == 3);
  const Result<int> bad = Diagnostic{.file = "a", .message = "no"};
  CHECK_FALSE(bad);
  REQUIRE(bad.errors().size() == 1);
  CHECK(bad.errors()[0].message == "no");
}

TEST_CASE("a value can be moved out, errors can be passed on") {
  Result<std::unique_ptr<int>> made = std::make_unique<int>(7);
  const std::unique_ptr<int> taken = std::move(made).value();
  CHECK(*taken == 7);
  const Result<int> bad =
      std::vector<Diagnostic>{{.file = "a", .message = "b"}, {.file = "c", .message = "d"}};
  const Result<std::string> passed_on = bad.errors();
  CHECK(passed_on.errors().size() == 2);
}

TEST_CASE("a result may hold diagnostics as its value") {
  const Result<std::vector<int>> list = std::vector<int>{1, 2};
  CHECK(list->size() == 2);
}
