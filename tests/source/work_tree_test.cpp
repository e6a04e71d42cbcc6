// SPDX-License-Identifier: Apache-2.0
#include "source/work_tree.h"

#include "source/sandbox.h"

using namespace readiness::source;
using namespace readiness::source::test;
using Paths = std::vector<std::string>;

TEST_CASE("tracked and untracked files are listed, ignored ones are not") {
  const Sandbox box;
  box.init();
  box.write("src/a.c", "int a;\n");
  box.write("README.md", "# r\n");
  box.write("kept.log", "tracked although ignored\n");
  box.commit();
  box.write(".gitignore", "*.log\nbuild/\n");
  box.write("build/out.o", "x");
  box.write("noise.log", "x");
  box.write("src/new.c", "int n;\n");
  box.write("src/a.c", "int changed;\n");
  const auto source = opened({.path = box.root()});
  CHECK(paths(*source) == Paths{".gitignore", "README.md", "kept.log", "src/a.c", "src/new.c"});
  CHECK(entry(*source, "src/a.c").tracked);
  CHECK_FALSE(entry(*source, "src/new.c").tracked);
  CHECK(bytes(*source, "src/a.c") == "int changed;\n");
  CHECK(bytes(*source, "src/new.c") == "int n;\n");
  CHECK(source->notes().empty());
  CHECK(source->identity().mode == "work tree");
  CHECK(source->identity().branch == "main");
  CHECK(source->identity().commit == box.git_line("rev-parse HEAD"));
  CHECK(source->identity().root == box.root());
}

TEST_CASE("every index version gives the same list") {
  const Sandbox box;
  box.init();
  for (const char* name : {"a", "a.b", "a/b", "a/b.c", "a/long/path/with/names.txt", "a-b", "z\n\x80"}) {
    if (std::string_view(name) == "a") continue;
    box.write(name, name);
  }
  box.commit();
  Paths expected = {"a-b", "a.b", "a/b", "a/b.c", "a/long/path/with/names.txt", "z\n\x80"};
  for (const char* version : {"2", "3", "4"}) {
    box.git(std::string("update-index --index-version ") + version);
    const auto source = opened({.path = box.root()});
    CHECK(paths(*source) == expected);
    for (const Entry& entry : source->entries()) CHECK(entry.tracked);
    CHECK(source->notes().empty());
  }
}

TEST_CASE("a repository without a commit has its files") {
  const Sandbox box;
  box.init();
  box.write("a", "1");
  const auto source = opened({.path = box.root()});
  CHECK(paths(*source) == Paths{"a"});
  CHECK(source->identity().commit.empty());
  CHECK(source->identity().branch == "main");
}

TEST_CASE("a detached HEAD has a commit and no branch") {
  const Sandbox box;
  box.init();
  box.write("a", "1");
  box.commit();
  box.git("checkout -q --detach && git pack-refs --all");
  const auto source = opened({.path = box.root()});
  CHECK(source->identity().branch.empty());
  CHECK(source->identity().commit == box.git_line("rev-parse HEAD"));
}

TEST_CASE("a packed branch is found") {
  const Sandbox box;
  box.init();
  box.commit();
  box.git("pack-refs --all");
  CHECK(opened({.path = box.root()})->identity().commit == box.git_line("rev-parse HEAD"));
}

TEST_CASE("a sub-folder is audited by itself, under the ignore files above it") {
  const Sandbox box;
  box.init();
  box.write("top", "1");
  box.write("sub/deep/tracked", "2");
  box.write("sub.txt", "no part of sub");
  box.commit();
  box.write(".gitignore", "*.tmp\n/sub/deep/never\n");
  box.write("sub/x.tmp", "");
  box.write("sub/deep/never", "");
  box.write("sub/new", "3");
  const auto source = opened({.path = box.path("sub")});
  CHECK(paths(*source) == Paths{"deep/tracked", "new"});
  CHECK(bytes(*source, "deep/tracked") == "2");
  CHECK(bytes(*source, "new") == "3");
  CHECK(source->identity().root == box.path("sub"));
}

TEST_CASE("an ignored sub-folder gives what is tracked in it") {
  const Sandbox box;
  box.init();
  box.write("gen/kept", "1");
  box.commit();
  box.write(".gitignore", "/gen/\n");
  box.write("gen/other", "2");
  CHECK(paths(*opened({.path = box.path("gen")})) == Paths{"kept"});
  CHECK(paths(*opened({.path = box.root()})) == Paths{".gitignore", "gen/kept"});
}

TEST_CASE("a tracked file that was deleted is listed and vanishes on loading") {
  const Sandbox box;
  box.init();
  box.write("a/b", "1");
  box.commit();
  box.shell("rm -r a");
  const auto source = opened({.path = box.root()});
  CHECK(paths(*source) == Paths{"a/b"});
  CHECK(load_status(*source, "a/b") == LoadStatus::vanished);
}

