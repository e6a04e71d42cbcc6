// SPDX-License-Identifier: Apache-2.0
#include "facts/name_index.h"

#include <catch2/catch.hpp>

namespace readiness::facts {
namespace {

TEST_CASE("names are found exactly and by globs, case ignored, each owner once") {
  NameIndex index;
  index.add("sentry-sdk", 3);
  index.add("sentry-*", 3);
  index.add("@sentry/*", 1);
  index.add("go.opentelemetry.io/otel*", 2);
  index.add("*", 0);
  CHECK(index.matching("Sentry-SDK") == std::vector<std::uint32_t>{0, 3});
  CHECK(index.matching("@sentry/node") == std::vector<std::uint32_t>{0, 1});
  CHECK(index.matching("go.opentelemetry.io/otel/sdk") == std::vector<std::uint32_t>{0, 2});
  CHECK(index.matching("flask") == std::vector<std::uint32_t>{0});
  CHECK(index.matching("sentry-sdk") == std::vector<std::uint32_t>{0, 3});
}

}  // namespace
}  // namespace readiness::facts
