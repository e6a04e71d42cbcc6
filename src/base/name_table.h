// SPDX-License-Identifier: Apache-2.0
// A set of short names with a number each, looked up in one probe or two: built once, asked for every path.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace readiness::base {

/// Borrows the names: they must outlive the table (literals do). The first of equal names stays.
class NameTable {
 public:
  void add(std::string_view name, std::uint16_t value) {
    if (2 * (count_ + 1) > slots_.size()) grow();
    Slot& slot = slot_of(name);
    if (slot.used) return;
    slot = {name, value, true};
    ++count_;
  }
  /// Every blank-separated name of `names`.
  void add_all(std::string_view names, std::uint16_t value) {
    while (!names.empty()) {
      const std::size_t end = names.find(' ');
      if (end != 0) add(names.substr(0, end), value);
      names = end == std::string_view::npos ? std::string_view{} : names.substr(end + 1);
    }
  }
  std::optional<std::uint16_t> find(std::string_view name) const {
    if (slots_.empty()) return std::nullopt;
    const Slot& slot = const_cast<NameTable*>(this)->slot_of(name);
    return slot.used ? std::optional(slot.value) : std::nullopt;
  }
  bool contains(std::string_view name) const { return find(name).has_value(); }
  std::size_t size() const { return count_; }

 private:
  struct Slot {
    std::string_view name{};
    std::uint16_t value = 0;
    bool used = false;
  };
  static std::size_t hash(std::string_view name) {
    std::uint64_t state = name.size();
    for (const char c : name) state = (state ^ static_cast<unsigned char>(c)) * 0x9E3779B97F4A7C15ULL;
    return static_cast<std::size_t>(state >> 20);
  }
  Slot& slot_of(std::string_view name) {
    std::size_t at = hash(name) & (slots_.size() - 1);
    while (slots_[at].used && slots_[at].name != name) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }
  void grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old)
      if (slot.used) slot_of(slot.name) = slot;
  }
  std::vector<Slot> slots_;
  std::size_t count_ = 0;
};

}  // namespace readiness::base
