// SPDX-License-Identifier: Apache-2.0
#include "document/document_text.h"

using namespace readiness::document;

TEST_CASE("flat text is one line a scalar in source order") {
  const auto documents = parse(Format::yaml, "a: 1\nb: {c: x y, d: [true, ~, {e: z}]}\n", "f");
  REQUIRE(documents);
  CHECK(flat_text(documents->front()) == "a: 1\nc: x y\nd: true\nd: ~\ne: z\n");
}

TEST_CASE("flat text is cut between characters") {
  const auto documents = parse(Format::yaml, "[ééé, x]", "f");
  REQUIRE(documents);
  CHECK(flat_text(documents->front(), 3) == "é");
  CHECK(flat_text(documents->front(), 7) == "ééé\n");
  CHECK(flat_text(documents->front(), 0).empty());
}
