// SPDX-License-Identifier: Apache-2.0
// What all faces of a comparison say in the same words.
#include <fmt/format.h>

#include "report/delta.h"
#include "report/view.h"

namespace readiness::report {

std::string since_words(const delta::Delta& delta) {
  if (!delta.before.scored || !delta.after.scored) return {};
  const int before = delta.before.score, after = delta.after.score;
  return after == before ? "as before" : fmt::format("{} from {} %", after > before ? "up" : "down", before);
}

std::string causes_words(const delta::Delta& delta) {
  std::string out;
  // The code first: it is what people want to know about.
  for (std::size_t i = delta::kCauses; i-- > 0;) {
    const double points = delta.points[i];
    if (points > -0.05 && points < 0.05) continue;
    out += fmt::format("{}{} {:+.1f}", out.empty() ? "" : ", ", delta::name_of(static_cast<delta::Cause>(i)),
                       points);
  }
  return out;
}

std::string state_words(const std::optional<checks::Outcome>& outcome, double earned) {
  if (!outcome) return "not there";
  if (*outcome != checks::Outcome::partial) return std::string(checks::name_of(*outcome));
  return fmt::format("partial ({} %)", static_cast<int>(100 * earned + 1e-9));
}

std::string change_words(const delta::Change& change) {
  const std::string before = state_words(change.before, change.earned_before);
  const std::string after = state_words(change.after, change.earned_after);
  std::string out = before == after ? after : before + " → " + after;
  if (change.new_findings > 0) out += ", " + counted(change.new_findings, "new finding", "new findings");
  if (change.gone_findings > 0) out += ", " + counted(change.gone_findings, "finding gone", "findings gone");
  if (change.cause != delta::Cause::code) out += fmt::format(" ({})", delta::name_of(change.cause));
  return out;
}

std::string side_words(const delta::Side& side) {
  std::string out = side.name;
  if (!side.commit.empty() && !side.commit.starts_with(side.name)) out += " @ " + side.commit.substr(0, 7);
  if (!side.date.empty()) out += ", " + side.date;
  return out;
}

}  // namespace readiness::report
