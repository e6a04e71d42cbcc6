// SPDX-License-Identifier: Apache-2.0
#include "document/unicode_category.h"

#include <catch2/catch.hpp>

using namespace readiness::document;

namespace {

bool is_in(char32_t c, std::string_view name) {
  return (category_set(name).value() >> category_of(c) & 1) != 0;
}

}  // namespace

TEST_CASE("categories hold at the borders of the table and inside it") {
  CHECK(is_in(0, "Cc"));
  CHECK(is_in(U'A', "Lu"));
  CHECK(is_in(U'[', "Ps"));
  CHECK(is_in(U'_', "Pc"));
  CHECK(is_in(0x00AD, "Cf"));
  CHECK(is_in(0x01C5, "Lt"));
  CHECK(is_in(0x2028, "Zl"));
  CHECK(is_in(0x4E2D, "Lo"));
  CHECK(is_in(0xAC00, "Lo"));
  CHECK(is_in(0xE000, "Co"));
  CHECK(is_in(0x1F600, "So"));
  CHECK(is_in(0xE0100, "Mn"));
  CHECK(is_in(0x10FFFD, "Co"));
  CHECK(is_in(0x10FFFF, "Cn"));
}

TEST_CASE("a letter stands for all categories that begin with it") {
  CHECK(category_set("L").value() ==
        (category_set("Lu").value() | category_set("Ll").value() | category_set("Lt").value() |
         category_set("Lm").value() | category_set("Lo").value()));
  CHECK_FALSE(category_set("X"));
  CHECK_FALSE(category_set(""));
  CHECK_FALSE(category_set("Lul"));
}
