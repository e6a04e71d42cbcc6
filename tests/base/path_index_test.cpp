// SPDX-License-Identifier: Apache-2.0
#include "base/path_index.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

namespace readiness::base {
namespace {

GlobSet globs(const std::vector<std::string>& patterns) {
  Result<GlobSet> set = GlobSet::compile(patterns);
  REQUIRE(set);
  return std::move(*set);
}

TEST_CASE("equal glob sets share an id") {
  PathIndex index;
  CHECK(index.add(globs({"*.md"})) == index.add(globs({"*.md"})));
  CHECK(index.add(globs({"*.md"})) != index.add(globs({"*.txt"})));
}

TEST_CASE("the index agrees with the globs themselves on every shape of glob") {
  const std::vector<std::vector<std::string>> sets{
      {"README.md"},
      {"/README.md"},
      {"*.md"},
      {"**/*.md"},
      {"docs/**"},
      {"docs/*"},
      {"**/k8s/**"},
      {"*.test.ts"},
      {"**/README*"},
      {"LICENSE*"},
      {"*"},
      {"**"},
      {"{a,b}/*.py"},
      {"*.{yml,yaml}"},
      {"*.py", "!test_*.py"},
      {"docs/", "!docs/api/"},
      {"[Rr]eadme*"},
      {"a?c"},
      {"**/migrations/*.py"},
      {"src/**/x.go"},
      {"**/*test*/**"},
      {"a/*/c/*.ts"},
      {"*_test.go"},
      {".github/workflows/*.yml"},
      {"*.d.ts", "*.min.js"},
      {"**/a"},
      {"a/**/b"},
      {"x{,y}.go"},
      {"{Makefile,docs/Makefile}"},
      {"[a/b]c"},
      {"a\\*b"},
      {"**.md"},
      {"a**b.md"},
      {"**/test*/**"},
      {"*/*/**"},
      {"docs/api/**"},
      {"**/src/test/**"},
      {"*IT.java"},
      {"**/docs/**/*api*"},
      {"!*.md"},
      {"**/**"},
      {"**/docs/README.md"},
      {"**/src/api/x.go", "**/a/{abc,b}"},
      {"b\\{c,*.md"},
      {"{a,docs/{api,b}}/**", "x.go"},
  };
  const std::vector<std::string> parts{"a",          "b",    "docs",    "k8s", "src",     "api",
                                       "migrations", "test", "mytests", "c",   ".github", "ac",
                                       "workflows",  "x",    "abc",     "y"};
  const std::vector<std::string> names{
      "README.md", "readme",    "Readme.txt", "x.go",     "xy.go",     "a",      "abc",     "a.py",
      "test_a.py", "a_test.go", "a.d.ts",     "LICENSE",  "LICENSE.x", "ci.yml", "ci.yaml", "a.test.ts",
      "b",         ".md",       "Makefile",   "a.min.js", "a*b",       "b]c",    "bc",      "azb.md"};
  PathIndex index;
  std::vector<GlobSet> compiled;
  std::vector<GlobSetId> ids;
  for (const auto& set : sets) {
    compiled.push_back(globs(set));
    ids.push_back(index.add(compiled.back()));
  }
  PathIndex::Matches matches(index);
  std::mt19937 random(7);
  const auto pick = [&](const std::vector<std::string>& from) { return from[random() % from.size()]; };
  std::vector<std::string> paths{"docs/README.md", "src/api/x.go", "a/b"};
  for (int round = 0; round < 3000; ++round) {
    std::string path;
    for (auto depth = random() % 5; depth > 0; --depth) path += pick(parts) + "/";
    paths.push_back(path + pick(names));
  }
  std::sort(paths.begin() + 1000, paths.end());  // in order, as a source has them, and out of order
  for (const std::string& path : paths) {
    const std::vector<GlobSetId> found = matches.of(path);
    for (std::size_t i = 0; i < sets.size(); ++i) {
      INFO(path << " in set " << i << " " << sets[i].front());
      const bool expected = compiled[i].matches(path);
      REQUIRE(matches.has(ids[i]) == expected);
      REQUIRE((std::count(found.begin(), found.end(), ids[i]) == 1) == expected);
    }
  }
}

}  // namespace
}  // namespace readiness::base
