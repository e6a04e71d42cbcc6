// SPDX-License-Identifier: Apache-2.0
// What git keeps and we cannot use is said: HEAD, references, the index, formats of repositories.
#include "source/sandbox.h"

using namespace readiness::source;
using namespace readiness::source::test;

TEST_CASE("a HEAD that leads nowhere is a note, one without a commit is none") {
  const Sandbox box;
  box.init();
  CHECK(note(*opened({.path = box.root()}), "head") == nullptr);
  box.write("a", "1");
  box.commit();
  CHECK(note(*opened({.path = box.root()}), "head") == nullptr);
  for (const std::string_view text : {"", "garbage", "ref: ../../../etc/passwd\n", "ref: HEAD\n",
                                      "ref: refs/heads/\x1B[31m\n", "ffffffffffffffffffffffffffffffffffffffff\n"}) {
    INFO(text);
    box.write(".git/HEAD", text);
    const auto source = opened({.path = box.root()});
    REQUIRE(note(*source, "head") != nullptr);
    CHECK_FALSE(note(*source, "head")->fault);
    CHECK(bytes(*source, "a") == "1");
  }
  box.write(".git/HEAD", "ref: refs/heads/main\n");
  box.write(".git/refs/heads/main", "ref: refs/heads/main\n");
  CHECK(note(*opened({.path = box.root()}), "head") != nullptr);
  box.fifo(".git/refs/heads/main");
  CHECK(note(*opened({.path = box.root(), .staged = true}), "head") != nullptr);
}

TEST_CASE("an index that is missing where there is a commit makes the audit incomplete") {
  const Sandbox box;
  box.init();
  box.write("a", "1");
  CHECK(note(*opened({.path = box.root()}), "index") == nullptr);
  box.commit();
  std::filesystem::remove(box.path(".git/index"));
  for (const bool staged : {false, true}) {
    const auto source = opened({.path = box.root(), .staged = staged});
    REQUIRE(note(*source, "index") != nullptr);
    CHECK(note(*source, "index")->fault);
  }
}

TEST_CASE("formats and extensions that nobody here knows are faults by name") {
  const Sandbox box;
  box.init();
  box.write("a", "1");
  box.commit();
  const auto with = [&](const std::string& config) {
    box.write(".git/config", config);
    return opened({.path = box.root()});
  };
  const auto known = with("[core]\nrepositoryformatversion = 1\n[extensions]\nworktreeConfig = true\nnoop = 1\n");
  CHECK(note(*known, "git-format") == nullptr);
  CHECK(note(*with("[core]\nrepositoryformatversion = 0\n[extensions]\nwhatever = 1\n"), "git-format") == nullptr);
  const auto unknown = with("[core]\nrepositoryformatversion = 1\n[extensions]\nunheardOf = yes\n");
  REQUIRE(note(*unknown, "git-format") != nullptr);
  CHECK(note(*unknown, "git-format")->fault);
  CHECK(note(*unknown, "git-format")->text ==
        "the repository's extension 'unheardof' is unknown; what git keeps here may be misread");
  CHECK(note(*with("[core]\nrepositoryformatversion = 99\n"), "git-format") != nullptr);
}

TEST_CASE("a reftable is named where a reference is wanted") {
  const Sandbox box;
  box.init();
  box.write("a", "1");
  box.commit();
  const std::string commit = opened({.path = box.root()})->identity().commit;
  box.shell("rm -r .git/refs/heads/* && git config core.repositoryformatversion 1 && "
            "git config extensions.refStorage reftable");
  box.write(".git/HEAD", "ref: refs/heads/.invalid\n");
  const auto source = opened({.path = box.root()});
  CHECK(note(*source, "reftable") != nullptr);
  CHECK(note(*source, "head") == nullptr);
  CHECK(paths(*source) == std::vector<std::string>{"a"});
  const auto refused = open({.path = box.root(), .revision = "HEAD"});
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.errors().front().hint.find("reftable") != std::string::npos);
  CHECK(opened({.path = box.root(), .revision = commit})->identity().commit == commit);
}
