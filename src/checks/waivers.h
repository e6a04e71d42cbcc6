// SPDX-License-Identifier: Apache-2.0
// Exemptions: inline comments, configured waivers, attestations; each with a reason, none of them for ever.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "checks/findings.h"

namespace readiness::checks {

/// The words that a waiver's reason may be.
const std::vector<std::string>& waiver_reasons();
/// True when the finding no longer counts: false-positive, test-data, mitigated-elsewhere. accepted-risk and planned count on.
bool removes(std::string_view reason);
/// `until` (ISO date, inclusive) lies before `as_of`; empty dates never expire.
bool expired(std::string_view until, std::string_view as_of);

/// Marks findings that an inline comment ("readiness: allow CHECK until=DATE reason…", same line or the line above) or a
/// waiver with a path or fingerprint exempts. Expired ones stay findings; `notes` says so.
void apply_waivers(const Program& program, const Evaluator& evaluator, Verdict& verdict, std::vector<std::string>& notes);
/// The waiver for the whole check, if there is one.
const WaiverRule* whole_check_waiver(const Settings& settings, const std::string& check);
/// Applies the check's attestation to a verdict that is not a pass: attested, or a failure that says why it no longer holds.
void apply_attestation(const Program& program, const Evaluator& evaluator, Verdict& verdict);

}  // namespace readiness::checks
