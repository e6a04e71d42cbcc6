// SPDX-License-Identifier: Apache-2.0
#include "asking.h"

namespace readiness::facts {
namespace {

TEST_CASE("without a history, questions about it stay open and a note says so") {
  const Facts facts = gathered({{"a.py", "x"}}, {{.what = CommitQuery{.ever = globs({".env"})}},
                                                 {.what = CommitQuery{.older_than_days = 365}}});
  CHECK(facts.answers[0].total == 0);
  CHECK(unread_of(facts, 0) == "history");
  CHECK(unread_of(facts, 1) == "history");
  REQUIRE(facts.notes.size() == 1);
  CHECK(facts.notes[0].reason == "history");
  CHECK_FALSE(facts.notes[0].fault);
}

TEST_CASE("without questions about it, history is not mentioned") {
  CHECK(gathered({{"a.py", "x"}}, {text("x")}).notes.empty());
}

}  // namespace
}  // namespace readiness::facts
