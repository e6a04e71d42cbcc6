// SPDX-License-Identifier: Apache-2.0
#include "audited.h"

using namespace readiness;
using namespace readiness::checks;
using namespace readiness::checks::testing;

TEST_CASE("a trait is shown by what has a name of its own, where there is such a thing") {
  const std::string pack =
      "pack: t\ntraits:\n  service: {title: a service, all: [{label: FastAPI, text: 'FastAPI'}, {path: "
      "'*.py'}]}\n"
      "  code: {title: code, path: '*.py'}\n";
  const Audited audited = audit(pack, {{"a.py", "x\n"}, {"b.py", "app = FastAPI()\n"}});
  REQUIRE(audited.verdicts.traits.size() == 2);
  const TraitVerdict& code = audited.verdicts.traits[0];
  const TraitVerdict& service = audited.verdicts.traits[1];
  CHECK(code.evidence.size() == 2);
  REQUIRE(service.evidence.size() == 1);
  CHECK(service.evidence.front().label == "FastAPI");
  CHECK(service.evidence.front().path == "b.py");
}

TEST_CASE("a trait is not shown by what shows the traits that it presupposes") {
  const std::string pack =
      "pack: t\ntraits:\n  deployable: {title: deployed, label: React, text: 'react'}\n"
      "  database: {title: a database, all: [deployable, {any: [{label: PostgreSQL, text: 'psycopg'}]}]}\n"
      "  both: {title: both, all: [deployable, database]}\n";
  const Audited audited = audit(pack, {{"a.js", "react\n"}, {"b.py", "psycopg\n"}});
  REQUIRE(audited.verdicts.traits.size() == 3);
  const TraitVerdict& both = audited.verdicts.traits[0];
  const TraitVerdict& database = audited.verdicts.traits[1];
  CHECK(both.evidence.size() == 2);
  REQUIRE(database.evidence.size() == 1);
  CHECK(database.evidence.front().label == "PostgreSQL");
}
