// SPDX-License-Identifier: Apache-2.0
// Find the place, follow the deltas to their base, come back applying them.
#include "source/pack_store.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

#include "base/text.h"
#include "source/delta.h"

namespace readiness::source {
namespace {

constexpr std::size_t kSmallWindow = 4 * 1024;  // holds most commits, trees and deltas
constexpr std::size_t kLargeWindow = 64 * 1024;
constexpr std::uint64_t kPackHeader = 12;
constexpr unsigned kOffsetDelta = 6;
constexpr unsigned kNameDelta = 7;
constexpr std::size_t kLongestChain = 4096;  // git writes 50, and 4095 at the very most
// An object may be small and its base large. More than this is read for no object.
constexpr std::uint64_t kLargestBase = 64ULL * 1024 * 1024;
constexpr std::uint64_t kMostWork = 1024ULL * 1024 * 1024;
constexpr const char* kTruncated = "its pack ends within it";
constexpr const char* kTooLarge = "larger than the limit";
constexpr const char* kDamaged = "it is damaged in its pack";

std::optional<Pack> open_pack(const RootFolder& objects, const std::string& index_name, std::size_t id_size,
                              std::string& problem) {
  const char* why = nullptr;
  std::optional<PackIndex> index = PackIndex::open(objects.open_file("pack/" + index_name), id_size, why);
  if (!index) return problem = why, std::nullopt;
  const std::string name = index_name.substr(0, index_name.size() - 4) + ".pack";
  Descriptor data = objects.open_file("pack/" + name);
  struct stat info {};
  if (!data || ::fstat(data.get(), &info) != 0 || !S_ISREG(info.st_mode))
    return problem = "its pack is missing or no regular file", std::nullopt;
  const auto size = static_cast<std::uint64_t>(info.st_size);
  if (size < kPackHeader + id_size) return problem = "its pack is too short", std::nullopt;
  return Pack{.name = name, .data = std::move(data), .end = size - id_size, .index = std::move(*index)};
}

}  // namespace

PackList open_packs(const RootFolder& objects, std::size_t id_size) {
  PackList list;
  for (const std::string& name : objects.names_in("pack")) {
    if (!name.ends_with(".idx")) continue;
    std::string problem;
    if (std::optional<Pack> pack = open_pack(objects, name, id_size, problem))
      list.packs.push_back(std::move(*pack));
    else
      list.problems.push_back(base::printable(name) + ": " + problem);
  }
  return list;
}

/// The deltas from an object down to its base, outermost first; the base last, unless it was kept.
struct PackStore::Chain {
  std::vector<Header> deltas;
  Header base;
  Place base_place;
  const DeltaBases::Base* kept = nullptr;
};

std::optional<PackStore::Place> PackStore::find(const ObjectId& id) {
  for (std::size_t i = 0; i < list_->packs.size(); ++i) {
    const std::size_t pack = (last_pack_ + i) % list_->packs.size();
    if (const std::optional<std::uint64_t> offset = list_->packs[pack].index.offset_of(id)) {
      last_pack_ = pack;
      return Place{pack, *offset};
    }
  }
  return std::nullopt;
}

std::vector<ObjectId> PackStore::beginning_with(std::string_view hex) const {
  std::vector<ObjectId> found;
  for (const Pack& pack : list_->packs)
    for (const ObjectId& id : pack.index.beginning_with(hex))
      if (std::find(found.begin(), found.end(), id) == found.end()) found.push_back(id);
  return found;
}

// Some bytes of the pack from `offset` on; none at its end or when it cannot be read.
std::string_view PackStore::window(std::size_t pack, std::uint64_t offset, std::size_t wanted) {
  const Pack& file = list_->packs[pack];
  if (offset >= file.end) return {};
  const bool inside = window_pack_ == pack && offset >= window_at_ && offset - window_at_ < window_.size();
  if (!inside) {
    window_.resize(
        std::min<std::uint64_t>(std::clamp(wanted, kSmallWindow, kLargeWindow), file.end - offset));
    ssize_t got = 0;
    do got = ::pread(file.data.get(), window_.data(), window_.size(), static_cast<off_t>(offset));
    while (got < 0 && errno == EINTR);
    window_.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    window_pack_ = pack;
    window_at_ = offset;
  }
  return std::string_view(window_).substr(offset - window_at_);
}

const char* PackStore::read_header(Place at, Header& header) {
  if (at.offset < kPackHeader) return kDamaged;
  header = {};
  header.data = at.offset;
  for (unsigned shift = 0;; shift = shift == 0 ? 4 : shift + 7) {
    const std::string_view bytes = window(at.pack, header.data, 0);
    if (bytes.empty()) return kTruncated;
    const auto byte = static_cast<unsigned char>(bytes.front());
    if (shift == 0) header.type = byte >> 4U & 7U;
    if (shift > 57) return kDamaged;
    header.size |= std::uint64_t{byte & (shift == 0 ? 0x0FU : 0x7FU)} << shift;
    ++header.data;
    if ((byte & 0x80U) == 0) break;
  }
  if (header.type == 0 || header.type == 5) return kDamaged;
  return header.type >= kOffsetDelta ? read_base_place(at, header) : nullptr;
}

const char* PackStore::read_base_place(Place at, Header& header) {
  if (header.type == kNameDelta) {
    const std::size_t size = list_->packs[at.pack].index.id_size();
    std::string name;
    for (std::string_view part; name.size() < size; name += part.substr(0, size - name.size()))
      if ((part = window(at.pack, header.data + name.size(), 0)).empty()) return kTruncated;
    header.data += size;
    const std::optional<std::uint64_t> base = list_->packs[at.pack].index.offset_of(ObjectId::from_raw(name));
    if (!base) return "what it is a delta of is missing";
    header.base = *base;
    return nullptr;
  }
  std::uint64_t back = 0;  // how far before the object its base begins
  for (bool first = true;; first = false) {
    const std::string_view bytes = window(at.pack, header.data, 0);
    if (bytes.empty()) return kTruncated;
    const auto byte = static_cast<unsigned char>(bytes.front());
    if (back >> 56U != 0) return kDamaged;
    back = (first ? 0 : back + 1) << 7U | (byte & 0x7FU);
    ++header.data;
    if ((byte & 0x80U) == 0) break;
  }
  if (back == 0 || back > at.offset) return kDamaged;
  header.base = at.offset - back;
  return nullptr;
}

const char* PackStore::follow(Place at, Chain& chain) {
  while (chain.deltas.size() <= kLongestChain) {
    chain.base_place = at;
    if ((chain.kept = bases_.find(at.pack, at.offset)) != nullptr) {
      chain.base.type = chain.kept->type;
      return nullptr;
    }
    if (const char* problem = read_header(at, chain.base)) return problem;
    if (chain.base.type < kOffsetDelta) return nullptr;
    chain.deltas.push_back(chain.base);
    at.offset = chain.base.base;
  }
  return "its chain of deltas does not end";
}

// Unpacks exactly `size` bytes; the stream must end there.
const char* PackStore::unpack(std::size_t pack, std::uint64_t data, std::size_t size, PaddedBuffer& to) {
  char* const out = to.reserve(size + 1);
  inflater_.start();
  std::size_t filled = 0;
  while (inflater_.wants_more() && filled <= size) {
    std::string_view input = window(pack, data, size - filled);
    if (input.empty()) return kTruncated;
    const std::size_t offered = input.size();
    const std::size_t got = inflater_.fill(out + filled, size + 1 - filled, input);
    if (got == 0 && input.size() == offered) break;
    filled += got;
    data += offered - input.size();
  }
  return inflater_.ended() && filled == size ? nullptr : kDamaged;
}

// Leaves the object in `buffer`. What is unpacked on the way is kept for the next objects of the chain.
const char* PackStore::resolve(Place at, const Chain& chain, std::uint64_t max_bytes, PaddedBuffer& buffer,
                               std::size_t& size) {
  const std::uint64_t largest = std::max(max_bytes, kLargestBase);
  const unsigned type = chain.base.type;
  std::uint64_t work = 0;
  if (chain.kept != nullptr) {
    size = chain.kept->bytes.size();
    std::copy(chain.kept->bytes.begin(), chain.kept->bytes.end(), buffer.reserve(size));
  } else {
    if (chain.base.size > largest) return "what it is a delta of is too large";
    size = chain.base.size;
    if (const char* problem = unpack(at.pack, chain.base.data, size, buffer)) return problem;
    if (!chain.deltas.empty()) bases_.keep(at.pack, chain.base_place.offset, type, {buffer.data(), size});
  }
  for (auto delta = chain.deltas.rbegin(); delta != chain.deltas.rend(); ++delta) {
    if (delta->size > largest) return "one of its deltas is too large";
    if (const char* problem = unpack(at.pack, delta->data, delta->size, delta_)) return problem;
    const std::string_view bytes(delta_.data(), delta->size);
    const std::optional<DeltaSizes> sizes = delta_sizes(bytes);
    if (!sizes) return kDamaged;
    const auto outer = std::next(delta);
    const bool is_last = outer == chain.deltas.rend();
    if (is_last && sizes->result > max_bytes) return size = sizes->result, kTooLarge;
    if (sizes->result > largest || (work += sizes->result) > kMostWork)
      return "one of its deltas gives too much";
    std::swap(base_, buffer);
    if (!apply_delta({base_.data(), size}, bytes, buffer.reserve(sizes->result))) return kDamaged;
    size = sizes->result;
    // Blobs at the end of a chain are rarely a base of anything that is asked for; older folders often are.
    if (!is_last || type == static_cast<unsigned>(ObjectType::tree))
      bases_.keep(at.pack, is_last ? at.offset : outer->base, type, {buffer.data(), size});
  }
  return nullptr;
}

Object PackStore::read(const ObjectId& id, std::uint64_t max_bytes, PaddedBuffer& buffer) {
  const std::optional<Place> at = find(id);
  if (!at) return {.status = LoadStatus::missing, .detail = "object " + id.hex() + " is missing"};
  Chain chain;
  const char* problem = follow(*at, chain);
  std::size_t size = chain.base.size;
  if (problem == nullptr && chain.kept == nullptr && chain.deltas.empty() && size > max_bytes)
    problem = kTooLarge;
  if (problem == nullptr) problem = resolve(*at, chain, max_bytes, buffer, size);
  if (problem == kTooLarge) return {.status = LoadStatus::too_large, .size = size, .detail = kTooLarge};
  if (problem != nullptr)
    return {.status = LoadStatus::corrupt, .detail = "object " + id.hex() + ": " + std::string(problem)};
  if (size > max_bytes) return {.status = LoadStatus::too_large, .size = size, .detail = kTooLarge};
  const auto type = static_cast<ObjectType>(chain.base.type);
  return {.status = LoadStatus::ok, .type = type, .bytes = buffer.finish(size), .size = size, .detail = {}};
}

}  // namespace readiness::source
