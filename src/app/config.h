// SPDX-License-Identifier: Apache-2.0
// .readiness.toml as data. Where each name stood is kept, so that a typo can be shown once the rules are
// known.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "checks/settings.h"
#include "plan/plan.h"
#include "rulepack/model.h"

namespace readiness::app {

inline constexpr std::string_view kConfigName = ".readiness.toml";
inline constexpr std::size_t kMaxConfigBytes = std::size_t{64} * 1024;

/// A name of the rules that the configuration speaks of.
struct RuleName {
  enum class Kind { check, check_glob, pack, trait };
  Kind kind = Kind::check;
  std::string name{};
  base::Mark mark{};
};

struct Config {
  std::string file{};  ///< as shown; empty = there is none
  std::string text{};  ///< for the line above a caret
  std::optional<int> target{};
  std::optional<int> fail_under{};
  std::optional<rulepack::Priority> fail_on{};
  std::vector<std::string> only_packs{}, skip_packs{};
  std::vector<std::string> skip_checks{};  ///< id globs
  std::vector<std::string> exclude{};      ///< path globs
  std::vector<std::string> rules{};        ///< folders below the root
  std::map<std::string, rulepack::Priority> priorities{};
  std::map<std::string, bool> traits{};
  plan::Capacity capacity{};
  std::vector<std::pair<std::string, std::string>> owners{};  ///< id glob → owner
  plan::OwnWords own_words{};  ///< [roadmap]
  std::vector<checks::Unit> units{};
  std::vector<checks::WaiverRule> waivers{};
  std::vector<checks::Attestation> attestations{};
  std::vector<RuleName> names{};
};

/// All mistakes at once, each with its place, caret and hint. `file` is how messages call it.
base::Result<Config> parse_config(std::string_view text, std::string_view file);

/// The configuration's names that no rule has; empty when all is well.
std::vector<base::Diagnostic> unknown_names(const Config& config, const rulepack::RuleBook& book);

/// What the configuration decides about the rules.
checks::Settings rule_settings(const Config& config);

/// What it switches off or forces, for the report: one line each.
std::vector<std::string> notes_of(const Config& config);

/// "2027-01-31": a day that exists.
bool is_date(std::string_view text);

}  // namespace readiness::app
