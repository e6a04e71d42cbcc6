// SPDX-License-Identifier: Apache-2.0
#include "source/blob_source.h"

#include "source/sandbox.h"
#include "source/staged_view.h"

using namespace readiness::source;
using namespace readiness::source::test;
using Paths = std::vector<std::string>;

namespace {

Paths staged_paths(const std::string& root) {
  Paths out;
  const auto difference = staged_difference(root);
  for (const StagedDifference::Path& path : difference.value().changed) out.push_back(path.path);
  return out;
}

}  // namespace

TEST_CASE("the index is audited as it is staged, not as the disk has it") {
  const Sandbox box;
  box.init();
  box.write("a", "committed\n");
  box.write("gone", "x\n");
  box.commit();
  box.write("a", "staged\n");
  box.write("new", "staged too\n");
  box.git("add -A && git rm -q gone");
  box.write("a", "on disk\n");
  box.write("untracked", "");
  box.write("announced", "");
  box.git("add -N announced");
  const auto source = opened({.path = box.root(), .staged = true});
  CHECK(paths(*source) == Paths{"a", "new"});
  CHECK(bytes(*source, "a") == "staged\n");
  CHECK(bytes(*source, "new") == "staged too\n");
  CHECK(entry(*source, "a").blob == box.git_line("rev-parse :a"));
  CHECK(source->identity().mode == "staged");
  CHECK(source->identity().commit_time == 1700000000);
  CHECK(staged_paths(box.root()) == Paths{"a", "new"});
}

TEST_CASE("an unmerged path is staged as ours") {
  const Sandbox box;
  box.init();
  box.write("f", "base\n");
  box.write("g", "base\n");
  box.commit();
  box.git("checkout -q -b other && git rm -q g");
  box.write("f", "theirs\n");
  box.commit();
  box.git("checkout -q main");
  box.write("f", "ours\n");
  box.write("g", "changed here\n");
  box.commit();
  box.shell("git merge other");
  const auto source = opened({.path = box.root(), .staged = true});
  CHECK(paths(*source) == Paths{"f", "g"});
  CHECK(bytes(*source, "f") == "ours\n");
  CHECK(bytes(*source, "g") == "changed here\n");
}

TEST_CASE("everything is a change before the first commit") {
  const Sandbox box;
  box.init();
  CHECK(staged_paths(box.root()).empty());
  box.write("d/b", "1");
  box.write("a", "1");
  box.git("add .");
  CHECK(staged_paths(box.root()) == Paths{"a", "d/b"});
  CHECK(staged_paths(box.path("d")) == Paths{"b"});
  box.commit();
  CHECK(staged_paths(box.root()).empty());
  box.git("update-index --chmod=+x a");
  CHECK(staged_paths(box.root()) == Paths{"a"});
}

TEST_CASE("a staged path is new or knows what HEAD has there, folders that git knows to be equal aside") {
  const Sandbox box;
  box.init();
  for (const char* path : {"a", "deep/in/here", "deep/other", "z/gone", "z/kept"}) box.write(path, path);
  box.commit();  // the index knows the trees of all folders now
  CHECK(staged_difference(box.root()).value().changed.empty());
  box.write("deep/other", "changed\n");
  box.write("deep/new", "new\n");
  box.git("add -A");
  StagedDifference difference = staged_difference(box.root()).value();
  REQUIRE(difference.changed.size() == 2);
  CHECK(difference.changed[0].path == "deep/new");
  CHECK(difference.changed[0].is_new);
  CHECK(difference.changed[1].path == "deep/other");
  CHECK_FALSE(difference.changed[1].is_new);
  CHECK(difference.changed[1].before.hex() == box.git_line("rev-parse HEAD:deep/other"));
  CHECK_FALSE(difference.removes_files);
  box.git("rm -q --cached z/gone");
  CHECK(staged_difference(box.root()).value().removes_files);

  const auto staged = opened({.path = box.root(), .staged = true});
  difference = staged_difference(box.root()).value();
  const std::unique_ptr<Source> part = changed_part(*staged, difference);
  CHECK(paths(*part) == Paths{"deep/new", "deep/other"});
  CHECK(bytes(*part, "deep/other") == "changed\n");
  const auto before = changed_part_before(*staged, difference, box.root());
  REQUIRE(before.ok());
  CHECK(bytes(**before, "deep/other") == "deep/other");
  CHECK((*before)->make_reader()->load(0, 100).status == LoadStatus::vanished);
}

