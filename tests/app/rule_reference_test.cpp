// SPDX-License-Identifier: Apache-2.0
#include "app/rule_reference.h"

#include <catch2/catch.hpp>

#include "app/rule_words.h"
#include "rulepack/load.h"

using namespace readiness;
using namespace readiness::app;

namespace {

constexpr std::string_view kPack = R"(
pack: backup
title: Backups
about: Data survives.
owner: DevOps
probes:
  job: {any: [{label: dump, text: 'pg_dump', roles: [script]}, {dependency: [barman], scope: runtime}]}
traits:
  stores-data: {title: Stores data, about: It keeps something., dependency: [psycopg2]}
checks:
  - id: backup.automated
    title: Automated backup
    priority: critical
    effort: 2-3d
    when: stores-data
    require: job
    partial: {text: 'back ?up', roles: [docs]}
    why: One bad migration loses everything.
    tasks: [Schedule a dump]
    create: [scripts/backup.sh]
    references: ['https://www.postgresql.org/docs/current/backup.html']
    tests:
      - {name: a, files: {scripts/b.sh: "pg_dump x\n"}, expect: pass}
      - {name: b, files: {a.py: "x = 1\n"}, expect: fail}
)";

std::vector<ReferencePage> pages() {
  const auto book = rulepack::load({{.name = "backup.yaml", .text = std::string(kPack)}});
  REQUIRE(book.ok());
  return reference_pages(*book);
}

}  // namespace

TEST_CASE("there is an index, a page of traits and a page a pack") {
  std::string names;
  for (const ReferencePage& page : pages()) names += page.file + " ";
  CHECK(names == "README.md traits.md backup.md ");
}

TEST_CASE(
    "a pack's page says what each check asks, how it decides, how to satisfy it and how to say it is done "
    "elsewhere") {
  const std::string page = pages()[2].text;
  const std::string wanted = R"(## backup.automated

**Automated backup.** One bad migration loses everything.

Priority critical, effort 2-3 d, structural evidence, usually done by DevOps.

**When it is asked**

- the project: [Stores data](traits.md#stores-data)

**How it decides**

It passes when this is found:

- `job`:
  - one of:
    - dump: text `pg_dump`, in files of the role script
    - a dependency `barman`, for runtime

It is partial when only this is found:

- text `back ?up`, in files of the role docs

**How to satisfy it**

- Schedule a dump

**Files to create**

- `scripts/backup.sh`

This passes, for example:

```text
# scripts/b.sh
pg_dump x
```

This fails, for example:

```text
# a.py
x = 1
```

**References**

- https://www.postgresql.org/docs/current/backup.html

Done elsewhere, or not wanted? [Attest or waive](#done-elsewhere) `backup.automated`.
)";
  INFO(page);
  CHECK(page.find(wanted) != std::string::npos);
  CHECK(page.find("[[attest]]\ncheck = \"backup.automated\"\n") != std::string::npos);
}

TEST_CASE("text with backticks stays one code span") {
  CHECK(RuleWords::code("a`b") == "``a`b``");
  CHECK(RuleWords::code("`b") == "`` `b ``");
  CHECK(RuleWords::codes({"a", "b", "c"}, 2) == "`a`, `b` and 1 more");
}
