// SPDX-License-Identifier: Apache-2.0
// zlib's inflate with its bounds kept: its door. One stream's memory is used again and again.
#pragma once
#include <cstddef>
#include <memory>
#include <string_view>

struct z_stream_s;

namespace readiness::source {

class Inflater {
 public:
  Inflater();
  ~Inflater();
  Inflater(const Inflater&) = delete;

  /// Begins a new stream.
  void start();
  /// Unpacks from the front of `input`, which it shortens, into at most `size` bytes; gives how many came.
  /// Fewer than `size` mean that the stream ended, broke, or wants more input.
  std::size_t fill(char* to, std::size_t size, std::string_view& input);
  bool wants_more() const { return state_ == State::running; }
  /// The stream came to its end and its checksum was right.
  bool ended() const { return state_ == State::ended; }

 private:
  enum class State { running, ended, broken };
  std::unique_ptr<z_stream_s> stream_;
  State state_ = State::broken;
  bool ready_ = false;
};

}  // namespace readiness::source
