// SPDX-License-Identifier: Apache-2.0
// Names a rule by all that decides its verdict: two audits whose digests of a check are equal asked the same
// question.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

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
  std::string of(const rulepack::Check& check) { return base::Digest::hex(value_of(check)); }
  std::uint64_t value_of(const rulepack::Check& check);
  /// The same for a probe or trait; of others, the name and 0.
  std::string named(const std::string& name);
  std::uint64_t value_of(const std::string& name);

 private:
  struct Name {
    const rulepack::Expression* expression = nullptr;
    std::uint64_t digest = 0;  ///< 0: not worked out yet
  };

  void learn(std::string_view name, const rulepack::Expression& expression, std::uint64_t digest);
  void add(const rulepack::Expression& expression, base::Digest& digest);
  void add(const rulepack::Relation& relation, base::Digest& digest);

  const Settings& settings_;
  std::map<std::string_view, Name> names_;
};

/// Sets the digests of everything in the book, as they are without settings.
void work_out_digests(rulepack::RuleBook& book);

}  // namespace readiness::checks
