// SPDX-License-Identifier: Apache-2.0
// What the operator decides about the rules: selection, priorities, forced traits, waivers, attestations, "now".
#pragma once
#include <map>
#include <string>
#include <vector>

#include "checks/verdict.h"

namespace readiness::checks {

struct WaiverRule {
  std::string check{};        ///< id or glob
  std::string path{};         ///< glob; empty = any place
  std::string fingerprint{};  ///< empty = the whole check (or all findings below `path`)
  Waiver waiver{};
};

/// "We do this, here": re-verified on every run when it names a path, trusted until it expires when it names a link.
struct Attestation {
  std::string check{};
  std::string path{};
  std::string pattern{};  ///< regex that must still be found in `path`; empty = the path must exist
  std::string link{};
  std::string by{};
  std::string until{};    ///< ISO date, inclusive; empty = no end
};

struct Settings {
  std::vector<std::string> only{};      ///< id globs; empty = all
  std::vector<std::string> skip{};
  std::vector<std::string> packs{};     ///< pack names; empty = all
  std::map<std::string, rulepack::Priority> priorities{};
  std::map<std::string, bool> traits{};  ///< forced
  std::vector<Unit> units{};             ///< named by hand; empty = they are looked for
  std::vector<WaiverRule> waivers{};
  std::vector<Attestation> attestations{};
  bool inline_waivers = true;           ///< comments in the audited files may exempt findings
  bool all_traits = true;               ///< false: only those that the selected checks ask for
  std::string as_of{};                  ///< ISO date of "now"; empty = nothing has expired
};

}  // namespace readiness::checks
