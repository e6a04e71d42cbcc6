// SPDX-License-Identifier: Apache-2.0
// Trees read one after the other by one process: what the next shares with the last is not read again.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/audit.h"
#include "app/environment.h"
#include "facts/gatherer.h"

namespace readiness::app {

class SharedReading {
 public:
  /// As `read_tree`. Sharing begins with the first tree; one that is asked other questions (its policy is not
  /// the same) is read by itself.
  base::Result<facts::Facts> read(const Preparation& prepared, const Environment& environment);
  /// The same for another tree than the prepared one.
  base::Result<facts::Facts> read(const Preparation& prepared, const source::Source& tree,
                                  const Environment& environment);
  std::uint64_t recalled() const { return gatherer_ ? gatherer_->recalled() : 0; }

 private:
  std::vector<facts::Query> queries_;
  std::string questions_;  // what decides whether answers can be shared
  std::optional<facts::Gatherer> gatherer_;
};

}  // namespace readiness::app
