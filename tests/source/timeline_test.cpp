// SPDX-License-Identifier: Apache-2.0
#include "source/timeline.h"

#include "source/sandbox.h"

using namespace readiness;
using namespace readiness::source;
using namespace readiness::source::test;

namespace {

std::unique_ptr<Timeline> timeline(const Sandbox& box, std::string_view folder = "") {
  base::Result<std::unique_ptr<Timeline>> out = open_timeline(box.path(folder));
  if (!out) FAIL(base::render(out.errors()));
  return std::move(*out);
}

std::vector<CommitPoint> all(Timeline& line, const std::string& revision, LineEnd& end) {
  std::vector<CommitPoint> out;
  const auto walked =
      line.walk(revision, [&](const CommitPoint& point) { return out.push_back(point), true; });
  REQUIRE(walked.ok());
  end = *walked;
  return out;
}

}  // namespace

TEST_CASE("history is walked along first parents, newest first, with the tags on it") {
  const Sandbox box;
  box.init();
  box.write("f", "1\n");
  box.commit();
  box.git("tag v1");
  box.git("checkout -q -b side");
  box.write("g", "side\n");
  box.commit();
  box.git("tag -a -m x v2-side");
  box.git("checkout -q main");
  box.write("f", "2\n");
  box.commit();
  box.git("merge -q --no-edit side");
  box.git("tag -a -m x deep/v3 && git pack-refs --all && git tag deep/v4");
  const auto line = timeline(box);
  LineEnd end;
  const std::vector<CommitPoint> points = all(*line, "HEAD", end);
  CHECK_FALSE(end.is_cut);
  std::string wanted, got;
  for (const CommitPoint& point : points) got += point.commit + "\n";
  CHECK(got == box.git("rev-list --first-parent HEAD"));
  REQUIRE(points.size() == 3);
  CHECK(points[0].tag == "deep/v4");
  CHECK(points[1].tag.empty());
  CHECK(points[2].tag == "v1");
  CHECK(points[2].time == 1700000000);
  CHECK(line->tags() == 4);
  const auto first = line->open(points[2].commit);
  REQUIRE(first.ok());
  CHECK(paths(**first) == std::vector<std::string>{"f"});
  CHECK(bytes(**first, "f") == "1\n");
  const auto last = line->open(points[0].commit);
  CHECK(bytes(**last, "f") == "2\n");
  CHECK((*last)->identity().commit == points[0].commit);
}

TEST_CASE("a walk ends when it is told to, and says when it had to") {
  const Sandbox box;
  box.init("up");
  for (int i = 0; i < 5; ++i) box.commit("up");
  std::size_t seen = 0;
  REQUIRE(timeline(box, "up")->walk("main", [&](const CommitPoint&) { return ++seen < 2; }).ok());
  CHECK(seen == 2);
  box.git("clone -q --no-local --depth 3 file://" + box.path("up") + " down");
  LineEnd end;
  CHECK(all(*timeline(box, "down"), "HEAD", end).size() == 3);
  CHECK(end.is_cut);
  CHECK(
      end.why ==
      "this shallow clone ends after 3 commits; fetch more (actions/checkout: fetch-depth: 0; elsewhere git "
      "fetch --unshallow)");
}
