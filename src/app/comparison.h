// SPDX-License-Identifier: Apache-2.0
// The other side of a comparison: a revision, audited as `audit --rev` would, or an earlier JSON report.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/audit.h"
#include "app/shared_reading.h"
#include "delta/delta.h"

namespace readiness::app {

/// What can be told before anything is read. Empty (no name) when nothing is compared.
struct OtherSide {
  std::string name{};
  std::optional<delta::Snapshot> report{};  ///< it was a report
  std::unique_ptr<Preparation> prepared{};  ///< it is a revision
  std::string note{};                       ///< what must be known before it is believed; often empty
  std::optional<source::Note> missing{};    ///< it is a revision that this clone does not hold
};

/// `name` ends in ".json": a report; else a revision, audited under its own policy unless `options` name
/// another. A revision that a shallow clone does not hold is no error but `missing`.
base::Result<OtherSide> prepare_other_side(const std::string& name, const AuditOptions& options,
                                           const Environment& environment);

/// Reads the side and judges it. What it could not read is appended to `faults`, as pairs of reason and text.
struct Fault {
  std::string reason{}, text{};
};
base::Result<delta::Snapshot> snapshot_of(OtherSide& side, SharedReading& reading,
                                          const Environment& environment, std::vector<Fault>& faults);

/// Fills in `report.delta`, its gate and its faults; what is wrong with the other side, or nothing.
std::optional<std::vector<base::Diagnostic>> add_comparison(OtherSide& other, const AuditSettings& settings,
                                                            SharedReading& reading,
                                                            const Environment& environment,
                                                            report::Report& report);

}  // namespace readiness::app
