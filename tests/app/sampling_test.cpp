// SPDX-License-Identifier: Apache-2.0
#include "app/sampling.h"

#include <catch2/catch.hpp>

using namespace readiness;
using app::Every;

namespace {

constexpr std::int64_t kDay = 86'400;
constexpr std::int64_t kMonday = 1767571200;  // 2026-01-05

/// Commits given from the oldest to the newest.
class FakeTimeline final : public source::Timeline {
 public:
  explicit FakeTimeline(std::vector<source::CommitPoint> line, source::LineEnd end = {})
      : line_(std::move(line)), end_(std::move(end)) {}
  base::Result<source::LineEnd> walk(const std::string&,
                                     const std::function<bool(const source::CommitPoint&)>& see) override {
    for (auto point = line_.rbegin(); point != line_.rend(); ++point)
      if (!see(*point)) return source::LineEnd{};
    return end_;
  }
  base::Result<std::unique_ptr<source::Source>> open(const std::string&) override {
    return base::Diagnostic{.file = {}, .message = "not here"};
  }
  std::size_t tags() override { return 0; }

 private:
  std::vector<source::CommitPoint> line_;
  source::LineEnd end_;
};

std::string sampled(const std::vector<source::CommitPoint>& line, Every every, std::size_t last) {
  FakeTimeline timeline(line);
  const auto out = app::sample_line(timeline, "HEAD", every, last);
  REQUIRE(out.ok());
  std::string names;
  for (const std::size_t place : out->samples) names += out->line[place].commit;
  return names;
}

const std::vector<source::CommitPoint> kLine{
    {"a", kMonday - 40 * kDay, ""}, {"b", kMonday - kDay, ""},       {"c", kMonday - kDay + 3600, "v1"},
    {"d", kMonday + 60, ""},        {"e", kMonday + 2 * kDay, "v2"}, {"f", kMonday + 2 * kDay + 60, ""},
    {"g", kMonday + 7 * kDay, ""}};

}  // namespace

TEST_CASE("each period is represented by its last commit") {
  CHECK(sampled(kLine, Every::commit, 100) == "abcdefg");
  CHECK(sampled(kLine, Every::day, 100) == "acdfg");
  CHECK(sampled(kLine, Every::week, 100) == "acfg");
  CHECK(sampled(kLine, Every::month, 100) == "ag");
  CHECK(sampled(kLine, Every::tag, 100) == "ceg");
}

TEST_CASE("the newest samples are taken, and nothing older is visited") {
  CHECK(sampled(kLine, Every::commit, 3) == "efg");
  CHECK(sampled(kLine, Every::week, 2) == "fg");
  FakeTimeline timeline(kLine, {true, "cut"});
  CHECK_FALSE(app::sample_line(timeline, "HEAD", Every::commit, 3)->end.is_cut);
  CHECK(app::sample_line(timeline, "HEAD", Every::commit, 100)->end.is_cut);
}

TEST_CASE("a clock that went backwards opens no period twice") {
  CHECK(sampled({{"a", kMonday, ""},
                 {"b", kMonday + 9 * kDay, ""},
                 {"c", kMonday + kDay, ""},
                 {"d", kMonday + 2 * kDay, ""}},
                Every::week, 100) == "d");
}
