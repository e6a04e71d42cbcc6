// SPDX-License-Identifier: Apache-2.0
#include "source/subset.h"

namespace readiness::source {
namespace {

class SubsetReader final : public Reader {
 public:
  SubsetReader(std::unique_ptr<Reader> whole, const std::vector<std::size_t>& chosen)
      : whole_(std::move(whole)), chosen_(chosen) {}
  Load load(std::size_t index, std::uint64_t max_bytes) override {
    return whole_->load(chosen_[index], max_bytes);
  }
  std::optional<std::string> link_text(std::size_t index) override {
    return whole_->link_text(chosen_[index]);
  }

 private:
  std::unique_ptr<Reader> whole_;
  const std::vector<std::size_t>& chosen_;  // the Subset's
};

class Subset final : public Source {
 public:
  Subset(const Source& whole, std::vector<std::size_t> chosen) : whole_(whole), chosen_(std::move(chosen)) {
    for (const std::size_t index : chosen_) entries_.push_back(whole.entries()[index]);
  }
  const std::vector<Entry>& entries() const override { return entries_; }
  std::unique_ptr<Reader> make_reader() const override {
    return std::make_unique<SubsetReader>(whole_.make_reader(), chosen_);
  }
  const std::vector<Note>& notes() const override { return notes_; }
  const Identity& identity() const override { return whole_.identity(); }

 private:
  const Source& whole_;
  std::vector<std::size_t> chosen_;
  std::vector<Entry> entries_;
  std::vector<Note> notes_;
};

}  // namespace

std::unique_ptr<Source> subset_of(const Source& whole, std::vector<std::size_t> entries) {
  return std::make_unique<Subset>(whole, std::move(entries));
}

}  // namespace readiness::source
