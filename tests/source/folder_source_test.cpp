// SPDX-License-Identifier: Apache-2.0
#include "source/folder_source.h"

#include <fcntl.h>

#include "source/sandbox.h"

using namespace readiness::source;
using namespace readiness::source::test;
using Paths = std::vector<std::string>;

TEST_CASE("a plain folder is listed under its ignore files, without .git folders") {
  const Sandbox box;
  box.write("a/b.txt", "1");
  box.write("a/.gitignore", "*.o\n");
  box.write("a/x.o", "");
  box.write("x.o", "kept");
  box.write(".git/config", "");
  box.write("vendor/.git/HEAD", "");
  box.write("vendor/v", "");
  const auto source = opened({.path = box.root(), .no_git = true});
  CHECK(paths(*source) == Paths{"a/.gitignore", "a/b.txt", "vendor/v", "x.o"});
  CHECK(bytes(*source, "x.o") == "kept");
  CHECK(source->identity().mode == "folder");
  CHECK(source->identity().commit.empty());
}

TEST_CASE("an empty folder gives nothing") {
  const Sandbox box;
  CHECK(opened({.path = box.root(), .no_git = true})->entries().empty());
}

TEST_CASE("what is not there or not a folder is refused by name") {
  const Sandbox box;
  box.write("file", "");
  CHECK(refusal({.path = box.path("nowhere"), .no_git = true}) ==
        "cannot be opened: no such file or directory | name an existing folder");
  CHECK(refusal({.path = box.path("file"), .no_git = true}) ==
        "is not a folder | name the folder that holds the repository");
  CHECK(refusal({.path = box.root(), .staged = true, .no_git = true}) ==
        "a plain folder has neither an index nor revisions | leave --no-git out");
}

TEST_CASE("a folder far deeper than PATH_MAX is listed and read") {
  const Sandbox box;
  const std::string name(40, 'd');
  int at = ::open(box.root().c_str(), O_RDONLY | O_DIRECTORY);
  for (int level = 0; level < 300; ++level) {
    REQUIRE(::mkdirat(at, name.c_str(), 0700) == 0);
    const int next = ::openat(at, name.c_str(), O_RDONLY | O_DIRECTORY);
    ::close(at);
    at = next;
  }
  const int end = ::openat(at, "end", O_WRONLY | O_CREAT, 0600);
  REQUIRE(::write(end, "deep\n", 5) == 5);
  ::close(end);
  ::close(at);
  const auto source = opened({.path = box.root(), .no_git = true});
  REQUIRE(source->entries().size() == 1);
  CHECK(source->entries()[0].path.size() == 300 * 41 + 3);
  CHECK(bytes(*source, source->entries()[0].path) == "deep\n");
  CHECK(source->notes().empty());
}
