// SPDX-License-Identifier: Apache-2.0
// Names a rule by all that decides its verdict: two audits whose digests of a check are equal asked the same
// question.
#pragma once
#include <map>
#include <string>

#include "base/digest.h"
#include "checks/program.h"
#include "rulepack/model.h"

namespace readiness::checks {

class RuleDigests {
 public:
  /// Both outlive it.
  RuleDigests(const rulepack::RuleBook& book, const Settings& settings);
  /// 16 hex digits over the check as resolved and everything that it refers to by name; titles, tasks and
  /// other words for people are left out.
  std::string of(const rulepack::Check& check);
  /// The same for a probe or trait.
  const std::string& named(const std::string& name);

 private:
  void add(const rulepack::Expression& expression, base::Digest& digest);
  void add(const rulepack::Relation& relation, base::Digest& digest);

  const Settings& settings_;
  std::map<std::string, const rulepack::Expression*> definitions_;
  std::map<std::string, std::string> known_;
};

}  // namespace readiness::checks
