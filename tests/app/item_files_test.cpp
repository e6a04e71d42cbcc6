// SPDX-License-Identifier: Apache-2.0
#include "app/item_files.h"

#include <catch2/catch.hpp>

using namespace readiness;

TEST_CASE("what is there is updated, what is not is created") {
  const source::MemorySource tree({{.path = "README.md", .bytes = "# a\n"}, {.path = "docs/a.md", .bytes = "a\n"}});
  checks::Verdicts verdicts;
  verdicts.verdicts.emplace_back();
  verdicts.verdicts.front().check.create = {"README.md", "SECURITY.md"};
  verdicts.verdicts.front().check.update = {".gitignore", "docs/a.md", "docs"};
  app::settle_files(verdicts, tree);
  CHECK(verdicts.verdicts.front().check.create == std::vector<std::string>{"SECURITY.md", ".gitignore", "docs"});
  CHECK(verdicts.verdicts.front().check.update == std::vector<std::string>{"README.md", "docs/a.md"});
}
