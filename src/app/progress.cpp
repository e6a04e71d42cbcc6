// SPDX-License-Identifier: Apache-2.0
#include "app/progress.h"

#include <fmt/format.h>

#include <atomic>
#include <string>

#include "app/output.h"
#include "report/view.h"

namespace readiness::app {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kPatience = std::chrono::milliseconds(500);
constexpr auto kBetweenLines = std::chrono::milliseconds(100);

}  // namespace

struct Progress::State {
  std::atomic<Clock::rep> next{0};  ///< when the next line may be written
  std::atomic<bool> written{false};
};

Progress::Progress(bool shown) {
  if (!shown) return;
  state_ = std::make_unique<State>();
  state_->next = (Clock::now() + kPatience).time_since_epoch().count();
}

Progress::~Progress() {
  if (state_ && state_->written) write_standard_error("\r\x1b[K");
}

std::function<void(std::size_t, std::size_t)> Progress::callback() {
  if (!state_) return {};
  return [state = state_.get()](std::size_t done, std::size_t total) {
    const auto now = Clock::now();
    Clock::rep due = state->next;
    if (now.time_since_epoch().count() < due) return;
    // One thread wins the right to write this line; the others go on with their work.
    if (!state->next.compare_exchange_strong(due, (now + kBetweenLines).time_since_epoch().count())) return;
    state->written = true;
    write_standard_error(
        fmt::format("\rreading {} of {} files\x1b[K", report::grouped(done), report::grouped(total)));
  };
}

}  // namespace readiness::app
