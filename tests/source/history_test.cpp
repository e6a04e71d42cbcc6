// SPDX-License-Identifier: Apache-2.0
#include "source/sandbox.h"

using namespace readiness::source;
using namespace readiness::source::test;
using readiness::base::GlobSet;
using Paths = std::vector<std::string>;

namespace {

History history(const std::string& root, const std::vector<std::string>& globs,
                const std::string& revision = "HEAD") {
  const auto set = GlobSet::compile(globs);
  REQUIRE(set);
  const auto result = read_history(root, revision, *set);
  if (!result) FAIL(readiness::base::render(result.errors()));
  return *result;
}

}  // namespace

TEST_CASE("a file that was deleted long ago is found in history") {
  const Sandbox box;
  box.init();
  box.write("conf/.env", "X=1\n");
  box.write("conf/sub/.env", "X=1\n");
  box.commit();
  box.shell("rm -r conf");
  box.write("a", "1");
  box.commit();
  box.git("checkout -q -b side HEAD~1");
  box.write("b.pem", "");
  box.commit();
  box.git("checkout -q main && git merge -q -m merged side");
  box.git("rm -rq --ignore-unmatch b.pem && git commit -q -m gone");
  const History found = history(box.root(), {".env", "*.pem"});
  CHECK(found.ever_matched == Paths{"b.pem", "conf/.env", "conf/sub/.env"});
  CHECK(found.commits == 5);
  CHECK(found.complete);
  CHECK(found.last_commit_time == 1700000000);
  CHECK(history(box.root(), {"*.pem"}, "HEAD~1^").ever_matched.empty());
  box.git("gc -q");
  CHECK(history(box.root(), {".env", "*.pem"}).ever_matched == found.ever_matched);
}

TEST_CASE("the same folder at two places is looked at twice") {
  const Sandbox box;
  box.init();
  box.write("a/key", "1");
  box.write("b/key", "1");
  box.commit();
  CHECK(history(box.root(), {"/b/key"}).ever_matched == Paths{"b/key"});
}

TEST_CASE("history of a sub-folder has its paths") {
  const Sandbox box;
  box.init();
  box.write("sub/x/.env", "1");
  box.write(".env", "1");
  box.commit();
  box.folder("sub");
  CHECK(history(box.path("sub"), {".env"}).ever_matched == Paths{"x/.env"});
}

TEST_CASE("without a question only the last commit is read") {
  const Sandbox box;
  box.init();
  box.commit();
  const History found = history(box.root(), {});
  CHECK(found.last_commit_time == 1700000000);
  CHECK(found.commits == 0);
  CHECK(found.complete);
}

TEST_CASE("a shallow clone is read to its boundary and says so") {
  const Sandbox box;
  box.init("full");
  box.write("full/.env", "1");
  box.commit("full");
  box.git("rm -q .env && git commit -q -m gone", "full");
  box.commit("full");
  box.git("clone -q --depth 2 file://" + box.path("full") + " cut");
  const History found = history(box.path("cut"), {".env"});
  CHECK(found.commits == 2);
  CHECK_FALSE(found.complete);
  CHECK(found.why_incomplete ==
        "shallow clone: history is cut after 2 commits; fetch all of it (actions/checkout: fetch-depth: 0, "
        "git fetch "
        "--unshallow)");
  CHECK(opened({.path = box.path("cut"), .revision = "HEAD"})->notes().empty());
}

TEST_CASE("authors, dates and messages of any kind do not end the walk") {
  const Sandbox box;
  box.init();
  box.write("kept", "1");
  box.commit();
  const std::string tree = box.git_line("rev-parse HEAD^{tree}");
  std::string parent = box.git_line("rev-parse HEAD");
  for (const char* who :
       {"author\ncommitter", "author x <> 99999999999999999999 +0000\ncommitter <a> -5 +9999",
        "author \x01\xFF\ncommitter a <b> 12x"}) {
    box.write("raw", "tree " + tree + "\nparent " + parent + "\n" + who + "\n\nm\n");
    parent = box.git_line("hash-object --literally -t commit -w raw");
    box.shell("rm raw");
  }
  box.git("update-ref refs/heads/main " + parent);
  const History found = history(box.root(), {"kept"});
  CHECK(found.commits == 4);
  CHECK(found.complete);
  CHECK(found.ever_matched == Paths{"kept"});
}

TEST_CASE("a missing parent makes history incomplete by name") {
  const Sandbox box;
  box.init();
  box.commit();
  const std::string lost = box.git_line("rev-parse HEAD");
  box.commit();
  box.shell("rm -f .git/objects/" + lost.substr(0, 2) + "/" + lost.substr(2));
  const History found = history(box.root(), {"*"});
  CHECK(found.commits == 1);
  CHECK_FALSE(found.complete);
  CHECK(found.why_incomplete == "commit " + lost + " cannot be read");
}
