// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "../checks/built_in_rules.h"

using namespace readiness;

TEST_CASE("all built-in packs load without a complaint") {
  const auto book = rulepack::load(built_in_rule_files());
  INFO((book.ok() ? std::string() : base::render(book.errors())));
  CHECK(book.ok());
}
