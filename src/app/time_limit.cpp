// SPDX-License-Identifier: Apache-2.0
#include "app/time_limit.h"

#include <signal.h>
#include <unistd.h>

#include <charconv>

#include "app/process.h"

namespace readiness::app {
namespace {

constexpr std::chrono::seconds kDefault = std::chrono::minutes(10);
constexpr std::chrono::seconds kLongest = std::chrono::hours(24 * 7);
constexpr std::chrono::seconds kGrace{30};  // to finish the file at hand, to judge and to write

// A report that is being written waits with the signal.
extern "C" void give_up(int) {
  constexpr std::string_view kText =
      "readiness: the time limit was reached and the work could not be brought to an end; there is no report\n"
      "           --timeout gives it longer\n";
  give_up_now(kText, ExitCode::incomplete);
}

}  // namespace

std::optional<std::chrono::seconds> parse_time_limit(std::string_view words) {
  if (words.empty()) return kDefault;
  long count = 0;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), count);
  if (error != std::errc() || count < 0 || count > kLongest.count()) return std::nullopt;
  const std::string_view unit = words.substr(static_cast<std::size_t>(end - words.data()));
  std::chrono::seconds limit{count};
  if (unit == "min" || unit == "m")
    limit *= 60;
  else if (unit == "h")
    limit *= 3600;
  else if (unit != "s" && !(unit.empty() && count == 0))
    return std::nullopt;
  if (limit > kLongest) return std::nullopt;
  return limit;
}

void end_after(std::chrono::seconds limit) {
  if (limit.count() <= 0) return;
  struct sigaction action {};
  action.sa_handler = &give_up;
  sigaction(SIGALRM, &action, nullptr);
  alarm(static_cast<unsigned>((limit + kGrace).count()));
}

}  // namespace readiness::app
