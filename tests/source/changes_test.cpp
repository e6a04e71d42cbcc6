// SPDX-License-Identifier: Apache-2.0
#include "source/changes.h"

#include "source/sandbox.h"

using namespace readiness;
using namespace readiness::source;
using namespace readiness::source::test;
using Kind = FileChange::Kind;
using Ranges = std::vector<LineRange>;

namespace {

std::unique_ptr<Changes> since(const Source& tree, const std::string& revision) {
  base::Result<ChangesOrNote> out = changes_since(tree, revision);
  if (!out) FAIL(base::render(out.errors()));
  REQUIRE_FALSE(out->missing);
  return std::move(out->changes);
}

const std::string kTen = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";

}  // namespace

TEST_CASE("changes count from where the branch parted, not from where the other one is now") {
  const Sandbox box;
  box.init();
  box.write("f", kTen);
  box.commit();
  box.git("checkout -q -b topic");
  box.write("f", kTen + "mine\n");
  box.commit();
  box.git("checkout -q main");
  box.write("f", "theirs\n" + kTen);
  box.commit();
  box.git("checkout -q topic");
  const auto tree = opened({.path = box.root(), .revision = "topic"});
  const auto changes = since(*tree, "main");
  CHECK(changes->base() == box.git_line("merge-base main topic"));
  CHECK(changes->of("f").kind == Kind::altered);
  CHECK(changes->of("f").lines == Ranges{{11, 11}});
  CHECK(changes->of("f").has(11));
  CHECK_FALSE(changes->of("f").has(1));
  CHECK(changes->of("f").has(0));
}

TEST_CASE("the work tree and the index are compared as they are") {
  const Sandbox box;
  box.init();
  box.write("same", "x\n");
  box.write("d/f", kTen);
  box.commit();
  box.write("d/f", "0\n" + kTen);
  box.git("add d/f");
  box.write("d/f", "-1\n0\n" + kTen);
  box.write("new", "n\n");
  const auto disk = opened({.path = box.root()});
  const auto of_disk = since(*disk, "HEAD");
  CHECK(of_disk->of("d/f").lines == Ranges{{1, 2}});
  CHECK(of_disk->of("same").kind == Kind::same);
  CHECK_FALSE(of_disk->of("same").has(0));
  CHECK(of_disk->of("new").kind == Kind::added);
  CHECK(of_disk->of("new").has(0));
  const auto index = opened({.path = box.root(), .staged = true});
  const auto staged = uncommitted_changes(*index);
  REQUIRE(staged.ok());
  CHECK(staged->changes->of("d/f").lines == Ranges{{1, 1}});
  CHECK(staged->changes->of("same").kind == Kind::same);
  const auto part = opened({.path = box.path("d"), .staged = true});
  CHECK(uncommitted_changes(*part)->changes->of("f").lines == Ranges{{1, 1}});
}

TEST_CASE("a file that was moved is known by its contents, also when some of them changed") {
  const Sandbox box;
  box.init();
  box.write("old/exact", kTen);
  box.write("old/similar", kTen + "x\ny\nz\n");
  box.write("old/other", "nothing\nlike\nit\n");
  box.commit();
  box.git("mv old/exact exact && git mv old/similar similar && git rm -q old/other");
  box.write("similar", kTen + "x\ny\nchanged\n");
  box.write("unrelated", "quite\nanother\nthing\n");
  box.git("add -A");
  for (const bool staged : {true, false}) {
    const auto tree = opened({.path = box.root(), .staged = staged});
    auto opened_changes = uncommitted_changes(*tree);
    REQUIRE(opened_changes.ok());
    Changes& changes = *opened_changes->changes;
    CHECK(changes.of("exact").kind == Kind::renamed);
    CHECK(changes.of("exact").old_path == "old/exact");
    CHECK(changes.of("exact").lines.empty());
    CHECK(changes.of("similar").kind == Kind::renamed);
    CHECK(changes.of("similar").lines == Ranges{{13, 13}});
    CHECK(changes.of("unrelated").kind == Kind::added);
    CHECK(changes.of("not there").kind == Kind::unreadable);
  }
}

TEST_CASE("everything is new before the first commit") {
  const Sandbox box;
  box.init();
  box.write("a", "x\n");
  box.git("add a");
  const auto tree = opened({.path = box.root(), .staged = true});
  const auto changes = uncommitted_changes(*tree);
  REQUIRE(changes.ok());
  CHECK(changes->changes->of("a").kind == Kind::added);
  CHECK(changes->changes->base().empty());
}

TEST_CASE("what a shallow clone does not hold is named, with the depth that would do") {
  const Sandbox box;
  box.init("up");
  box.write("up/f", "1\n");
  for (int i = 0; i < 4; ++i) box.commit("up");
  box.git("checkout -q -b side HEAD~3", "up");
  box.commit("up");
  box.git("clone -q --no-local --no-single-branch --depth 2 file://" + box.path("up") + " down");
  const auto tree = opened({.path = box.path("down")});
  const auto parted = changes_since(*tree, "origin/main");
  REQUIRE(parted.ok());
  REQUIRE(parted->missing);
  CHECK(parted->missing->fault);
  CHECK(parted->missing->reason == "shallow");
  CHECK(parted->missing->text ==
        "where 'origin/main' parted from the audited commit lies beyond this shallow clone; fetch all of the "
        "history (actions/checkout: fetch-depth: 0; elsewhere git fetch --unshallow)");
  const auto unknown = changes_since(*tree, "HEAD~9");
  REQUIRE(unknown.ok());
  REQUIRE(unknown->missing);
  CHECK(unknown->missing->text ==
        "revision 'HEAD~9' is not in this shallow clone; fetch it first (actions/checkout: fetch-depth: 10; "
        "elsewhere git fetch --depth=10)");
  CHECK(why_not_here(box.path("down"), "v1")->text.find("fetch-depth: 0;") != std::string::npos);
  CHECK_FALSE(why_not_here(box.path("up"), "v1"));
  const auto whole = opened({.path = box.path("up")});
  CHECK_FALSE(changes_since(*whole, "v1").ok());
}

TEST_CASE("histories without a common commit are an error") {
  const Sandbox box;
  box.init();
  box.commit();
  box.git("checkout -q --orphan other && git commit -q --allow-empty -m x");
  const auto tree = opened({.path = box.root()});
  const auto changes = changes_since(*tree, "main");
  REQUIRE_FALSE(changes.ok());
  CHECK(changes.errors().front().message == "revision 'main' has no commit in common with what is audited");
}

TEST_CASE("a blob is named as git names it") {
  const Sandbox box;
  box.init();
  box.write("f", "bytes\n");
  CHECK(blob_name("bytes\n") == box.git_line("hash-object f"));
}
