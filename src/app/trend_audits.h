// SPDX-License-Identifier: Apache-2.0
// Audits commits of one line of history under one policy, each at most once.
#pragma once
#include <map>
#include <string>

#include "app/audit.h"
#include "app/shared_reading.h"
#include "delta/trend.h"
#include "source/timeline.h"

namespace readiness::app {

class TrendAudits {
 public:
  /// All outlive it.
  TrendAudits(Preparation& prepared, source::Timeline& timeline, const Environment& environment)
      : prepared_(prepared), timeline_(timeline), environment_(environment) {}

  /// The commit's audit. Neighbours in history should be asked for one after the other: they share most.
  base::Result<delta::Snapshot> audit(const source::CommitPoint& point);
  /// Faults of the trees that were read, the first of each reason, with the commit that it was first met at.
  const std::map<std::string, std::string>& faults() const { return faults_; }
  std::uint64_t recalled() const { return reading_.recalled(); }

 private:
  Preparation& prepared_;
  source::Timeline& timeline_;
  const Environment& environment_;
  SharedReading reading_;
  std::map<std::string, delta::Snapshot> known_;  // by commit
  std::map<std::string, std::string> faults_;     // by reason
};

}  // namespace readiness::app
