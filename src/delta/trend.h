// SPDX-License-Identifier: Apache-2.0
// The score at several commits of one line of history, under one ruler.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "delta/delta.h"

namespace readiness::delta {

struct Sample {
  std::string commit{};  ///< full object name
  std::string date{};    ///< ISO date
  std::int64_t time = 0;
  std::string tag{};  ///< with --every tag
  int score = 0;
  double raw = 0;
  bool scored = false;
  std::uint32_t counted = 0, passed = 0, partial = 0, failed = 0;
  bool complete = true;
};

/// One commit that moved the score, held against the commit before it.
struct Mover {
  std::string commit{};
  std::string date{};
  int before = 0, after = 0;
  double points = 0;              ///< raw difference
  std::vector<Change> changes{};  ///< those that moved it, most first
};

struct Trend {
  std::string every{};  ///< "commit", "day", "week", "month", "tag"
  std::string ruler{};
  std::string branch{};
  std::vector<Sample> samples{};  ///< oldest first
  std::vector<Mover> movers{};    ///< most first
  std::vector<std::string> notes{};
};

}  // namespace readiness::delta
