// SPDX-License-Identifier: Apache-2.0
// The only file that includes zlib.
#include "source/inflater.h"

#include <zlib.h>

#include <algorithm>

namespace readiness::source {
namespace {

constexpr std::size_t kMostAtOnce = 1U << 30U;  // zlib counts in 32 bits

}  // namespace

Inflater::Inflater() : stream_(std::make_unique<z_stream>()), ready_(inflateInit(stream_.get()) == Z_OK) {}

Inflater::~Inflater() {
  if (ready_) inflateEnd(stream_.get());
}

void Inflater::start() {
  state_ = ready_ && inflateReset(stream_.get()) == Z_OK ? State::running : State::broken;
}

std::size_t Inflater::fill(char* to, std::size_t size, std::string_view& input) {
  std::size_t filled = 0;
  while (state_ == State::running) {
    const std::size_t offered = std::min(input.size(), kMostAtOnce);
    const std::size_t room = std::min(size - filled, kMostAtOnce);
    stream_->next_in =
        reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));  // zlib does not write to it
    stream_->avail_in = static_cast<uInt>(offered);
    stream_->next_out = reinterpret_cast<Bytef*>(to + filled);
    stream_->avail_out = static_cast<uInt>(room);
    const int result = inflate(stream_.get(), Z_NO_FLUSH);
    const std::size_t taken = offered - stream_->avail_in;
    const std::size_t made = room - stream_->avail_out;
    input.remove_prefix(taken);
    filled += made;
    if (result == Z_STREAM_END) state_ = State::ended;
    if (result != Z_STREAM_END && result != Z_OK && result != Z_BUF_ERROR) state_ = State::broken;
    if (taken == 0 && made == 0) break;  // nothing to read from, or no room
  }
  return filled;
}

}  // namespace readiness::source
