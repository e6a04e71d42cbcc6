// SPDX-License-Identifier: Apache-2.0
// One slot a place; whoever comes later to a slot has it.
#include "source/delta_bases.h"

namespace readiness::source {

std::size_t DeltaBases::slot_of(std::size_t pack, std::uint64_t offset) {
  return ((offset + pack * 0x9E3779B9U) * 0x9E3779B97F4A7C15ULL >> 32U) % kSlots;
}

const DeltaBases::Base* DeltaBases::find(std::size_t pack, std::uint64_t offset) const {
  if (slots_.empty()) return nullptr;
  const Base& base = slots_[slot_of(pack, offset)];
  return base.offset == offset && base.pack == pack ? &base : nullptr;
}

void DeltaBases::forget(Base& base) {
  kept_bytes_ -= base.bytes.size();
  base = {};
}

void DeltaBases::keep(std::size_t pack, std::uint64_t offset, unsigned type, std::string_view bytes) {
  if (bytes.size() > kLargestBase || offset == 0) return;
  if (slots_.empty()) slots_.resize(kSlots);
  Base& base = slots_[slot_of(pack, offset)];
  forget(base);
  base = {pack, offset, type, std::string(bytes)};
  kept_bytes_ += bytes.size();
  for (; kept_bytes_ > kMostBytes; next_to_forget_ = (next_to_forget_ + 1) % kSlots)
    if (&slots_[next_to_forget_] != &base) forget(slots_[next_to_forget_]);
}

}  // namespace readiness::source
