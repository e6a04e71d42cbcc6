// SPDX-License-Identifier: Apache-2.0
// Work trees and .git folders that are not what they seem.
#include <fcntl.h>

#include <random>

#include "source/hand_made.h"
#include "source/index_file.h"
#include "source/sandbox.h"
#include "source/staged_view.h"

using namespace readiness::source;
using namespace readiness::source::test;
using Paths = std::vector<std::string>;

TEST_CASE("an index that cannot be read leaves everything untracked and makes the audit incomplete") {
  const Sandbox box;
  box.init();
  box.write("a", "1");
  box.write("b/c", "2");
  box.commit();
  const std::string good = box.read(".git/index");
  const std::vector<std::string> bad = {
      "",
      "garbage",
      std::string(5000, '\xFF'),
      good.substr(0, good.size() / 2),
      "DIRC" + big_endian(9, 4) + good.substr(8),
      "DIRC" + big_endian(2, 4) + big_endian(4'000'000'000U, 4) + good.substr(12)};
  for (const std::string& index : bad) {
    box.write(".git/index", index);
    const auto source = opened({.path = box.root()});
    CHECK(paths(*source) == Paths{"a", "b/c"});
    REQUIRE(note(*source, "index") != nullptr);
    CHECK(note(*source, "index")->fault);
    CHECK_FALSE(entry(*source, "a").tracked);
    CHECK_FALSE(open({.path = box.root(), .staged = true}));
    CHECK_FALSE(staged_difference(box.root()));
  }
}

TEST_CASE("no cut and no flipped byte of an index does harm") {
  const Sandbox box;
  box.init();
  for (const char* name : {"a", "b/c", "b/d", "long/folder/name/file.txt"}) box.write(name, name);
  box.commit();
  std::mt19937 random(7);
  for (const char* version : {"2", "4"}) {
    box.git(std::string("update-index --index-version ") + version);
    const std::string good = box.read(".git/index");
    REQUIRE(parse_index(good, 20));
    for (std::size_t length = 0; length < good.size(); ++length) {
      const auto index = parse_index(std::string_view(good).substr(0, length), 20);
      if (index) CHECK(index->entries.size() <= 4);
    }
    for (int i = 0; i < 2000; ++i) {
      std::string bad = good;
      for (std::size_t flips = 1 + random() % 3; flips > 0; --flips)
        bad[random() % bad.size()] = static_cast<char>(random());
      const auto index = parse_index(bad, 20);
      if (index) CHECK(std::is_sorted(index->entries.begin(), index->entries.end(), earlier_in_index));
    }
  }
}

TEST_CASE("paths of an index that lead out of the folder are not opened") {
  const Sandbox box;
  box.init("repo");
  box.write("outside", "not yours");
  box.write("repo/in", "1");
  const ObjectId id = name_of("blob", "1");
  box.write("repo/.git/index",
            index_of({index_entry("../outside", 0100644, id), index_entry("/etc/hostname", 0100644, id),
                      index_entry("in", 0100644, id), index_entry("x/../../outside", 0100644, id)}));
  const auto source = opened({.path = box.path("repo")});
  CHECK(paths(*source) == Paths{"../outside", "/etc/hostname", "in", "x/../../outside"});
  CHECK(bytes(*source, "in") == "1");
  for (const char* path : {"../outside", "/etc/hostname", "x/../../outside"})
    CHECK(load_status(*source, path) != LoadStatus::ok);
}

TEST_CASE("a FIFO at any name that is read does not stop the audit") {
  for (const char* name : {".gitignore", "sub/.gitignore", ".git/info/exclude", ".git/index", ".git/config",
                           ".git/packed-refs", ".git/HEAD", ".git/shallow", ".git/refs/heads/main"}) {
    const Sandbox box;
    box.write(".git/HEAD", "ref: refs/heads/main\n");
    for (const char* folder : {".git/objects", ".git/refs/heads", ".git/info", "sub"}) box.folder(folder);
    box.write("a", "1");
    box.write("sub/b", "2");
    box.fifo(name);
    INFO(name);
    const auto source = opened({.path = box.root()});
    CHECK(bytes(*source, "a") == "1");
    CHECK(bytes(*source, "sub/b") == "2");
    if (std::string_view(name).ends_with("ignore")) {
      CHECK(entry(*source, name).kind == EntryKind::special);
      REQUIRE(note(*source, "ignore-file") != nullptr);
      CHECK(note(*source, "ignore-file")->text == std::string(name) + ": not used: not a regular file");
    }
  }
}

TEST_CASE("an ignore file that is a link or too large is not used") {
  const Sandbox box;
  box.init();
  box.write("rules", "*\n");
  box.link("rules", ".gitignore");
  box.write("sub/.gitignore", std::string(2 << 20, '#') + "\n*\n");
  box.write("sub/a", "1");
  const auto source = opened({.path = box.root()});
  CHECK(paths(*source) == Paths{".gitignore", "rules", "sub/.gitignore", "sub/a"});
  CHECK(source->notes().size() == 2);
  CHECK_FALSE(source->notes()[0].fault);
}

TEST_CASE("a huge file with holes is skipped by its size") {
  const Sandbox box;
  box.write("a", "");
  const int fd = ::open(box.path("huge").c_str(), O_WRONLY | O_CREAT, 0600);
  REQUIRE(::ftruncate(fd, 100LL << 30U) == 0);
  ::close(fd);
  const auto source = opened({.path = box.root(), .no_git = true});
  const Load load = source->make_reader()->load(position(*source, "huge"), 16 << 20);
  CHECK(load.status == LoadStatus::too_large);
  CHECK(load.size == 100ULL << 30U);
}

TEST_CASE("a file that grows or is replaced between listing and loading is survived") {
  const Sandbox box;
  for (const char* name : {"grows", "link", "fifo", "folder", "gone"}) box.write(name, "1");
  box.write("outside", "secret");
  const auto source = opened({.path = box.root(), .no_git = true});
  box.write("grows", std::string(5000, 'x'));
  box.shell("rm link folder gone && ln -s outside link && mkdir folder");
  box.fifo("fifo");
  CHECK(bytes(*source, "grows").size() == 5000);
  CHECK(load_status(*source, "grows", 100) == LoadStatus::too_large);
  for (const char* name : {"link", "fifo", "folder"})
    CHECK(load_status(*source, name) == LoadStatus::not_regular);
  CHECK(load_status(*source, "gone") == LoadStatus::vanished);
}

TEST_CASE("an unreadable file or folder is named") {
  if (::geteuid() == 0) return;  // root reads everything
  const Sandbox box;
  box.write("locked", "1");
  box.write("closed/f", "1");
  box.shell("chmod 000 locked closed");
  const auto source = opened({.path = box.root(), .no_git = true});
  CHECK(load_status(*source, "locked") == LoadStatus::unreadable);
  REQUIRE(note(*source, "unreadable-folder") != nullptr);
  CHECK(note(*source, "unreadable-folder")->fault);
  box.shell("chmod 700 locked closed");
}

TEST_CASE("a .git file is believed only when the other side agrees") {
  const Sandbox box;
  box.init("private");
  box.write("private/secret", "1");
  box.commit("private");
  box.write("mine/a", "1");
  box.write("mine/.git", "gitdir: ../private/.git\n");
  CHECK(refusal({.path = box.path("mine")}) ==
        "does not lead to a repository that knows this folder | --no-git audits it as a plain folder");
  CHECK(refusal({.path = box.path("mine"), .revision = "HEAD"}).find("does not lead") == 0);
  box.shell("rm mine/.git && ln -s ../private/.git mine/.git");
  CHECK(refusal({.path = box.path("mine")}).find("does not lead") == 0);
  box.shell("rm mine/.git");
  box.fifo("mine/.git");
  CHECK(refusal({.path = box.path("mine")}).find("does not lead") == 0);
  CHECK(paths(*opened({.path = box.path("mine"), .no_git = true})) == Paths{"a"});
}

TEST_CASE("core.worktree does not move the root") {
  const Sandbox box;
  box.init("repo");
  box.write("repo/a", "1");
  box.write("elsewhere/b", "2");
  box.git("config core.worktree " + box.path("elsewhere"), "repo");
  const auto source = opened({.path = box.path("repo")});
  CHECK(paths(*source) == Paths{"a"});
  CHECK(note(*source, "core.worktree") != nullptr);
}

TEST_CASE("what cannot be opened is refused with the way out") {
  const Sandbox box;
  box.write("plain/a", "1");
  CHECK(refusal({.path = box.path("plain")}) ==
        "not a git repository, nor is any folder above it | --no-git audits it as a plain folder");
  CHECK(refusal({.path = box.path("nowhere")}) ==
        "cannot be opened: no such file or directory | name an existing folder");
  box.init("repo");
  CHECK(refusal({.path = box.path("repo/.git")}) ==
        "lies inside a .git folder | name the work tree that holds it");
  CHECK(refusal({.path = box.path("repo"), .staged = true, .revision = "HEAD"}) ==
        "the index and a revision cannot be audited at once | choose --staged or --rev");
  CHECK(refusal({.path = box.path("repo"), .revision = "HEAD"}) ==
        "revision 'HEAD' is not known here | a shallow or partial clone has not every commit: fetch it first "
        "(fetch-depth: 0)");
}

TEST_CASE("unknown formats and extensions of a repository keep its work tree readable") {
  const Sandbox box;
  box.init();
  box.write("a", "1");
  box.commit();
  box.write(".git/config",
            "[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tworktreeConfig = true\n"
            "\tunheardOf = yes\n[include]\n\tpath = /etc/passwd\n" +
                std::string(200'000, '[') + "\n");
  CHECK(paths(*opened({.path = box.root()})) == Paths{"a"});
  CHECK(paths(*opened({.path = box.root(), .revision = "HEAD"})) == Paths{"a"});
}

TEST_CASE("a repository with SHA-256 names is read whole") {
  const Sandbox box;
  box.shell("git init -q -b main --object-format=sha256");
  box.write("a", "1");
  box.write("d/b", "2");
  box.commit();
  CHECK(paths(*opened({.path = box.root()})) == Paths{"a", "d/b"});
  const auto loose = opened({.path = box.root(), .revision = "main"});
  CHECK(loose->identity().commit.size() == 64);
  CHECK(bytes(*loose, "d/b") == "2");
  box.git("gc -q");
  CHECK(bytes(*opened({.path = box.root(), .revision = "main"}), "d/b") == "2");
}
