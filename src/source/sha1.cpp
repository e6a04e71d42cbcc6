// SPDX-License-Identifier: Apache-2.0
// The eighty rounds, written down plainly.
#include "source/sha1.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace readiness::source {

Sha1& Sha1::add(std::string_view bytes) {
  total_ += bytes.size();
  if (pending_size_ > 0) {
    const std::size_t taken = std::min(bytes.size(), pending_.size() - pending_size_);
    std::memcpy(pending_.data() + pending_size_, bytes.data(), taken);
    pending_size_ += taken;
    bytes.remove_prefix(taken);
    if (pending_size_ < pending_.size()) return *this;
    block(pending_.data());
    pending_size_ = 0;
  }
  for (; bytes.size() >= 64; bytes.remove_prefix(64))
    block(reinterpret_cast<const unsigned char*>(bytes.data()));
  if (!bytes.empty()) std::memcpy(pending_.data(), bytes.data(), bytes.size());
  pending_size_ = bytes.size();
  return *this;
}

std::array<unsigned char, 20> Sha1::finish() {
  const std::uint64_t bits = total_ * 8;
  std::array<char, 72> tail{};
  tail[0] = static_cast<char>(0x80);
  const std::size_t padding = (pending_size_ < 56 ? 56 : 120) - pending_size_;
  for (std::size_t i = 0; i < 8; ++i) tail[padding + i] = static_cast<char>(bits >> (56 - 8 * i));
  add({tail.data(), padding + 8});
  std::array<unsigned char, 20> name{};
  for (std::size_t i = 0; i < 20; ++i)
    name[i] = static_cast<unsigned char>(state_[i / 4] >> (24 - 8 * (i % 4)));
  return name;
}

void Sha1::block(const unsigned char* bytes) {
  std::array<std::uint32_t, 80> w{};
  for (std::size_t i = 0; i < 16; ++i)
    w[i] = std::uint32_t{bytes[4 * i]} << 24U | std::uint32_t{bytes[4 * i + 1]} << 16U |
           std::uint32_t{bytes[4 * i + 2]} << 8U | bytes[4 * i + 3];
  for (std::size_t i = 16; i < 80; ++i) w[i] = std::rotl(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
  auto [a, b, c, d, e] = state_;
  for (std::size_t i = 0; i < 80; ++i) {
    std::uint32_t mixed = 0;
    if (i < 20)
      mixed = ((b & c) | (~b & d)) + 0x5A827999U;
    else if (i < 40)
      mixed = (b ^ c ^ d) + 0x6ED9EBA1U;
    else if (i < 60)
      mixed = ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDCU;
    else
      mixed = (b ^ c ^ d) + 0xCA62C1D6U;
    const std::uint32_t next = std::rotl(a, 5) + mixed + e + w[i];
    e = d;
    d = c;
    c = std::rotl(b, 30);
    b = a;
    a = next;
  }
  state_[0] += a;
  state_[1] += b;
  state_[2] += c;
  state_[3] += d;
  state_[4] += e;
}

}  // namespace readiness::source
