// SPDX-License-Identifier: Apache-2.0
// What an expression found: hits by reference into the facts, and how to turn them into evidence and findings.
#pragma once
#include <string>
#include <vector>

#include "checks/program.h"
#include "checks/verdict.h"
#include "facts/facts.h"

namespace readiness::checks {

/// A hit, the query that gave it, and the name under which it was asked for.
struct Found {
  std::uint32_t query = 0;
  std::uint32_t hit = 0;
  std::string_view probe{};  ///< borrowed from the Program
  std::string_view label{};
};

/// The value of an expression. `hits` may be empty although it holds (negations).
struct Value {
  bool holds = false;
  std::vector<Found> hits{};
  std::uint64_t total = 0;  ///< hits before caps
};

/// Evaluates expressions over answers; remembers the names. Not for use by several threads.
class Evaluator {
 public:
  /// With `only`, hits in other files are as if they were not there; borrowed.
  Evaluator(const Program& program, const facts::Facts& facts, const std::vector<bool>* only = nullptr);
  const Value& named(std::uint32_t name);
  Value evaluate(const Bound& expression, std::string_view probe = {});
  const facts::Hit& hit(const Found& found) const { return facts_.answers[found.query].hits[found.hit]; }
  const std::string& path(const Found& found) const;
  Evidence evidence(const Found& found) const;
  /// Sorted by place, one a place and probe.
  void order(std::vector<Found>& hits) const;
  const facts::Facts& facts() const { return facts_; }

 private:
  Value leaf(const Bound& expression, std::string_view probe);
  std::vector<bool> files_of(const Bound& expression);

  const Program& program_;
  const facts::Facts& facts_;
  const std::vector<bool>* only_;
  std::vector<std::optional<Value>> named_;
};

/// Findings of one check with fingerprints that survive moved lines: check, probe, path, redacted line, and its ordinal
/// among equal ones.
std::vector<Finding> make_findings(const Evaluator& evaluator, const std::string& check, const std::vector<Found>& hits);

/// Adds the queries below an expression to a receipt.
void add_receipt(const Program& program, const facts::Facts& facts, const Bound& expression, Receipt& receipt);
/// Files that the queries below an expression could not read, "path: reason", at most three, and how many in all.
std::vector<std::string> unread_files(const Program& program, const facts::Facts& facts, const Bound& expression);

}  // namespace readiness::checks
