// SPDX-License-Identifier: Apache-2.0
#include "scan/time_budget.h"

#include <ctime>

namespace readiness::scan {
namespace {

using std::chrono::nanoseconds;
using namespace std::chrono_literals;

// Beside what a byte may cost, as larger texts are searched for longer by right: the slowest honest ones
// (base64 on one line) take 100 ns a byte in all.
constexpr nanoseconds kPattern = 500ms;
constexpr nanoseconds kPatternByte = 50ns;
constexpr nanoseconds kText = 2s;
constexpr nanoseconds kTextByte = 200ns;

nanoseconds cpu_time() {
  std::timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return std::chrono::seconds(now.tv_sec) + nanoseconds(now.tv_nsec);
}

}  // namespace

// The wall clock is cheap and never behind the CPU's, which is asked only when half of the time may be gone.
bool TimeBudget::look() {
  const auto wall = std::chrono::steady_clock::now();
  const auto count = static_cast<std::int64_t>(bytes_);
  if (!pattern_.set) {
    pattern_ = {.set = true, .wall = wall};
    if (!text_.set) text_ = pattern_;
  }
  const auto is_over = [&](Start& start, nanoseconds allowed) {
    if (wall - start.wall <= allowed / 2) return false;
    if (!start.cpu) start.cpu = cpu_time();
    return cpu_time() - *start.cpu > allowed / 2;
  };
  is_text_spent_ = is_over(text_, kText + count * kTextByte);
  return is_text_spent_ || is_over(pattern_, kPattern + count * kPatternByte);
}

}  // namespace readiness::scan
