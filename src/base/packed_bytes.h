// SPDX-License-Identifier: Apache-2.0
// Numbers and texts as one string of bytes and back: what the build computes travels inside the program this
// way.
#pragma once
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace readiness::base {

class ByteWriter {
 public:
  /// Seven bits a byte, the lowest first; the last byte is below 0x80.
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out_ += static_cast<char>(value | 0x80);
    out_ += static_cast<char>(value);
  }
  void real(double value) { number(std::bit_cast<std::uint64_t>(value)); }
  void text(std::string_view text) {
    number(text.size());
    out_ += text;
  }
  void raw(std::string_view bytes) { out_ += bytes; }
  void reserve(std::size_t bytes) { out_.reserve(bytes); }
  std::size_t size() const { return out_.size(); }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

/// Reads what a ByteWriter wrote and never outside of it: from the first thing that cannot be there on,
/// everything is zero or empty and `good` is false.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  bool good() const { return good_; }
  bool at_end() const { return at_ == end_; }
  /// What was not read yet.
  std::string_view rest() const { return {at_, left()}; }
  std::uint64_t number() {
    if (at_ != end_ && static_cast<unsigned char>(*at_) < 0x80) return static_cast<unsigned char>(*at_++);
    return long_number();
  }
  double real() { return std::bit_cast<double>(number()); }
  /// Everything that is counted takes at least a byte, so a count beyond the rest is a lie.
  std::size_t count() {
    const std::uint64_t value = number();
    return value <= left() ? static_cast<std::size_t>(value) : (fail(), std::size_t{0});
  }
  /// Borrowed from the bytes.
  std::string_view text() { return raw(count()); }
  std::string_view raw(std::size_t size) {
    if (size > left()) return fail(), std::string_view{};
    const std::string_view bytes(at_, size);
    at_ += size;
    return bytes;
  }
  void fail() {
    good_ = false;
    at_ = end_;
  }

 private:
  std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }
  std::uint64_t long_number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && at_ != end_; shift += 7) {
      const auto byte = static_cast<unsigned char>(*at_++);
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if (byte < 0x80) return value;
    }
    return fail(), 0;
  }

  const char* at_;
  const char* end_;
  bool good_ = true;
};

}  // namespace readiness::base
