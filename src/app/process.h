// SPDX-License-Identifier: Apache-2.0
// What the process owes its surroundings: no core dumps with secrets in them, quiet broken pipes, an exit
// code for crashes.
#pragma once
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "app/exit_code.h"

namespace readiness::app {

void prepare_process();

/// For signal handlers, as nothing but the text is written and nothing is tidied up.
[[noreturn]] void give_up_now(std::string_view text, ExitCode code);

/// The last thing that a process does. What is still there is left to the system: taking it apart piece by piece is
/// a fifth of the work of auditing a small repository.
[[noreturn]] void end_process(int code);

/// Moves `value` where only the end of the process finds it.
template <typename T>
T& keep_until_exit(T value) {
  static std::vector<std::unique_ptr<T>> kept;
  return *kept.emplace_back(std::make_unique<T>(std::move(value)));
}

}  // namespace readiness::app
