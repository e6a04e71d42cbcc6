// SPDX-License-Identifier: Apache-2.0
// A git object as it was read, or why it was not.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "source/source.h"

namespace readiness::source {

/// git's own numbers.
enum class ObjectType : std::uint8_t { none = 0, commit = 1, tree = 2, blob = 3, tag = 4 };

/// `bytes` belongs to whoever read it and is valid until its next read.
struct Object {
  LoadStatus status = LoadStatus::missing;
  ObjectType type = ObjectType::none;
  std::string_view bytes{};
  std::uint64_t size = 0;
  std::string detail{};
  bool ok() const { return status == LoadStatus::ok; }
  /// The object as a load of a file: anything but a blob is corrupt.
  Load as_blob() &&;
};

inline Load Object::as_blob() && {
  if (status == LoadStatus::ok && type != ObjectType::blob)
    return {.status = LoadStatus::corrupt, .bytes = {}, .size = 0, .detail = "the object is no blob"};
  return {.status = status, .bytes = bytes, .size = size, .detail = std::move(detail)};
}

}  // namespace readiness::source
