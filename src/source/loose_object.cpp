// SPDX-License-Identifier: Apache-2.0
// Bounded inflating.
#include "source/loose_object.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "source/sha1.h"

namespace readiness::source {
namespace {

// "commit 18446744073709551615" and a NUL.
constexpr std::size_t kLongestHeader = 32;
constexpr std::array<std::string_view, 5> kTypeNames = {"", "commit", "tree", "blob", "tag"};

Object broken(std::string detail) { return {.status = LoadStatus::corrupt, .detail = std::move(detail)}; }

struct Header {
  ObjectType type = ObjectType::none;
  std::uint64_t size = 0;
  std::size_t length = 0;  // with its NUL
};

std::optional<Header> parse_header(std::string_view start) {
  Header header;
  const std::size_t space = start.find(' ');
  const std::size_t nul = start.find('\0');
  if (space == std::string_view::npos || nul == std::string_view::npos || nul <= space + 1)
    return std::nullopt;
  const auto* name = std::find(kTypeNames.begin() + 1, kTypeNames.end(), start.substr(0, space));
  if (name == kTypeNames.end()) return std::nullopt;
  header.type = static_cast<ObjectType>(name - kTypeNames.begin());
  const char* const end = start.data() + nul;
  const auto parsed = std::from_chars(start.data() + space + 1, end, header.size);
  if (parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
  header.length = nul + 1;
  return header;
}

bool is_named_rightly(const ObjectId& id, const Object& object) {
  if (id.size != ObjectId::kSha1) return true;  // not checked in SHA-256 repositories
  const std::string header =
      std::string(kTypeNames[static_cast<std::size_t>(object.type)]) + " " + std::to_string(object.size);
  const auto name = Sha1().add({header.c_str(), header.size() + 1}).add(object.bytes).finish();
  return std::equal(name.begin(), name.end(), id.bytes.begin());
}

}  // namespace

Object unpack_loose(std::string_view file, std::uint64_t max_bytes, Inflater& inflater,
                    PaddedBuffer& buffer) {
  inflater.start();
  std::array<char, kLongestHeader> start{};
  const std::size_t started = inflater.fill(start.data(), start.size(), file);
  const std::optional<Header> header = parse_header({start.data(), started});
  if (!header) return broken("no header of a git object");
  if (header->size > max_bytes)
    return {.status = LoadStatus::too_large,
            .type = header->type,
            .size = header->size,
            .detail = "larger than the limit"};
  const std::size_t size = header->size;
  const std::size_t known = started - header->length;
  if (known > size) return broken("longer than its header says");
  char* const to = buffer.reserve(size + 1);
  std::copy_n(start.data() + header->length, known, to);
  // One byte more than claimed: it must not come.
  const std::size_t length = known + inflater.fill(to + known, size + 1 - known, file);
  if (length > size) return broken("longer than its header says");
  if (length < size || !inflater.ended() || !file.empty()) return broken("truncated or damaged");
  return {.status = LoadStatus::ok,
          .type = header->type,
          .bytes = buffer.finish(size),
          .size = size,
          .detail = {}};
}

Object read_loose(const RootFolder& objects, const ObjectId& id, std::uint64_t max_bytes, Inflater& inflater,
                  PaddedBuffer& packed, PaddedBuffer& buffer) {
  const std::string hex = id.hex();
  const Descriptor file = objects.open_file(hex.substr(0, 2) + "/" + hex.substr(2));
  if (!file) return {.status = LoadStatus::missing, .detail = "object " + hex + " is missing"};
  // What does not compress grows by five bytes in 16 KiB.
  const std::uint64_t largest = max_bytes + max_bytes / 1024 + 64 * 1024;
  const Load load = read_regular(file, largest, packed);
  if (load.status == LoadStatus::too_large)
    return {.status = LoadStatus::too_large, .size = load.size, .detail = "larger than the limit"};
  if (load.status != LoadStatus::ok) return broken("object " + hex + ": " + load.detail);
  Object object = unpack_loose(load.bytes, max_bytes, inflater, buffer);
  if (object.ok() && !is_named_rightly(id, object)) object = broken("its content is not what its name says");
  if (object.status == LoadStatus::corrupt) object.detail = "object " + hex + ": " + object.detail;
  return object;
}

}  // namespace readiness::source
