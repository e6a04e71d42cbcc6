// SPDX-License-Identifier: Apache-2.0
// The line is walked from the newest commit backwards, so the first commit met in a period is its last one.
#include "app/sampling.h"

#include <algorithm>
#include <chrono>

namespace readiness::app {
namespace {

constexpr std::int64_t kSecondsADay = 86'400;

std::int64_t days_of(std::int64_t time) {
  return time >= 0 ? time / kSecondsADay : -((-time + kSecondsADay - 1) / kSecondsADay);
}

// Numbers the periods, later ones higher. 1970-01-01 was a Thursday.
std::int64_t period_of(std::int64_t time, Every every) {
  const std::int64_t day = days_of(time);
  if (every == Every::week) return (day + 3) / 7;
  if (every == Every::day) return day;
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  return static_cast<int>(date.year()) * 12 + static_cast<unsigned>(date.month());
}

class Sampler {
 public:
  Sampler(Every every, std::size_t last) : every_(every), last_(last) {}

  bool see(const source::CommitPoint& point) {
    const std::size_t index = out.line.size();
    if (is_sample(point, index)) {
      if (out.samples.size() == last_) return false;
      out.samples.push_back(index);
    }
    out.line.push_back(point);
    return true;
  }

  SampledLine out{};

 private:
  // Clocks that went backwards open no period twice.
  bool is_sample(const source::CommitPoint& point, std::size_t index) {
    if (index == 0 && every_ != Every::tag) period_ = period_of(point.time, every_);
    if (index == 0 || every_ == Every::commit) return true;
    if (every_ == Every::tag) return !point.tag.empty();
    const std::int64_t period = period_of(point.time, every_);
    if (period >= period_) return false;
    period_ = period;
    return true;
  }

  Every every_;
  std::size_t last_;
  std::int64_t period_ = 0;
};

}  // namespace

const std::vector<std::string>& every_names() {
  static const std::vector<std::string> kNames{"commit", "day", "week", "month", "tag"};
  return kNames;
}

base::Result<SampledLine> sample_line(source::Timeline& timeline, const std::string& revision, Every every,
                                      std::size_t last) {
  Sampler sampler(every, last);
  base::Result<source::LineEnd> end =
      timeline.walk(revision, [&](const source::CommitPoint& point) { return sampler.see(point); });
  if (!end) return end.errors();
  SampledLine& out = sampler.out;
  out.end = std::move(*end);
  std::reverse(out.line.begin(), out.line.end());
  for (std::size_t& sample : out.samples) sample = out.line.size() - 1 - sample;
  std::reverse(out.samples.begin(), out.samples.end());
  return std::move(out);
}

}  // namespace readiness::app
