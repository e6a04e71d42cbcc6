// SPDX-License-Identifier: Apache-2.0
// A declared dependency is worth less than one that code imports. Decided from what the tree imports as a
// whole.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "checks/findings.h"

namespace readiness::checks {

/// Where imports are looked for: queries whose hits keep each name once, by ecosystem.
void add_import_queries(Program& program);

class PointOfUse {
 public:
  /// Borrows both.
  PointOfUse(const Program& program, const facts::Facts& facts);
  /// True when `hits` are all declarations of packages that no code of the product imports, although packages
  /// of their ecosystem are used by being imported. When that cannot be told, false.
  bool only_declared(const std::vector<Found>& hits) const;

 private:
  bool is_idle(const Found& found) const;

  const Program& program_;
  const facts::Facts& facts_;
  std::map<std::string, std::set<std::string>, std::less<>> imported_;  // by ecosystem; absent = not known
};

}  // namespace readiness::checks
