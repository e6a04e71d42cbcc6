// SPDX-License-Identifier: Apache-2.0
// --stats: how long each pass took, on standard error.
#pragma once
#include <chrono>
#include <string_view>

namespace readiness::app {

class Stages {
 public:
  explicit Stages(bool shown) : shown_(shown) {}
  /// Writes the time since the last call (or construction) under `name`.
  void end(std::string_view name);

 private:
  bool shown_;
  std::chrono::steady_clock::time_point since_ = std::chrono::steady_clock::now();
};

}  // namespace readiness::app
