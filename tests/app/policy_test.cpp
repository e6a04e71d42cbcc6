// SPDX-License-Identifier: Apache-2.0
#include "app/policy.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "app/built_in_rules.h"
#include "checks/compile.h"
#include "temporary_folder.h"

using namespace readiness;

namespace {

constexpr const char* kPack = R"(pack: house
title: House rules
checks:
  - id: house.codename
    title: The codename is documented
    effort: 30min
    require: {path: CODENAME}
    why: Everybody calls it differently.
    tasks: [Write it down]
    tests:
      - {name: there, files: {CODENAME: "x"}, expect: pass}
      - {name: not there, files: {a: "x"}, expect: fail}
)";

bool has_check(const rulepack::RuleBook& book, const std::string& id) {
  for (const rulepack::Pack& pack : book.packs)
    for (const rulepack::Check& check : pack.checks)
      if (check.id == id) return true;
  return false;
}

}  // namespace

TEST_CASE("the built-in packs load and bind without a complaint") {
  auto files = app::built_in_rules();
  REQUIRE(files.ok());
  CHECK(files->size() >= 3);
  const auto book = rulepack::load(*files);
  if (!book.ok()) FAIL(base::render(book.errors()));
  const auto program = checks::compile(*book, {});
  if (!program.ok()) FAIL(base::render(program.errors()));
  CHECK(program->checks.size() > 10);
}

TEST_CASE("a folder without a configuration has the built-in rules and an empty configuration") {
  const TemporaryFolder folder;
  const auto policy = app::load_policy({.root = folder.path()}, {});
  if (!policy.ok()) FAIL(base::render(policy.errors()));
  CHECK(policy->config.file.empty());
  CHECK(has_check(policy->book, "docs.readme"));
}

TEST_CASE("packs come from the configuration's folders and from the command line") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "packs");
  std::ofstream(folder / "packs/house.yaml") << kPack;
  std::ofstream(folder / ".readiness.toml")
      << "rules = [\"packs\"]\n[priorities]\n\"house.codename\" = \"high\"\n";
  const auto policy = app::load_policy({.root = folder.path()}, {});
  if (!policy.ok()) FAIL(base::render(policy.errors()));
  CHECK(has_check(policy->book, "house.codename"));
  const TemporaryFolder other;
  for (const std::string& path : {folder / "packs", folder / "packs/house.yaml"}) {
    const auto named = app::load_policy({.root = other.path()}, {path});
    if (!named.ok()) FAIL(base::render(named.errors()));
    CHECK(has_check(named->book, "house.codename"));
  }
}

TEST_CASE("in a tree without a disk the configuration and its packs come from the tree") {
  const source::MemorySource tree({{".readiness.toml", "rules = [\"packs\"]\n"},
                                   {"packs/house.yaml", kPack},
                                   {"packs/deep/x.yaml", "!"}});
  const auto policy = app::load_policy({.tree = &tree}, {});
  if (!policy.ok()) FAIL(base::render(policy.errors()));
  CHECK(has_check(policy->book, "house.codename"));
}

TEST_CASE("a configuration that is a link is refused without quoting what it points to") {
  const TemporaryFolder folder;
  std::ofstream(folder / "secret") << "very private words";
  std::filesystem::create_symlink(folder / "secret", folder / ".readiness.toml");
  const auto policy = app::load_policy({.root = folder.path()}, {});
  REQUIRE_FALSE(policy.ok());
  const std::string text = base::render(policy.errors());
  CHECK(text.find("symbolic link") != std::string::npos);
  CHECK(text.find("private") == std::string::npos);
}

TEST_CASE("packs and configurations that are not there are errors") {
  const TemporaryFolder folder;
  CHECK_FALSE(app::load_policy({.root = folder.path(), .config_file = folder / "none.toml"}, {}).ok());
  CHECK_FALSE(app::load_policy({.root = folder.path()}, {folder / "none"}).ok());
  CHECK_FALSE(app::load_policy({.root = folder.path()}, {folder.path()}).ok());
  std::ofstream(folder / ".readiness.toml") << "rules = [\"none\"]\n";
  CHECK_FALSE(app::load_policy({.root = folder.path()}, {}).ok());
}
