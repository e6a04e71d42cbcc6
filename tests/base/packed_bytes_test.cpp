// SPDX-License-Identifier: Apache-2.0
#include "base/packed_bytes.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>

using namespace readiness::base;

TEST_CASE("packed numbers and texts come back as they were") {
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
  ByteWriter out;
  for (const std::uint64_t number : {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128}, kMost})
    out.number(number);
  out.real(-2.5);
  out.text("");
  out.text(std::string(300, 'x'));
  out.raw("ab");
  const std::string bytes = out.take();
  ByteReader in(bytes);
  CHECK(in.number() == 0);
  CHECK(in.number() == 127);
  CHECK(in.number() == 128);
  CHECK(in.number() == kMost);
  CHECK(in.real() == -2.5);
  CHECK(in.text().empty());
  CHECK(in.text() == std::string(300, 'x'));
  CHECK(in.raw(2) == "ab");
  CHECK(in.good());
  CHECK(in.at_end());
}

TEST_CASE("cut bytes read as nothing, and are known to be cut") {
  ByteWriter out;
  out.text("something");
  const std::string bytes = out.take();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    ByteReader in(std::string_view(bytes).substr(0, size));
    CHECK(in.text().empty());
    CHECK_FALSE(in.good());
    CHECK(in.number() == 0);
    CHECK(in.raw(1).empty());
  }
}

TEST_CASE("a number without an end is no number") {
  const std::string bytes(11, '\xFF');
  ByteReader in(bytes);
  CHECK(in.number() == 0);
  CHECK_FALSE(in.good());
}