TEST_CASE("a revision is read from loose objects and from packs alike") {
  const Sandbox box;
  box.init();
  for (int i = 0; i < 40; ++i)
    box.write("d" + std::to_string(i % 4) + "/f" + std::to_string(i), std::string(i * 50, 'x') + "\n");
  box.write("run", "#!\n");
  box.shell("chmod +x run; ln -s run link");
  box.commit();
  box.write("d1/f1", "second\n");
  box.commit();
  const auto check = [&] {
    const auto source = opened({.path = box.root(), .revision = "HEAD~1"});
    CHECK(source->entries().size() == 42);
    CHECK(std::is_sorted(source->entries().begin(), source->entries().end(),
                         [](const Entry& a, const Entry& b) { return a.path < b.path; }));
    CHECK(bytes(*source, "d1/f1") == std::string(50, 'x') + "\n");
    CHECK(bytes(*source, "d3/f39") == std::string(39 * 50, 'x') + "\n");
    CHECK(entry(*source, "run").kind == EntryKind::executable);
    CHECK(entry(*source, "link").kind == EntryKind::symlink);
    const auto link = std::find_if(source->entries().begin(), source->entries().end(),
                                   [](const Entry& e) { return e.path == "link"; });
    CHECK(source->make_reader()
              ->link_text(static_cast<std::size_t>(link - source->entries().begin()))
              .value_or("")
              .size() > 0);
    CHECK(source->notes().empty());
    CHECK(source->identity().commit == box.git_line("rev-parse HEAD~1"));
    CHECK(source->identity().commit_time == 1700000000);
    CHECK(source->identity().mode == "revision");
    CHECK(bytes(*opened({.path = box.root(), .revision = "main"}), "d1/f1") == "second\n");
  };
  check();
  box.git("gc -q --prune=now");
  REQUIRE(box.shell("find .git/objects -type f | grep -v -e /pack/ -e /info/").empty());
  check();
}

TEST_CASE("a sub-folder of a revision has its own paths") {
  const Sandbox box;
  box.init();
  box.write("a/b/c", "1");
  box.write("a/bb", "2");
  box.write("z", "3");
  box.commit();
  CHECK(paths(*opened({.path = box.path("a/b"), .revision = "HEAD"})) == Paths{"c"});
  CHECK(paths(*opened({.path = box.path("a"), .revision = "HEAD"})) == Paths{"b/c", "bb"});
  CHECK(paths(*opened({.path = box.path("a/b"), .staged = true})) == Paths{"c"});
  CHECK(read_at_revision(box.path("a"), "HEAD", "b/c").value() == "1");
}

TEST_CASE("a bare repository is audited by revision only") {
  const Sandbox box;
  box.init("repo");
  box.write("repo/a", "1");
  box.commit("repo");
  box.git("clone -q --bare repo bare.git");
  CHECK(refusal({.path = box.path("bare.git")}) ==
        "is a bare repository and has no work tree | --rev HEAD audits its latest commit");
  CHECK(paths(*opened({.path = box.path("bare.git"), .revision = "HEAD"})) == Paths{"a"});
}

TEST_CASE("tracked files that look like a bare repository hide nothing") {
  const Sandbox box;
  box.init();
  box.write("x/HEAD", "ref: refs/heads/main\n");
  box.write("x/objects/k", "");
  box.write("x/refs/k", "");
  box.write("x/secret", "found");
  box.commit();
  CHECK(bytes(*opened({.path = box.path("x")}), "secret") == "found");
}

