// SPDX-License-Identifier: Apache-2.0
// The shape of a Markdown document without its words: what makes blocks stays byte for byte, everything that
// only has a meaning inside a line becomes 'x'. Offsets stay, so words are read from the document itself.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace readiness::roadmap {

/// Same length as `document`. Nesting within one line is bounded, and nothing is left over which a parser of
/// inlines could spend more than linear time.
std::string skeleton(std::string_view document);

/// Begins of the lines; breaks are \n, \r\n and a lone \r, as CommonMark has it.
std::vector<std::size_t> line_starts(std::string_view document);

/// Bytes in front of the document's first line: a byte order mark, as such or garbled.
std::size_t mark_bytes(std::string_view document);

}  // namespace readiness::roadmap
