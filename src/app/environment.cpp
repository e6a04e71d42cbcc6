// SPDX-License-Identifier: Apache-2.0
#include "app/environment.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <string_view>
#include <thread>

#include "report/view.h"

namespace readiness::app {
namespace {

constexpr int kFewestColumns = 40;
constexpr int kMostColumns = 200;

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : value;
}

int terminal_columns() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return std::clamp<int>(size.ws_col, kFewestColumns, kMostColumns);
}

}  // namespace

Environment read_environment() {
  return {.ci = variable("CI") == "true" || variable("CI") == "1",
          .stdout_is_terminal = isatty(STDOUT_FILENO) == 1,
          .stderr_is_terminal = isatty(STDERR_FILENO) == 1 && variable("TERM") != "dumb",
          .no_color = !variable("NO_COLOR").empty(),
          .columns = terminal_columns(),
          .today = report::date_of(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())),
          .started = std::chrono::steady_clock::now(),
          .processors = std::max(1U, std::thread::hardware_concurrency())};
}

}  // namespace readiness::app
