// SPDX-License-Identifier: Apache-2.0
#include "base/nearest.h"

#include <catch2/catch.hpp>

using namespace readiness::base;

TEST_CASE("the closest known name is suggested") {
  const std::vector<std::string> known{"content_absent", "content_present", "path", "paths", "not_paths"};
  CHECK(nearest_name("content_absnt", known) == "content_absent");
  CHECK(nearest_name("content_abesnt", known) == "content_absent");
  CHECK(nearest_name("pahts", known) == "paths");
  CHECK(nearest_name("path", known) == "path");
  CHECK(did_you_mean("pths", known) == "did you mean 'paths'?");
}

TEST_CASE("nothing is suggested when nothing is close") {
  CHECK(nearest_name("zzzzzz", {"path", "text"}).empty());
  CHECK(nearest_name("x", {}).empty());
  CHECK(nearest_name("", {"abc"}).empty());
  CHECK(did_you_mean("zzzzzz", {"path"}).empty());
  CHECK(nearest_name(std::string(5000, 'a'), {std::string(5000, 'a')}).empty());
  CHECK(nearest_name("a", {std::string(5000, 'a'), "b"}) == "b");
}

TEST_CASE("a swap of neighbours is one edit, and short names allow one") {
  CHECK(nearest_name("ab", {"ba"}) == "ba");
  CHECK(nearest_name("ab", {"cd"}).empty());
  CHECK(nearest_name("abc", {"axc"}) == "axc");
  CHECK(nearest_name("abc", {"xyc"}).empty());
}

TEST_CASE("of equally close names the first is taken") {
  CHECK(nearest_name("cat", {"bat", "rat"}) == "bat");
}
