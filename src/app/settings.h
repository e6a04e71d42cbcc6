// SPDX-License-Identifier: Apache-2.0
// Options that mean something: validated, with the configuration's values where the command line is silent.
#pragma once
#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/config.h"
#include "app/environment.h"
#include "app/options.h"
#include "app/sampling.h"
#include "base/result.h"
#include "checks/settings.h"
#include "facts/facts.h"
#include "plan/plan.h"
#include "report/report.h"
#include "source/source.h"

namespace readiness::app {

/// One report to write; without a file it goes to standard output.
struct ReportTarget {
  const report::Format* format = nullptr;
  std::string file{};
};

/// Which faults may be overlooked.
struct Tolerance {
  bool any = false;
  std::set<std::string> reasons{};
  bool allows(const std::string& reason) const { return any || reasons.contains(reason); }
};

struct AuditSettings {
  source::Selection selection{};
  checks::Settings rules{};
  std::vector<std::string> rule_paths{};  ///< --rules
  bool without_built_in = false;
  std::string config_file{};              ///< --config
  std::string config_revision{};          ///< --config-from
  bool without_config = false;
  bool untrusted = false;
  facts::GatherOptions gather{};
  plan::Settings plan{};
  std::vector<ReportTarget> targets{};
  report::RenderOptions render{};
  std::string compare_to{};
  bool no_regress = false;
  std::string since{};
  std::optional<int> target_score{};
  std::optional<int> fail_under{};
  std::optional<rulepack::Priority> fail_on{};
  std::vector<std::string> notes{};  ///< what the configuration changes
  Tolerance tolerance{};
  std::optional<std::chrono::steady_clock::time_point> end{};  ///< when files are not read any more
  std::optional<Every> trend{};     ///< --trend
  bool as_of_is_fixed = false;      ///< --as-of
  std::vector<std::string> what_if{};  ///< --what-if: ids and globs
  bool whole_report_asked = false;  ///< a format was named
  bool quiet = false;
  bool stats = false;
};

/// Without the configuration; every mistake at once.
base::Result<AuditSettings> resolve(const AuditOptions& options, const Environment& environment);

/// The command line wins over the configuration; lists are joined. Call once.
base::Result<AuditSettings> with_config(AuditSettings settings, const Config& config,
                                        const Environment& environment);

}  // namespace readiness::app
