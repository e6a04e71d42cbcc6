// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"

#include <catch2/catch.hpp>

using namespace readiness::base;

TEST_CASE("a digest is sixteen lower-case digits and never changes") {
  CHECK(Digest().hex() == "cbf29ce484222325");
  CHECK(Digest().add("a").hex() == Digest().add("a").hex());
  CHECK(Digest().add("a").hex().size() == 16);
  CHECK(Digest().add("").hex() == "af63bd4c8601b7df");
  CHECK(Digest().add("hello").value() != Digest().add("hellp").value());
}

TEST_CASE("parts are kept apart") {
  CHECK(Digest().add("ab").add("c").value() != Digest().add("a").add("bc").value());
  CHECK(Digest().add("a").add("").value() != Digest().add("a").value());
}

TEST_CASE("bytes above 127 are fed unsigned") {
  CHECK(Digest().add("\xFF").hex() == Digest().add("\xFF").hex());
}
