// SPDX-License-Identifier: Apache-2.0
// Each condition alone: what it drops and what it keeps.
#include "scan/filters.h"

#include <catch2/catch.hpp>
#include <string>

#include "scan/scan_fixture.h"

using namespace readiness;
using scan_test::hits_of;

namespace {

std::vector<std::uint32_t> lines_of(const scan::PatternSpec& spec, std::string_view text) {
  std::vector<std::uint32_t> lines;
  for (const scan::Hit& hit : hits_of({spec}, text)) lines.push_back(hit.mark.line);
  return lines;
}

using Lines = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("unless drops a match whose line says so") {
  CHECK(lines_of({.regex = "print\\(", .filters = scan::Filters{.unless = {"noqa", "pragma"}}},
                 "print(1)\nprint(2)  # noqa\nprint(3)  # pragma\n# noqa\nprint(5)") == Lines{1, 5});
}

TEST_CASE("near widens the look to the lines around") {
  CHECK(lines_of({.regex = "requests\\.get", .filters = scan::Filters{.unless = {"timeout"}, .near = 1}},
                 "requests.get(a,\n  timeout=3)\n\n\nrequests.get(b)\n\ntimeout") == Lines{5});
}

TEST_CASE("with keeps only matches whose line says so") {
  CHECK(lines_of({.regex = "yaml\\.load", .filters = scan::Filters{.with = {"Unsafe", "FullLoader"}}},
                 "yaml.load(x)\nyaml.load(x, Loader=FullLoader)\nyaml.load(x, Unsafe)") == Lines{2, 3});
}

TEST_CASE("the lines around begin and end at breaks, and at 2,000 bytes") {
  const std::string text = "one\ntwo\nthree\nfour\nfive";
  CHECK(scan::lines_around(text, 8, 13, 0) == "three");
  CHECK(scan::lines_around(text, 8, 13, 1) == "two\nthree\nfour");
  CHECK(scan::lines_around(text, 8, 14, 0) == "three");
  CHECK(scan::lines_around(text, 4, 13, 0) == "two\nthree");
  CHECK(scan::lines_around(text, 0, 3, 9) == text);
  const std::string longest(9000, 'x');
  CHECK(scan::lines_around(longest, 4000, 4100, 0).size() == 4100);
}

TEST_CASE("value_not compares the whole value without case") {
  CHECK(lines_of({.regex = "pass=(?<value>\\w+)", .filters = scan::Filters{.value_not = {"none", "Admin"}}},
                 "pass=None\npass=admins\npass=ADMIN\npass=x") == Lines{2, 4});
}

TEST_CASE("the value is the secret, else the group value, else the match") {
  CHECK(lines_of(
            {.regex = "pass=(?<value>\\w+):(?<key>\\w+)", .filters = scan::Filters{.value_not = {"bb"}, .secret = "key"}},
            "pass=bb:cc\npass=cc:bb") == Lines{1});
  CHECK(lines_of({.regex = "pass=\\w+", .filters = scan::Filters{.value_not = {"pass=a"}}}, "pass=a\npass=b") == Lines{2});
}

TEST_CASE("entropy is Shannon's, in bits for each character") {
  CHECK(scan::entropy_of("") == Approx(0));
  CHECK(scan::entropy_of("aaaa") == Approx(0));
  CHECK(scan::entropy_of("abab") == Approx(1));
  CHECK(scan::entropy_of("abcdefgh") == Approx(3));
  CHECK(lines_of({.regex = "key=(?<value>\\w+)", .filters = scan::Filters{.entropy_min = 2.5}},
                 "key=aaaaaaaa\nkey=a8Kq2zXw") == Lines{2});
  CHECK(lines_of({.regex = "key=(?<value>\\w+) (?<other>\\w+)",
                  .filters = scan::Filters{.entropy_group = "other", .entropy_min = 2.5}},
                 "key=aaaaaaaa a8Kq2zXw\nkey=a8Kq2zXw aaaaaaaa") == Lines{1});
}

TEST_CASE("placeholders and wrong checksums are dropped") {
  CHECK(lines_of({.regex = "key=(?<value>\\S+)", .filters = scan::Filters{.drop_placeholders = true}},
                 "key=${KEY}\nkey=hT7vQz19LmWx\nkey=changeme") == Lines{2});
  CHECK(lines_of({.regex = "ghp_\\w{36}", .filters = scan::Filters{.checksum = "github"}},
                 "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\nghp_FAKEfakeFAKEfakeFAKEfakeFAKE00289HgT") ==
        Lines{1});
}

TEST_CASE("distinct keeps the first match of each combination in a text") {
  CHECK(
      lines_of({.regex = "getenv\\(\"(?<name>\\w+)\"(?<rest>,)?", .filters = scan::Filters{.distinct = {"name", "rest"}}},
               "getenv(\"A\")\ngetenv(\"B\")\ngetenv(\"A\")\ngetenv(\"A\",") == Lines{1, 2, 4});
}

TEST_CASE("a match that another filter drops does not count as seen") {
  CHECK(lines_of({.regex = "use (?<name>\\w+)", .filters = scan::Filters{.unless = {"skip"}, .distinct = {"name"}}},
                 "use a skip\nuse a\nuse a") == Lines{2});
}
