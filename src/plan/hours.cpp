// SPDX-License-Identifier: Apache-2.0
// Effort in the words that people use: minutes below an hour, hours within a day, days within a week, then
// weeks.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "plan/plan.h"

namespace readiness::plan {
namespace {

struct Unit {
  std::string_view name;
  double hours;
  double step;  ///< of this unit: nobody estimates more precisely
};
constexpr std::array<Unit, 4> kUnits{{{"min", 1.0 / 60, 5}, {"h", 1, 0.5}, {"d", 8, 0.5}, {"w", 40, 0.5}}};

double in_steps(double hours, const Unit& unit) {
  const double value = std::max(0.0, hours) / unit.hours;
  const double rounded = std::round(value / unit.step) * unit.step;
  return rounded > 0 || hours <= 0 ? rounded : value < 1 ? 1 : std::round(value);
}

/// The largest unit of which `hours` fills at least one.
std::size_t unit_of(double hours) {
  std::size_t best = 0;
  for (std::size_t i = 0; i < kUnits.size(); ++i)
    if (hours >= kUnits[i].hours - 1e-9) best = i;
  return best;
}

std::string with_unit(double hours, const Unit& unit) {
  return fmt::format("{:g} {}", in_steps(hours, unit), unit.name);
}

}  // namespace

std::string words(const Hours& hours) {
  const double most = std::max(hours.min, hours.max);
  if (!(most > 0) || !std::isfinite(most)) return "no estimate";
  std::size_t unit = unit_of(most);
  const auto less_than_one = [&] { return hours.min < kUnits[unit].hours - 1e-9; };
  // "4-8 h", not "0.5-1 d"; but "4 h-3 d", not "4-24 h".
  if (unit > 0 && less_than_one() && most < 2 * kUnits[unit].hours) --unit;
  const Unit& large = kUnits[unit];
  if (hours.min > 0 && unit > 0 && less_than_one())
    return fmt::format("{}-{}", with_unit(hours.min, kUnits[unit_of(hours.min)]), with_unit(most, large));
  const double low = in_steps(hours.min, large);
  const double high = in_steps(most, large);
  if (low == high || hours.min <= 0) return with_unit(most, large);
  return fmt::format("{:g}-{:g} {}", low, high, large.name);
}

}  // namespace readiness::plan
