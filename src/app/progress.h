// SPDX-License-Identifier: Apache-2.0
// One line on a person's terminal when an audit takes its time; nothing anywhere else.
#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>

namespace readiness::app {

class Progress {
 public:
  /// `shown` false: never writes.
  explicit Progress(bool shown);
  /// Erases what was written.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  /// For facts::GatherOptions; may be called from any thread, must not outlive this.
  std::function<void(std::size_t, std::size_t)> callback();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace readiness::app
