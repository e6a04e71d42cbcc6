// SPDX-License-Identifier: Apache-2.0
// One value that all renderers read; none of them decides anything.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "checks/verdict.h"
#include "delta/trend.h"
#include "facts/facts.h"
#include "plan/plan.h"
#include "score/scorecard.h"

namespace readiness::report {

/// The gate: what was asked, and whether it was met.
struct Gate {
  std::optional<int> fail_under{};
  std::optional<rulepack::Priority> fail_on{};
  bool no_regress = false;  ///< no check may be worse than in `Report::delta`
  bool of_change = false;   ///< only what a change brings in was held against it (--staged, --since)
  bool met = true;
  std::vector<std::string> reasons{};  ///< why it was missed
};

/// What the audit looked at and could not read.
struct Coverage {
  std::string anchor{};  ///< a file of the tree at which what is missing may be shown; empty = there is none
  facts::Ledger ledger{};
  std::vector<source::Note> notes{};
  bool complete = true;
  std::vector<std::string> faults{};                           ///< for people, one line each
  std::vector<std::pair<std::string, std::string>> skipped{};  ///< path, reason; the first 200, sorted
};

struct Report {
  std::string tool_version{};
  source::Identity identity{};
  std::string as_of{};    ///< ISO date that "now" was taken to be
  std::string project{};  ///< name of the folder
  std::optional<int> target{};
  checks::Verdicts verdicts{};
  score::Scorecard scorecard{};
  plan::Plan plan{};
  plan::Capacity capacity{};
  rulepack::Weights weights{};
  Gate gate{};
  Coverage coverage{};
  std::vector<std::string> config_notes{};  ///< what the configuration switched off or forced
  std::optional<plan::WhatIf> what_if{};    ///< with --what-if
  std::optional<delta::Delta> delta{};      ///< with --compare-to; its `after` is this report
  std::optional<delta::Trend> trend{};      ///< with --trend
};

struct RenderOptions {
  int width = 80;
  bool colour = false;
  bool verbose = false;
  bool explain_score = false;
};

/// Renders to UTF-8 text that ends in a line break. Total: never fails.
using Render = std::string (*)(const Report&, const RenderOptions&);
std::string render_terminal(const Report& report, const RenderOptions& options);
std::string render_markdown(const Report& report, const RenderOptions& options);
std::string render_html(const Report& report, const RenderOptions& options);
std::string render_json(const Report& report, const RenderOptions& options);
std::string render_sarif(const Report& report, const RenderOptions& options);
std::string render_sarif_all(const Report& report, const RenderOptions& options);
std::string render_junit(const Report& report, const RenderOptions& options);
std::string render_gitlab(const Report& report, const RenderOptions& options);
std::string render_github(const Report& report, const RenderOptions& options);
std::string render_github_summary(const Report& report, const RenderOptions& options);
std::string render_csv(const Report& report, const RenderOptions& options);
std::string render_badge(const Report& report, const RenderOptions& options);
std::string render_badge_json(const Report& report, const RenderOptions& options);

struct Format {
  std::string_view name;
  std::string_view extension;
  Render render;
};
/// The table that --format, --help, validation and the golden tests walk.
const std::vector<Format>& formats();

}  // namespace readiness::report
