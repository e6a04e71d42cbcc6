// SPDX-License-Identifier: Apache-2.0
#include "source/timed_source.h"

#include <optional>
#include <string>
#include <utility>

namespace readiness::source {
namespace {

using Moment = std::chrono::steady_clock::time_point;

class TimedReader final : public Reader {
 public:
  TimedReader(std::unique_ptr<Reader> reader, Moment end) : reader_(std::move(reader)), end_(end) {}
  Load load(std::size_t index, std::uint64_t max_bytes) override {
    if (std::chrono::steady_clock::now() < end_) return reader_->load(index, max_bytes);
    return {.status = LoadStatus::unreadable, .bytes = {}, .size = 0, .detail = std::string(kTooLate)};
  }
  std::optional<std::string> link_text(std::size_t index) override { return reader_->link_text(index); }

 private:
  std::unique_ptr<Reader> reader_;
  Moment end_;
};

class TimedSource final : public Source {
 public:
  TimedSource(std::unique_ptr<Source> source, Moment end) : source_(std::move(source)), end_(end) {}
  const std::vector<Entry>& entries() const override { return source_->entries(); }
  std::unique_ptr<Reader> make_reader() const override {
    return std::make_unique<TimedReader>(source_->make_reader(), end_);
  }
  const std::vector<Note>& notes() const override { return source_->notes(); }
  const Identity& identity() const override { return source_->identity(); }

 private:
  std::unique_ptr<Source> source_;
  Moment end_;
};

}  // namespace

std::unique_ptr<Source> until(std::unique_ptr<Source> source, Moment end) {
  return std::make_unique<TimedSource>(std::move(source), end);
}

}  // namespace readiness::source
