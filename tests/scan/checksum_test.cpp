// SPDX-License-Identifier: Apache-2.0
// Fabricated tokens with right and wrong checksums; the right ones were computed with Python's zlib.
#include "scan/checksum.h"

#include <catch2/catch.hpp>
#include <string>

#include "scan/scanner.h"

using namespace readiness::scan;

namespace {

bool holds(std::string_view name, std::string_view token) {
  const ChecksumHolds check = find_checksum(name);
  REQUIRE(check != nullptr);
  return check(token);
}

}  // namespace

TEST_CASE("GitHub and npm tokens end in the CRC-32 of their characters") {
  const std::string body = "FAKEfakeFAKEfakeFAKEfakeFAKE00";
  CHECK(holds("github", "ghp_" + body + "289HgS"));
  CHECK(holds("npm", "npm_" + body + "289HgS"));
  CHECK_FALSE(holds("github", "ghp_" + body + "289HgT"));
  CHECK_FALSE(holds("github", "ghp_1AKEfakeFAKEfakeFAKEfakeFAKE00289HgS"));
  CHECK_FALSE(holds("github", "ghp_289HgS"));
  CHECK_FALSE(holds("github", "nothing"));
}

TEST_CASE("formats without a published checksum have none that could be wrong") {
  CHECK(holds("github", "github_pat_" + std::string(82, 'x')));
  CHECK(holds("gitlab", "glpat-FAKEfakeFAKEfakeFAKE"));
}

TEST_CASE("routable GitLab tokens end in the CRC-32 of everything before it") {
  CHECK(holds("gitlab", "glpat-FAKEfakeFAKEfakeFAKEfakeFAKE.0w0iuotsg"));
  CHECK_FALSE(holds("gitlab", "glpat-FAKEfakeFAKEfakeFAKEfakeFAKE.0w0iuotsh"));
  CHECK_FALSE(holds("gitlab", "."));
}

TEST_CASE("Grafana service account tokens end in the CRC-32 of everything before it") {
  CHECK(holds("grafana", "glsa_FAKEfakeFAKEfakeFAKEfakeFAKEfake_945424a7"));
  CHECK_FALSE(holds("grafana", "glsa_FAKEfakeFAKEfakeFAKEfakeFAKEfake_945424a8"));
  CHECK_FALSE(holds("grafana", "glsa_945424a7"));
}

TEST_CASE("every listed checksum exists and unknown ones do not") {
  for (const std::string& name : checksum_names()) CHECK(find_checksum(name) != nullptr);
  CHECK(find_checksum("slack") == nullptr);
}
