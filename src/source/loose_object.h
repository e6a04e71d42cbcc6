// SPDX-License-Identifier: Apache-2.0
// One loose object: zlib around "type size NUL body". libgit2 up to 1.9 never ends on a truncated one and
// writes past its memory on one that lies about its size (libgit2#7342, #7177), so this is ours.
#pragma once
#include <cstdint>
#include <string_view>

#include "source/inflater.h"
#include "source/object.h"
#include "source/object_id.h"
#include "source/regular_file.h"
#include "source/root_folder.h"

namespace readiness::source {

/// Unpacks the whole of `file`. The claim of the header is checked before memory is taken for it, and the
/// body must be exactly as long as claimed.
Object unpack_loose(std::string_view file, std::uint64_t max_bytes, Inflater& inflater, PaddedBuffer& buffer);

/// Reads `id` below the `objects` folder; `missing` when there is none. A body that is not what its name says
/// is corrupt.
Object read_loose(const RootFolder& objects, const ObjectId& id, std::uint64_t max_bytes, Inflater& inflater,
                  PaddedBuffer& packed, PaddedBuffer& buffer);

}  // namespace readiness::source
