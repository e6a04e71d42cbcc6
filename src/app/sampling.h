// SPDX-License-Identifier: Apache-2.0
// Which commits of a line of history are looked at.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "source/timeline.h"

namespace readiness::app {

enum class Every : std::uint8_t { commit, day, week, month, tag };
/// Their names, in that order.
const std::vector<std::string>& every_names();

struct SampledLine {
  std::vector<source::CommitPoint> line{};  ///< first parents from the oldest that was visited to the newest
  std::vector<std::size_t> samples{};       ///< indices into `line`, ascending
  source::LineEnd end{};
};

/// At most `last` samples, counted from the newest: the last commit of each day, week (from Monday) or month
/// (UTC), each commit, or each tagged one. The newest commit is always one.
base::Result<SampledLine> sample_line(source::Timeline& timeline, const std::string& revision, Every every,
                                      std::size_t last);

}  // namespace readiness::app
