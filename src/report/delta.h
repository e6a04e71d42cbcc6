// SPDX-License-Identifier: Apache-2.0
// A comparison by itself, for `readiness compare`.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "delta/delta.h"
#include "report/report.h"

namespace readiness::report {

/// What is compared, and how the gate (--no-regress) was judged.
struct Comparison {
  std::string tool_version{};
  delta::Delta delta{};
  Gate gate{};
  bool complete = true;
  std::vector<std::string> faults{};
};

std::string render_comparison_terminal(const Comparison& comparison, const RenderOptions& options);
std::string render_comparison_markdown(const Comparison& comparison, const RenderOptions& options);
std::string render_comparison_json(const Comparison& comparison, const RenderOptions& options);

struct ComparisonFormat {
  std::string_view name;
  std::string (*render)(const Comparison&, const RenderOptions&);
};
/// terminal, markdown, json.
const std::vector<ComparisonFormat>& comparison_formats();

/// "up from 45 %", "down from 45 %", "as before"; empty when a side has no score.
std::string since_words(const delta::Delta& delta);
/// "code +4.2, rules -1.0": the causes that moved the score; empty when none did.
std::string causes_words(const delta::Delta& delta);
/// "pass", "fail", "partial (40 %)", "not there".
std::string state_words(const std::optional<checks::Outcome>& outcome, double earned);
/// "fail → pass", or for a check that stayed: "3 new findings, 1 gone".
std::string change_words(const delta::Change& change);
/// A commit's short name or the side's, for people.
std::string side_words(const delta::Side& side);

}  // namespace readiness::report
