// SPDX-License-Identifier: Apache-2.0
#include "app/trust.h"

#include <fmt/format.h>

#include <algorithm>

namespace readiness::app {
namespace {

// Critical is the least priority in number: failing on `low` is stricter than failing on `critical`.
template <typename T, typename Stricter>
void tighten(std::optional<T>& mine, const std::optional<T>& theirs, Stricter stricter) {
  if (theirs && (!mine || stricter(*theirs, *mine))) mine = theirs;
}

void count_line(std::vector<std::string>& out, std::size_t count, const char* what) {
  if (count > 0) out.push_back(fmt::format("{} {}{}", count, what, count == 1 ? "" : "s"));
}

}  // namespace

Config tightened(Config trusted, const Config& own) {
  tighten(trusted.fail_under, own.fail_under, std::greater<>());
  tighten(trusted.fail_on, own.fail_on, std::greater<>());
  return trusted;
}

std::vector<std::string> not_followed(const Config& own) {
  std::vector<std::string> out = notes_of(own);
  count_line(out, own.waivers.size(), "waiver");
  count_line(out, own.attestations.size(), "attestation");
  for (std::string& line : out) line = fmt::format("--untrusted: {} is not followed: {}", own.file, line);
  return out;
}

}  // namespace readiness::app