TEST_CASE("an unmerged path is listed once and read from disk") {
  const Sandbox box;
  box.init();
  box.write("f", "base\n");
  box.commit();
  box.git("checkout -q -b other");
  box.write("f", "theirs\n");
  box.commit();
  box.git("checkout -q main");
  box.write("f", "ours\n");
  box.commit();
  box.shell("git merge other");
  REQUIRE(box.git("ls-files -u").size() > 100);
  const auto source = opened({.path = box.root()});
  CHECK(paths(*source) == Paths{"f"});
  CHECK(bytes(*source, "f").find("<<<<<<<") != std::string::npos);
}

TEST_CASE("links are listed and never followed") {
  const Sandbox box;
  box.init("repo");
  box.write("outside", "not yours");
  box.write("repo/real/f", "1");
  box.commit("repo");
  box.link("../outside", "repo/out");
  box.link(".", "repo/loop");
  box.link("loop/loop/nowhere", "repo/broken");
  box.link("/", "repo/slash");
  const auto source = opened({.path = box.path("repo")});
  CHECK(paths(*source) == Paths{"broken", "loop", "out", "real/f", "slash"});
  CHECK(entry(*source, "out").kind == EntryKind::symlink);
  CHECK(load_status(*source, "out") == LoadStatus::not_regular);
  const auto reader = source->make_reader();
  CHECK(reader->link_text(0) == "loop/loop/nowhere");
  CHECK(reader->link_text(2) == "../outside");
  CHECK_FALSE(reader->link_text(3));
}

TEST_CASE("a tracked folder that became a link to the outside is not read through") {
  const Sandbox box;
  box.init("repo");
  box.write("repo/d/f", "inside");
  box.commit("repo");
  box.write("outside/f", "not yours");
  box.shell("rm -r repo/d && ln -s ../outside repo/d");
  const auto source = opened({.path = box.path("repo")});
  CHECK(paths(*source) == Paths{"d", "d/f"});
  CHECK(load_status(*source, "d/f") == LoadStatus::not_regular);
}

TEST_CASE("a FIFO or socket in the work tree is named and not opened") {
  const Sandbox box;
  box.init();
  box.write("was", "a file");
  box.commit();
  box.fifo("pipe");
  box.fifo("was");
  const auto source = opened({.path = box.root()});
  CHECK(paths(*source) == Paths{"pipe", "was"});
  CHECK(entry(*source, "pipe").kind == EntryKind::special);
  CHECK(entry(*source, "was").kind == EntryKind::special);
  CHECK(load_status(*source, "was") == LoadStatus::not_regular);
}

TEST_CASE("executables, links and submodules are told apart") {
  const Sandbox box;
  box.init("inner");
  box.write("inner/f", "1");
  box.commit("inner");
  box.init("repo");
  box.write("repo/run", "#!/bin/sh\n");
  box.shell("chmod +x repo/run");
  box.link("run", "repo/also");
  box.git("-c protocol.file.allow=always submodule --quiet add ../inner sub", "repo");
  box.commit("repo");
  box.write("repo/sub/untracked", "");
  const auto source = opened({.path = box.path("repo")});
  CHECK(paths(*source) == Paths{".gitmodules", "also", "run", "sub"});
  CHECK(entry(*source, "run").kind == EntryKind::executable);
  CHECK(entry(*source, "also").kind == EntryKind::symlink);
  CHECK(entry(*source, "sub").kind == EntryKind::submodule);
  // The submodule itself is a repository of its own.
  CHECK(paths(*opened({.path = box.path("repo/sub")})) == Paths{"f", "untracked"});
}

TEST_CASE("a nested repository is listed, not entered; an empty .git folder hides nothing") {
  const Sandbox box;
  box.init();
  box.init("nested");
  box.write("nested/secret", "");
  box.folder("fake/.git");
  box.write("fake/seen", "");
  const auto source = opened({.path = box.root()});
  CHECK(paths(*source) == Paths{"fake/seen", "nested"});
  CHECK(entry(*source, "nested").kind == EntryKind::submodule);
  CHECK_FALSE(entry(*source, "nested").tracked);
}

TEST_CASE("a linked work tree is found by its .git file") {
  const Sandbox box;
  box.init("main");
  box.write("main/a", "1");
  box.commit("main");
  box.git("worktree add -q -b feature ../linked", "main");
  box.write("linked/new", "2");
  box.write("main/.git/info/exclude", "*.o\n");
  box.write("linked/x.o", "");
  const auto source = opened({.path = box.path("linked")});
  CHECK(paths(*source) == Paths{"a", "new"});
  CHECK(source->identity().branch == "feature");
  CHECK(source->identity().commit == box.git_line("rev-parse HEAD", "main"));
}

TEST_CASE("names are bytes") {
  const Sandbox box;
  box.init();
  const Paths odd = {"\x1B[31mred", " lead",       "-rf",     "\"quoted\"",
                     "a\tb\nc",     "caf\xC3\xA9", "caf\xE9", "\xFF\xFE"};
  for (const std::string& name : odd) box.write(name, name);
  Paths sorted = odd;
  std::sort(sorted.begin(), sorted.end());
  CHECK(paths(*opened({.path = box.root()})) == sorted);
  box.commit();
  const auto source = opened({.path = box.root()});
  CHECK(paths(*source) == sorted);
  for (const std::string& name : odd) CHECK(bytes(*source, name) == name);
}
