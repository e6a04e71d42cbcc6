// SPDX-License-Identifier: Apache-2.0
#include "roadmap/state.h"

#include <catch2/catch.hpp>

using namespace readiness::roadmap;

TEST_CASE("a value of a status field may begin with any word of state") {
  CHECK(read_value("❌ Not Started").state == State::open);
  CHECK(read_value("⚠️ Partial (code exists, needs configuration)").state == State::partial);
  CHECK(read_value("🔄 In progress (30%)").current == 30);
  CHECK(read_value("Phase 0 Complete ✅").state == State::done);
  CHECK(read_value("Completed on Friday").state == State::done);
  CHECK(read_value("Completely unknown").state == State::none);
  CHECK(read_value("Pre-Production").state == State::none);
}

TEST_CASE("a word that contradicts its icon wins") {
  CHECK(read_statement("🔄 Keys - NEXT").state == State::open);
  CHECK(read_value("✅ Pending review").state == State::open);
}

TEST_CASE("a verb in front is no state") {
  CHECK(read_statement("Complete the deployment guide").state == State::none);
  CHECK(read_statement("Fixed costs of the cluster").state == State::none);
  CHECK(read_statement("Implement all - or nothing").state == State::none);
}

TEST_CASE("numbers of progress are those that name a way to go, an end, or stand alone") {
  CHECK(read_statement("Coverage (30% → Target: 70%+)").target == 70);
  CHECK(read_statement("Security - 100% Complete").state == State::done);
  CHECK_FALSE(read_statement("Achieve 80%+ test coverage").current);
  CHECK_FALSE(read_statement("Alert on memory (>90%) use").current);
  CHECK(read_percent("85/100") == 85);
  CHECK(read_percent("3 of 4 (75%)") == 75);
  CHECK_FALSE(read_percent("soon"));
}

TEST_CASE("only a heading that is nothing but a state gives it to its list") {
  CHECK(group_state("✅ COMPLETED (Just Fixed)") == State::done);
  CHECK(group_state("What's Pending") == State::open);
  CHECK(group_state("Not Started ❌") == State::open);
  CHECK(group_state("Completed milestones of 2024") == State::none);
  CHECK(group_state("🔴 Immediate") == State::none);
}
