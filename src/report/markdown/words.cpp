// SPDX-License-Identifier: Apache-2.0
// The words and icons that several sections share; an icon never stands without its word.
#include <fmt/format.h>

#include "report/markdown/sections.h"

namespace readiness::report::markdown {

const checks::Verdict& verdict_of(const Report& report, const plan::Item& item) {
  return report.verdicts.verdicts[item.verdict];
}

Md status_of(const checks::Verdict& verdict) {
  switch (verdict.outcome) {
    case checks::Outcome::pass:
      return "✅ Pass";
    case checks::Outcome::partial:
      return Md::ours(
          fmt::format("⚠️ Partial ({} %)", static_cast<int>(100 * score::earned_by(verdict) + 1e-9)));
    case checks::Outcome::fail:
      return "❌ Fail";
    case checks::Outcome::attested:
      return "✅ Attested";
    case checks::Outcome::waived:
      return "➖ Waived";
    case checks::Outcome::not_applicable:
      return "– Not applicable";
    case checks::Outcome::unknown:
      return "❔ Unknown";
  }
  return "❔ Unknown";
}

Md priority_of(rulepack::Priority priority) {
  switch (priority) {
    case rulepack::Priority::critical:
      return "🔴 Critical (P0)";
    case rulepack::Priority::high:
      return "🟠 High (P1)";
    case rulepack::Priority::medium:
      return "🟡 Medium (P2)";
    case rulepack::Priority::low:
      return "🟢 Low (P3)";
  }
  return "🟢 Low (P3)";
}

Md place(std::string_view path, std::uint32_t line, std::string_view excerpt) {
  return joined({code(place_of(path, line)), code(excerpt)}, " ");
}

}  // namespace readiness::report::markdown
