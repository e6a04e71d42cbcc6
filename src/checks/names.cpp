// SPDX-License-Identifier: Apache-2.0
// The words for outcomes, priorities and confidences: the same in YAML, JSON, reports and docs.
#include "checks/verdict.h"

namespace readiness::checks {

std::string_view name_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::pass:
      return "pass";
    case Outcome::partial:
      return "partial";
    case Outcome::fail:
      return "fail";
    case Outcome::attested:
      return "attested";
    case Outcome::waived:
      return "waived";
    case Outcome::not_applicable:
      return "not-applicable";
    case Outcome::unknown:
      return "unknown";
  }
  return "unknown";
}

std::string_view name_of(rulepack::Priority priority) {
  switch (priority) {
    case rulepack::Priority::critical:
      return "critical";
    case rulepack::Priority::high:
      return "high";
    case rulepack::Priority::medium:
      return "medium";
    case rulepack::Priority::low:
      return "low";
  }
  return "low";
}

std::string_view name_of(rulepack::Confidence confidence) {
  switch (confidence) {
    case rulepack::Confidence::structural:
      return "structural";
    case rulepack::Confidence::lexical:
      return "lexical";
    case rulepack::Confidence::heuristic:
      return "heuristic";
  }
  return "heuristic";
}

}  // namespace readiness::checks
