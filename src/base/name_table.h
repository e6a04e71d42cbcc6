// SPDX-License-Identifier: Apache-2.0
// A set of short names with a number each, looked up in one probe or two: built once, asked for every path.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
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
    longest_ = std::max(longest_, name.size());
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
    if (name.size() > longest_ || slots_.empty()) return std::nullopt;
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
  static std::uint64_t word(const char* at, std::size_t bytes) {
    std::uint64_t value = 0;
    std::memcpy(&value, at, bytes);
    return value;
  }
  // The length and at most sixteen bytes from both ends: names are short, and equal ones are compared anyway.
  static std::size_t hash(std::string_view name) {
    const std::size_t size = name.size();
    const char* const end = name.data() + size;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    if (size >= 8) {
      first = word(name.data(), 8);
      last = word(end - 8, 8);
    } else if (size >= 4) {
      first = word(name.data(), 4);
      last = word(end - 4, 4);
    } else {
      for (const char c : name) first = first << 8U | static_cast<unsigned char>(c);
    }
    const std::uint64_t mixed = (first ^ (last * 0x9E3779B97F4A7C15ULL) ^ size) * 0xD6E8FEB86659FD93ULL;
    return static_cast<std::size_t>(mixed ^ mixed >> 32U);
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
  std::size_t longest_ = 0;
};

}  // namespace readiness::base
