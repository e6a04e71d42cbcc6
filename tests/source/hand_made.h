// SPDX-License-Identifier: Apache-2.0
// Git objects, packs and indexes put together by hand, so that they can lie in every way.
#pragma once
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "source/object_id.h"
#include "source/sha1.h"

namespace readiness::source::test {

inline std::string big_endian(std::uint64_t value, std::size_t bytes) {
  std::string out;
  for (std::size_t i = bytes; i-- > 0;) out += static_cast<char>(value >> (8 * i));
  return out;
}

/// A zlib stream that does not compress.
inline std::string deflated(std::string_view bytes) {
  std::string out = "\x78\x01";
  std::uint32_t a = 1;
  std::uint32_t b = 0;
  for (const char c : bytes) {
    a = (a + static_cast<unsigned char>(c)) % 65521;
    b = (b + a) % 65521;
  }
  do {
    const std::string_view block = bytes.substr(0, 65535);
    bytes.remove_prefix(block.size());
    out += bytes.empty() ? '\1' : '\0';
    for (const std::size_t length : {block.size(), ~block.size()}) {
      out += static_cast<char>(length);
      out += static_cast<char>(length >> 8U);
    }
    out += block;
  } while (!bytes.empty());
  return out + big_endian(b << 16U | a, 4);
}

inline std::string with_header(std::string_view type, std::string_view body) {
  return std::string(type) + " " + std::to_string(body.size()) + '\0' + std::string(body);
}

inline ObjectId name_of(std::string_view type, std::string_view body) {
  const auto name = Sha1().add(with_header(type, body)).finish();
  return ObjectId::from_raw({reinterpret_cast<const char*>(name.data()), name.size()});
}

inline std::string loose_path(const ObjectId& id) {
  return ".git/objects/" + id.hex().substr(0, 2) + "/" + id.hex().substr(2);
}

inline std::string tree_item(std::string_view mode, std::string_view name, const ObjectId& id) {
  return std::string(mode) + " " + std::string(name) + '\0' + std::string(id.raw());
}

inline std::string commit_body(const ObjectId& tree) {
  return "tree " + tree.hex() + "\nauthor a <b> 1 +0000\ncommitter a <b> 1700000000 +0000\n\nm\n";
}

/// What stands before an object in a pack: its type and size.
inline std::string pack_entry_header(unsigned type, std::uint64_t size) {
  std::string out(1, static_cast<char>(type << 4U | (size & 15U)));
  for (size >>= 4U; size > 0; size >>= 7U) {
    out.back() = static_cast<char>(static_cast<unsigned char>(out.back()) | 0x80U);
    out += static_cast<char>(size & 0x7FU);
  }
  return out;
}

/// A pack and its index, version 2.
class HandMadePack {
 public:
  /// `entry` is what stands in the pack, from its header on.
  void add(const ObjectId& id, const std::string& entry) {
    places_.emplace_back(id, bytes_.size());
    bytes_ += entry;
  }
  void add(unsigned type, std::string_view type_name, std::string_view body) {
    add(name_of(type_name, body), pack_entry_header(type, body.size()) + deflated(body));
  }
  std::uint64_t next_offset() const { return bytes_.size(); }
  void set_offset(std::size_t entry, std::uint64_t offset) { places_[entry].second = offset; }
  std::string pack() const { return bytes_ + std::string(20, '\0'); }
  std::string index() const {
    auto sorted = places_;
    std::sort(sorted.begin(), sorted.end());
    std::string fanout;
    for (unsigned first = 0; first < 256; ++first) {
      const auto not_after = [first](const auto& place) { return place.first.bytes[0] <= first; };
      fanout +=
          big_endian(static_cast<std::uint64_t>(std::count_if(sorted.begin(), sorted.end(), not_after)), 4);
    }
    std::string names;
    std::string offsets;
    for (const auto& [id, offset] : sorted) {
      names += id.raw();
      offsets += big_endian(offset, 4);
    }
    return "\xFFtOc" + big_endian(2, 4) + fanout + names + std::string(4 * sorted.size(), '\0') + offsets +
           std::string(40, '\0');
  }

 private:
  std::vector<std::pair<ObjectId, std::uint64_t>> places_;
  std::string bytes_ = "PACK" + big_endian(2, 4) + big_endian(0, 4);
};

/// One entry of an index, version 2.
inline std::string index_entry(std::string_view path, std::uint32_t mode, const ObjectId& id,
                               unsigned flags = 0) {
  std::string entry(24, '\0');
  entry += big_endian(mode, 4) + std::string(12, '\0') + std::string(id.raw());
  entry += big_endian(flags | std::min<std::size_t>(path.size(), 0xFFF), 2) + std::string(path);
  entry.append(8 - entry.size() % 8, '\0');
  return entry;
}

inline std::string index_of(const std::vector<std::string>& entries) {
  std::string out = "DIRC" + big_endian(2, 4) + big_endian(entries.size(), 4);
  for (const std::string& entry : entries) out += entry;
  return out + std::string(20, '\0');
}

}  // namespace readiness::source::test
