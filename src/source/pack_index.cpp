// SPDX-License-Identifier: Apache-2.0
// Guess, look at a block of names, halve what is left.
#include "source/pack_index.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>

#include "source/big_endian.h"

namespace readiness::source {
namespace {

constexpr std::size_t kFanoutBytes = 256 * 4;
constexpr std::size_t kBlock = 4096;  // one read; some 200 names
constexpr std::uint32_t kLarge = 0x80000000U;

// The 64 bits behind the first byte of a name, as a number.
std::uint64_t rank_of(const unsigned char* name) {
  std::uint64_t value = 0;
  for (std::size_t i = 1; i <= 7; ++i) value = value << 8U | name[i];
  return value;
}

}  // namespace

std::optional<PackIndex> PackIndex::open(Descriptor file, std::size_t id_size, const char*& problem) {
  PackIndex index;
  index.file_ = std::move(file);
  index.id_size_ = id_size;
  problem = index.read_shape();
  if (problem != nullptr) return std::nullopt;
  return index;
}

const char* PackIndex::read_shape() {
  struct stat info {};
  if (::fstat(file_.get(), &info) != 0 || !S_ISREG(info.st_mode)) return "not a regular file";
  size_ = static_cast<std::uint64_t>(info.st_size);
  std::array<char, 8 + kFanoutBytes> start{};
  if (!read_at(0, start.data(), start.size())) return "too short";
  const std::string_view bytes(start.data(), start.size());
  is_first_version_ = !bytes.starts_with("\xFFtOc");
  if (!is_first_version_ && read_u32(bytes, 4) != 2) return "unknown version";
  const std::size_t fanout_at = is_first_version_ ? 0 : 8;
  for (std::size_t i = 0; i < 256; ++i) {
    fanout_[i] = read_u32(bytes, fanout_at + 4 * i);
    if (i > 0 && fanout_[i] < fanout_[i - 1]) return "damaged table of names";
  }
  const std::uint64_t trailer = 2 * id_size_;
  names_ = fanout_at + kFanoutBytes + (is_first_version_ ? 4 : 0);
  stride_ = id_size_ + (is_first_version_ ? 4 : 0);
  offsets_ = names_ + count() * (id_size_ + 4);
  const std::uint64_t least =
      is_first_version_ ? kFanoutBytes + count() * stride_ + trailer : offsets_ + 4ULL * count() + trailer;
  if (size_ < least || (is_first_version_ && size_ != least))
    return "its size does not fit its number of objects";
  return nullptr;
}

bool PackIndex::read_at(std::uint64_t offset, char* to, std::size_t size) const {
  while (size > 0) {
    const ssize_t got = ::pread(file_.get(), to, size, static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    to += got;
    offset += static_cast<std::uint64_t>(got);
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

ObjectId PackIndex::id_at(std::uint64_t position) const {
  std::array<char, ObjectId::kSha256> name{};
  if (!read_at(name_at(position), name.data(), id_size_)) return {};
  return ObjectId::from_raw({name.data(), id_size_});
}

std::uint64_t PackIndex::lower_bound(std::uint64_t low, std::uint64_t high, const ObjectId& wanted) const {
  std::array<char, kBlock> block;
  const std::uint64_t per_block = kBlock / stride_;
  const auto before = [&](std::uint64_t i) {
    return std::memcmp(block.data() + i * stride_, wanted.bytes.data(), id_size_) < 0;
  };
  // Names are spread evenly, so the first guess is nearly always right; later ones halve, whatever the file
  // holds.
  std::uint64_t guess =
      low + static_cast<std::uint64_t>(static_cast<double>(high - low) *
                                       (static_cast<double>(rank_of(wanted.bytes.data())) / 0x1p56));
  while (low < high) {
    const std::uint64_t begin = std::clamp(guess > per_block / 2 ? guess - per_block / 2 : 0, low, high - 1);
    const std::uint64_t count = std::min(per_block, high - begin);
    if (!read_at(name_at(begin), block.data(), (count - 1) * stride_ + id_size_)) return high;
    if (!before(0)) {
      high = begin;
      if (begin == low) return low;
    } else if (before(count - 1)) {
      low = begin + count;
    } else {
      std::uint64_t first = 0;  // is before, `last` is not
      std::uint64_t last = count - 1;
      while (last - first > 1) (before((first + last) / 2) ? first : last) = (first + last) / 2;
      return begin + last;
    }
    guess = low + (high - low) / 2;
  }
  return low;
}

std::optional<std::uint64_t> PackIndex::offset_of(const ObjectId& id) const {
  if (id.size != id_size_) return std::nullopt;
  const std::size_t bucket = id.bytes[0];
  const std::uint64_t low = bucket == 0 ? 0 : fanout_[bucket - 1];
  const std::uint64_t position = lower_bound(low, fanout_[bucket], id);
  if (position >= fanout_[bucket] || id_at(position) != id) return std::nullopt;
  std::array<char, 8> bytes{};
  const std::uint64_t entry = is_first_version_ ? name_at(position) - 4 : offsets_ + 4 * position;
  if (!read_at(entry, bytes.data(), 4)) return std::nullopt;
  const std::uint32_t offset = read_u32({bytes.data(), 4}, 0);
  if (is_first_version_ || (offset & kLarge) == 0) return offset;
  const std::uint64_t row = offsets_ + 4ULL * count() + 8ULL * (offset & ~kLarge);
  if (row + 8 > size_ - 2 * id_size_ || !read_at(row, bytes.data(), 8)) return std::nullopt;
  return read_u64({bytes.data(), 8}, 0);
}

std::vector<ObjectId> PackIndex::beginning_with(std::string_view hex) const {
  std::string whole(hex);
  whole.resize(2 * id_size_, '0');
  const std::optional<ObjectId> lowest = ObjectId::from_hex(whole);
  std::vector<ObjectId> found;
  if (!lowest || hex.size() > whole.size()) return found;
  const std::size_t bucket = lowest->bytes[0];
  const std::uint64_t low = bucket == 0 ? 0 : fanout_[bucket - 1];
  std::uint64_t position = lower_bound(low, fanout_[bucket], *lowest);
  for (; position < fanout_[bucket] && found.size() < 2; ++position) {
    const ObjectId id = id_at(position);
    if (!id.hex().starts_with(hex)) break;
    found.push_back(id);
  }
  return found;
}

}  // namespace readiness::source
