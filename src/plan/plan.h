// SPDX-License-Identifier: Apache-2.0
// What to do, in which order, how long it takes, and what the score will be after each phase.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "checks/verdict.h"
#include "plan/own_words.h"
#include "score/scorecard.h"

namespace readiness::plan {

struct Hours {
  double min = 0;
  double max = 0;
  Hours& operator+=(const Hours& other) { return min += other.min, max += other.max, *this; }
};
/// "30 min", "2-3 h", "1-2 d", "1-2 w": 8 h a day, 5 d a week.
std::string words(const Hours& hours);

struct Item {
  std::size_t verdict = 0;    ///< index into Verdicts::verdicts
  std::uint32_t ordinal = 0;  ///< 1 … n in plan order
  Hours effort{};
  std::string owner{};
  double points = 0;       ///< overall points (0 … 100) that fixing it alone gains, by re-scoring
  bool blocker = false;    ///< critical and failing, or items of the first two phases wait for it
  bool quick_win = false;  ///< at most an hour and worth points
  std::vector<std::string> waits_for{};  ///< check ids that come first
};

struct Phase {
  std::string name{};  ///< "Critical gaps", "High value", "Completion", "Polish"
  rulepack::Priority priority{};
  std::vector<std::size_t> items{};  ///< indices into Plan::items
  Hours effort{};
  double weeks_min = 0, weeks_max = 0;
  int projected_score = 0;  ///< after this and all earlier phases
  double projected_raw = 0;
};

struct Capacity {
  double engineers = 1;
  double hours_a_week = 30;
};

/// Who owns paths: CODEOWNERS lines in order (the last match wins), as GitHub documents it.
struct OwnerRule {
  std::string pattern{};
  std::vector<std::string> owners{};
};

struct Settings {
  Capacity capacity{};
  std::vector<OwnerRule> codeowners{};
  std::vector<std::pair<std::string, std::string>> owners{};  ///< config: check-id glob → owner
  OwnWords own_words{};
};

struct Plan {
  std::vector<Item> items{};
  std::vector<Phase> phases{};  ///< only phases with items
  std::vector<std::size_t> quick_wins{};
  std::vector<std::size_t> blockers{};
  Hours total{};
  double weeks_min = 0, weeks_max = 0;
  OwnWords own_words{};  ///< handed through
};

/// "What if these were done": the score with the named checks fixed, by scoring again.
struct WhatIf {
  std::vector<std::size_t> fixed{};    ///< verdicts that would change, in report order
  std::vector<std::size_t> no_gain{};  ///< named, but they pass already or do not count
  Hours effort{};
  int score = 0;
  double raw = 0;
  double gained = 0;  ///< points, raw
};

/// `checks` are ids or globs.
WhatIf what_if(const checks::Verdicts& verdicts, const rulepack::Weights& weights,
               const std::vector<std::string>& checks);

Plan make_plan(const checks::Verdicts& verdicts, const rulepack::Weights& weights, const Settings& settings);

}  // namespace readiness::plan
