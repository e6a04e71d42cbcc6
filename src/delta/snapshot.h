// SPDX-License-Identifier: Apache-2.0
// An audit reduced to what comparing needs: taken from verdicts, or read back from an earlier JSON report.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "checks/verdict.h"
#include "score/scorecard.h"

namespace readiness::delta {

struct KnownFinding {
  std::string fingerprint{};
  std::string path{};
  std::uint32_t line = 0;
  bool waived = false;
};

/// A check as one audit left it.
struct CheckState {
  std::string id{}, title{}, pack{};
  rulepack::Priority priority = rulepack::Priority::medium;
  rulepack::Confidence confidence = rulepack::Confidence::structural;
  checks::Outcome outcome = checks::Outcome::unknown;
  bool preview = false;
  bool counts = false;  ///< enters the score
  double weight = 0;    ///< of the check, whether it counts or not
  double earned = 0;    ///< 0 … 1
  std::string rule{};   ///< names the rule as it was resolved; empty when the report does not say
  std::uint64_t findings_total = 0;
  std::vector<KnownFinding> findings{};
};

/// To production, by the plan of that audit.
struct Weeks {
  double min = 0, max = 0;
};

/// Whose audit it is, as people call it.
struct Side {
  std::string name{};    ///< "origin/main", "report.json", "work tree"
  std::string commit{};  ///< full object name, or empty
  std::string date{};    ///< ISO date of the commit, or empty
  std::string ruler{};
  int score = 0;
  double raw = 0;
  bool scored = false;  ///< false when no check counted
  bool complete = true;
  std::optional<Weeks> weeks{};  ///< none when the report does not say
};

struct Snapshot {
  Side side{};
  std::vector<CheckState> checks{};  ///< in the order of the packs
};

/// `side` needs its name, commit, date and completeness; the rest is filled in.
Snapshot snapshot_of(const checks::Verdicts& verdicts, const rulepack::Weights& weights, Side side);

/// A report that `audit --format json` wrote. Fails, with `name` as the place, on anything else.
base::Result<Snapshot> read_report(std::string_view json, const std::string& name);

/// Score of the states that count.
score::Tally tally_of(const std::vector<CheckState>& checks);

}  // namespace readiness::delta
