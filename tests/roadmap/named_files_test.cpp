// SPDX-License-Identifier: Apache-2.0
#include "roadmap/named_files.h"

#include <catch2/catch.hpp>

using namespace readiness::roadmap;

TEST_CASE("paths are told from routes, calls, addresses and words") {
  for (const char* path : {"src/a.ts", "docs/", "tests/api/test_*.py", "config.py", ".env.example",
                           "Dockerfile", ".github/workflows/ci.yml"}) {
    INFO(path);
    CHECK(looks_like_path(path));
  }
  for (const char* word : {"/health", "/api/v1/", "console.log", "console.log/warn/error", "S3/GCS",
                           "print()", "https://a.b/c.md", "../x.md", "-f.py", "e.g", "a b.md", ""}) {
    INFO(word);
    CHECK_FALSE(looks_like_path(word));
  }
}

TEST_CASE("a path is found as itself, as a folder, by its glob or by its end") {
  const TreePaths tree({"backend/core/net.py", "docs/guide.md", "tests/api/test_a.py", "README.md"});
  CHECK(tree.find("docs/guide.md") == "docs/guide.md");
  CHECK(tree.find("./README.md") == "README.md");
  CHECK(tree.find("docs/") == "docs/guide.md");
  CHECK(tree.find("backend/core") == "backend/core/net.py");
  CHECK(tree.find("tests/api/test_*.py") == "tests/api/test_a.py");
  CHECK(tree.find("core/net.py") == "backend/core/net.py");
  CHECK(tree.find("net.py") == "backend/core/net.py");
  CHECK_FALSE(tree.find("re/net.py"));
  CHECK_FALSE(tree.find("doc/"));
  CHECK_FALSE(tree.find("tests/*.go"));
}
