// SPDX-License-Identifier: Apache-2.0
#include "audited.h"

using namespace readiness;
using namespace readiness::checks;
using namespace readiness::checks::testing;

namespace {

const std::string kUnits =
    "probes:\n"
    "  deployable-unit:\n"
    "    any:\n"
    "      - {label: Dockerfile, document: {kinds: [dockerfile], query: '$'}}\n"
    "      - {label: compose service, document: {kinds: [compose], query: '$.services[?@.build]', captures: "
    "{context: "
    "'$.build'}}}\n"
    "      - {label: main, code: 'def start_server', languages: [java, python]}\n";

std::string units_of(const Audited& audited) {
  std::string out;
  for (const Unit& unit : audited.verdicts.units) out += unit.name + " " + unit.path + " " + unit.kind + "\n";
  return out;
}

std::string per_unit(const std::string& more = "") {
  return one_check({"per: unit", "require: {text: 'healthz'}" + more}, kUnits);
}

Files three_services() {
  return {{"src/cart/Dockerfile", "FROM a\n"},   {"src/cart/main.py", "healthz\n"},
          {"src/ad/src/Dockerfile", "FROM a\n"}, {"src/ad/src/main.py", "healthz\n"},
          {"src/load/Dockerfile", "FROM a\n"},   {"src/load/main.py", "print(1)\n"}};
}

}  // namespace

TEST_CASE(
    "folders with a Dockerfile and source code are units, named by the last folder that says something") {
  const Audited audited = audit(per_unit(), three_services());
  CHECK(units_of(audited) ==
        "ad src/ad Dockerfile\ncart src/cart Dockerfile\nload src/load Dockerfile\n");
}

TEST_CASE("a check of units says how many have it, which do not, and earns their share") {
  const Verdict verdict = audit(per_unit(), three_services()).of("p.x");
  CHECK(name_of(verdict.outcome) == "partial");
  CHECK(verdict.reason == "2 of 3 services, not in load");
  CHECK(verdict.earned == Approx(2.0 / 3));
  CHECK(verdict.items == 3);
  CHECK(verdict.items_met == 2);
  REQUIRE(verdict.units.size() == 3);
  CHECK(verdict.units[1].reason == "found src/cart/main.py:1");
}

TEST_CASE("pass_at is the share of units that suffices") {
  const std::string pack = one_check({"per: unit", "pass_at: 60%", "require: {text: 'healthz'}"}, kUnits);
  const Verdict verdict = audit(pack, three_services()).of("p.x");
  CHECK(name_of(verdict.outcome) == "pass");
  CHECK(verdict.earned == 1);
}

TEST_CASE("a repository with one unit is judged as a whole") {
  const Audited audited = audit(per_unit(), {{"Dockerfile", "FROM a\n"},
                                             {"api/Dockerfile", "FROM a\n"},
                                             {"api/main.py", "x\n"},
                                             {"lib/health.py", "healthz\n"}});
  CHECK(audited.verdicts.units.empty());
  CHECK(audited.of("p.x").units.empty());
  CHECK(audited.of("p.x").reason == "found lib/health.py:1");
}

TEST_CASE("what lies in no unit counts for all of them") {
  Files files = three_services();
  files.emplace_back("shared/health.py", "healthz\n");
  CHECK(audit(per_unit(), files).of("p.x").reason == "3 of 3 services");
}

TEST_CASE("a unit to which the check does not apply is not asked") {
  const std::string pack =
      one_check({"per: unit", "when: {text: 'listen_on'}", "require: {text: 'healthz'}"}, kUnits);
  Files files = three_services();
  files[1].second = "listen_on healthz\n";
  files[3].second = "listen_on\n";
  CHECK(audit(pack, files).of("p.x").reason == "1 of 2 services, not in ad");
}

TEST_CASE(
    "a compose service's build context is a unit, a folder without code is none, a Maven module is its own "
    "folder") {
  const Audited audited =
      audit(per_unit(),
            {{"compose.yaml", "services:\n  a: {build: ./web}\n  b: {build: ../x}\n  c: {build: docker}\n"},
             {"web/app.py", "x\n"},
             {"docker/Dockerfile", "FROM a\n"},
             {"mod/src/main/java/A.java", "def start_server\n"}});
  CHECK(units_of(audited) == "mod mod main\nweb web compose service\n");
}

TEST_CASE("a folder that holds several units is no unit, and a unit's inner folder is part of it") {
  const Audited audited = audit(per_unit(), {{"services/Dockerfile", "FROM a\n"},
                                             {"services/a/Dockerfile", "FROM a\n"},
                                             {"services/a/main.py", "x\n"},
                                             {"services/a/sub/Dockerfile", "FROM a\n"},
                                             {"services/a/sub/b.py", "x\n"},
                                             {"services/b/Dockerfile", "FROM a\n"},
                                             {"services/b/main.py", "x\n"}});
  CHECK(units_of(audited) == "a services/a Dockerfile\nb services/b Dockerfile\n");
}

TEST_CASE("units named by hand are the units") {
  Settings settings;
  settings.units = {{.name = "shop", .path = "src/cart", .kind = "service"},
                    {.name = "ads", .path = "src/ad", .kind = "service"}};
  const Audited audited = audit(per_unit(), three_services(), settings);
  CHECK(units_of(audited) == "ads src/ad service\nshop src/cart service\n");
  CHECK(audited.of("p.x").reason == "2 of 2 services");
}
