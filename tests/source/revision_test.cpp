// SPDX-License-Identifier: Apache-2.0
#include "source/revision.h"

#include "source/sandbox.h"

using namespace readiness::source;
using namespace readiness::source::test;

namespace {

struct Asked {
  readiness::base::Result<ResolvedRevision> result;
  std::string commit() const {
    if (!result) return result.errors().front().message;
    return result->commit ? result->commit->hex() : "tree " + result->tree.hex();
  }
};

Asked ask(const Sandbox& box, const std::string& expression) {
  const auto repository = find_repository(box.root());
  REQUIRE(repository);
  ObjectStore store(std::make_shared<const ObjectFolder>(*repository));
  return {resolve_revision(*repository, store, expression)};
}

// Three commits on main, a merge of `side`, tags, a remote.
void build(const Sandbox& box) {
  box.init();
  box.git(
      "commit -q --allow-empty -m 1 && git tag v1 && git tag -a -m x annotated && git tag -a -m y nested "
      "annotated");
  box.git("commit -q --allow-empty -m 2 && git checkout -q -b side && git commit -q --allow-empty -m s");
  box.git("checkout -q main && git commit -q --allow-empty -m 3 && git merge -q --no-ff -m merge side");
  box.git(
      "update-ref refs/remotes/origin/main main~1 && git symbolic-ref refs/remotes/origin/HEAD "
      "refs/remotes/origin/main");
  box.write("f", "1");
  box.commit();
}

}  // namespace

TEST_CASE("revision expressions mean what git means") {
  const Sandbox box;
  build(box);
  for (const bool packed : {false, true}) {
    if (packed) box.git("-c gc.reflogExpire=never -c gc.reflogExpireUnreachable=never gc -q");
    std::vector<std::string> expressions = {"HEAD",
                                            "@",
                                            "main",
                                            "heads/main",
                                            "refs/heads/main",
                                            "side",
                                            "v1",
                                            "tags/v1",
                                            "annotated",
                                            "nested",
                                            "nested^0",
                                            "nested^{}",
                                            "nested^{commit}",
                                            "origin",
                                            "origin/main",
                                            "HEAD~1",
                                            "HEAD^",
                                            "HEAD^^2",
                                            "HEAD~1^2~1",
                                            "@~2",
                                            "main~0",
                                            "HEAD@{1}",
                                            "@{0}",
                                            "main@{2}",
                                            "HEAD@{1}~1",
                                            "v1~0^0"};
    for (const char* name : {"HEAD", "HEAD~2", "side"}) {
      const std::string full = box.git_line(std::string("rev-parse ") + name);
      for (const std::size_t digits : {40, 12, 7}) expressions.push_back(full.substr(0, digits));
      expressions.push_back("v1-3-g" + full.substr(0, 9));
    }
    for (const std::string& expression : expressions) {
      INFO(expression);
      CHECK(ask(box, expression).commit() ==
            box.git_line("rev-parse --verify '" + expression + "^{commit}'"));
    }
    CHECK(ask(box, "HEAD^{tree}").commit() == "tree " + box.git_line("rev-parse HEAD^{tree}"));
    CHECK(ask(box, "main").result->branch == "main");
    CHECK(ask(box, "HEAD").result->branch == "main");
    CHECK(ask(box, "main~1").result->branch.empty());
    CHECK(ask(box, "v1").result->branch.empty());
  }
}

TEST_CASE("a revision that cannot be had is refused by name") {
  const Sandbox box;
  build(box);
  CHECK(ask(box, "nope").commit() == "revision 'nope' is not known here");
  CHECK(ask(box, "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef").commit() ==
        "revision 'deadbeefdeadbeefdeadbeefdeadbeefdeadbeef' is not known here");
  CHECK(ask(box, "v1~1").commit() == "revision 'v1~1' goes beyond the first commit that is here");
  CHECK(ask(box, "HEAD^3").commit() == "revision 'HEAD^3' goes beyond the first commit that is here");
  CHECK(ask(box, "v1..main").commit() == "revision 'v1..main' is a range");
  CHECK(ask(box, "HEAD:f").commit() == "revision 'HEAD:f' names a file or a search");
  CHECK(ask(box, "main@{upstream}").commit() ==
        "revision 'main@{upstream}' uses @{upstream}, which is not supported");
  CHECK(ask(box, "HEAD^{blob}").commit() == "revision 'HEAD^{blob}' uses ^{blob}, which is not supported");
  CHECK(ask(box, "HEAD^{").commit() == "revision 'HEAD^{' has an open brace");
  CHECK(ask(box, "HEAD^x").commit() == "revision 'HEAD^x' cannot be understood");
  CHECK(ask(box, "../../etc/passwd").commit() == "revision '../../etc/passwd' is a range");
  CHECK(ask(box, "a\x1B[31m").commit() == "revision 'a\\x1b[31m' is not known here");
  CHECK(ask(box, box.git_line("rev-parse HEAD:f")).commit().find("is no commit") != std::string::npos);
}

TEST_CASE("references that lead in circles or out of the repository end") {
  const Sandbox box;
  box.init();
  box.commit();
  box.write(".git/refs/heads/x", "ref: refs/heads/y\n");
  box.write(".git/refs/heads/y", "ref: refs/heads/x\n");
  box.write(".git/refs/heads/out", "ref: ../../../etc/hostname\n");
  box.write(".git/refs/heads/junk", "not a name\n");
  box.link("/etc/hostname", ".git/refs/heads/link");
  box.fifo(".git/refs/heads/pipe");
  for (const char* name : {"x", "out", "junk", "link", "pipe"}) CHECK_FALSE(ask(box, name).result);
  box.write(".git/HEAD", "ref: refs/heads/x\n");
  CHECK(opened({.path = box.root()})->identity().commit.empty());
}