TEST_CASE("submodules of a revision are listed, not entered") {
  const Sandbox box;
  box.init("inner");
  box.commit("inner");
  box.init("repo");
  box.git("-c protocol.file.allow=always submodule --quiet add ../inner sub", "repo");
  box.commit("repo");
  const auto source = opened({.path = box.path("repo"), .revision = "HEAD"});
  CHECK(paths(*source) == Paths{".gitmodules", "sub"});
  CHECK(entry(*source, "sub").kind == EntryKind::submodule);
  CHECK(load_status(*source, "sub") == LoadStatus::not_regular);
}

TEST_CASE("one file of a revision is read, or the reason names it") {
  const Sandbox box;
  box.init();
  box.write("conf/a.toml", "x = 1\n");
  box.link("a.toml", "conf/l");
  box.commit();
  CHECK(read_at_revision(box.root(), "main", "conf/a.toml").value() == "x = 1\n");
  const auto why = [&](const std::string& revision, const std::string& path) {
    const auto result = read_at_revision(box.root(), revision, path);
    REQUIRE(!result);
    return result.errors().front().message;
  };
  CHECK(why("main", "conf/b.toml") == "is not there at revision 'main'");
  CHECK(why("main", "conf/a.toml/x") == "is not there at revision 'main'");
  CHECK(why("main", "conf") == "is not a regular file at revision 'main'");
  CHECK(why("main", "conf/l") == "is not a regular file at revision 'main'");
  CHECK(why("nope", "conf/a.toml") == "revision 'nope' is not known here");
}

TEST_CASE("files that a sparse checkout left out are read from their objects") {
  const Sandbox box;
  box.init();
  box.write("in/a", "1");
  box.write("out/README.md", "# here\n");
  box.write("out/deep/x", "2");
  box.commit();
  for (const char* mode : {"--no-sparse-index", "--sparse-index"}) {
    box.git(std::string("sparse-checkout set --cone ") + mode + " in");
    const auto source = opened({.path = box.root()});
    CHECK(paths(*source) == Paths{"in/a", "out/README.md", "out/deep/x"});
    CHECK(bytes(*source, "out/README.md") == "# here\n");
    CHECK(bytes(*source, "out/deep/x") == "2");
    CHECK(paths(*opened({.path = box.path("in")})) == Paths{"a"});
    CHECK(source->notes().empty());
  }
}

TEST_CASE("a split index is joined with its shared one") {
  const Sandbox box;
  box.init();
  for (const char* name : {"a", "b", "c", "d", "e"}) box.write(name, name);
  box.git("add . && git update-index --split-index");
  box.write("b", "changed");
  box.write("bb", "new");
  box.git("rm -q --cached c && git add b bb");
  REQUIRE(box.read(".git/index").find("link") != std::string::npos);
  const auto source = opened({.path = box.root(), .staged = true});
  CHECK(paths(*source) == Paths{"a", "b", "bb", "d", "e"});
  CHECK(bytes(*source, "b") == "changed");
  CHECK(source->notes().empty());
}

TEST_CASE("a partial clone says how many files it lacks") {
  const Sandbox box;
  box.init("full");
  box.write("full/a", "1");
  box.write("full/b", "2");
  box.commit("full");
  box.git("config uploadpack.allowFilter true", "full");
  box.git("clone -q --no-checkout --filter=blob:none file://" + box.path("full") + " partial");
  const auto source = opened({.path = box.path("partial"), .revision = "HEAD"});
  REQUIRE(note(*source, "partial-clone") != nullptr);
  CHECK(note(*source, "partial-clone")->fault);
  CHECK(note(*source, "partial-clone")->text == "2 of 2 files were not fetched with this partial clone");
  CHECK(load_status(*source, "a") == LoadStatus::missing);
}

TEST_CASE("another repository's objects are not used") {
  const Sandbox box;
  box.init("private");
  box.write("private/a", "1");
  box.commit("private");
  box.git("clone -q --shared private copy");
  const std::string head = box.git_line("rev-parse HEAD", "private");
  CHECK(refusal({.path = box.path("copy"), .revision = "HEAD"}) ==
        "revision 'HEAD' cannot be read: object " + head +
            " is missing | its objects may lie in another repository (objects/info/alternates), which is not "
            "followed");
  CHECK(bytes(*opened({.path = box.path("copy")}), "a") == "1");
}
