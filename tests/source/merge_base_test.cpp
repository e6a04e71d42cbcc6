// SPDX-License-Identifier: Apache-2.0
// Held against `git merge-base --all` on random histories, also with dates that lie.
#include "source/merge_base.h"

#include <random>
#include <set>

#include "source/sandbox.h"

using namespace readiness::source;
using namespace readiness::source::test;

namespace {

/// A history of `count` commits, each a branch "c<i>", for git fast-import.
std::string random_history(std::mt19937& random, int count, bool dates_lie) {
  std::string stream;
  for (int i = 0; i < count; ++i) {
    const int time = 1700000000 + (dates_lie ? static_cast<int>(random() % 5000) : i * 60);
    stream += "commit refs/heads/c" + std::to_string(i) + "\ncommitter a <b> " + std::to_string(time) +
              " +0000\ndata 1\n" + static_cast<char>('a' + i % 26) + "\n";
    std::set<int> parents;
    const int wanted = i == 0 || random() % 12 == 0 ? 0 : static_cast<int>(random() % 3) + 1;
    for (int p = 0; p < wanted; ++p)
      parents.insert(i - 1 - static_cast<int>(random() % static_cast<unsigned>(std::min(i, 7))));
    const char* word = "from";
    for (const int parent : parents) {
      stream += std::string(word) + " refs/heads/c" + std::to_string(parent) + "\n";
      word = "merge";
    }
    stream += "M 100644 inline f\ndata 2\n" + std::to_string(i % 10) + "\n\n";
  }
  return stream;
}

struct Opened {
  explicit Opened(const Sandbox& box)
      : repository(*find_repository(box.root())),
        store(std::make_shared<const ObjectFolder>(repository)),
        commits(repository, store) {}
  Repository repository;
  ObjectStore store;
  CommitReader commits;
};

std::set<std::string> ours(Opened& at, const std::string& a, const std::string& b) {
  std::set<std::string> out;
  for (const ObjectId& id : merge_bases(at.commits, *ObjectId::from_hex(a), *ObjectId::from_hex(b)).commits)
    out.insert(id.hex());
  return out;
}

}  // namespace

TEST_CASE("merge bases are those that git finds") {
  for (const unsigned seed : {1U, 2U, 3U, 4U}) {
    std::mt19937 random(seed);
    const int count = 40;
    const Sandbox box;
    box.init();
    box.write("stream", random_history(random, count, seed % 2 == 0));
    box.git("fast-import --quiet < stream");
    std::string script;
    std::vector<std::pair<std::string, std::string>> pairs;
    for (int i = 0; i < 25; ++i) {
      const auto name = [&] { return "c" + std::to_string(random() % static_cast<unsigned>(count)); };
      pairs.emplace_back(name(), name());
      script += "git rev-parse " + pairs.back().first + " " + pairs.back().second +
                "; git merge-base --all " + pairs.back().first + " " + pairs.back().second + "; echo; ";
    }
    const std::string said = box.shell(script);
    Opened at(box);
    std::size_t line = 0;
    const auto next = [&] {
      const std::size_t end = said.find('\n', line);
      const std::string out = said.substr(line, end - line);
      line = end + 1;
      return out;
    };
    for (const auto& [first, second] : pairs) {
      const std::string a = next(), b = next();
      std::set<std::string> wanted;
      for (std::string base = next(); !base.empty(); base = next()) wanted.insert(base);
      INFO("seed " << seed << ": " << first << " " << second);
      CHECK(ours(at, a, b) == wanted);
    }
  }
}

TEST_CASE("a merge base beyond the border of a shallow clone is not guessed") {
  const Sandbox box;
  box.init("up");
  for (int i = 0; i < 4; ++i) box.commit("up");
  box.git("checkout -q -b side HEAD~3", "up");
  box.commit("up");
  box.git("clone -q --no-local --no-single-branch --depth 2 file://" + box.path("up") + " down");
  const Repository repository = *find_repository(box.path("down"));
  ObjectStore store(std::make_shared<const ObjectFolder>(repository));
  CommitReader commits(repository, store);
  const auto id = [&](const std::string& name) {
    return *ObjectId::from_hex(box.git_line("rev-parse " + name, "down"));
  };
  const MergeBases cut = merge_bases(commits, id("origin/main"), id("origin/side"));
  CHECK(cut.is_cut);
  const MergeBases here = merge_bases(commits, id("origin/main"), id("origin/main~1"));
  CHECK_FALSE(here.is_cut);
  CHECK(here.commits.size() == 1);
}
