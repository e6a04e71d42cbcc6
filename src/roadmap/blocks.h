// SPDX-License-Identifier: Apache-2.0
// A Markdown document as a flat list of the blocks in which people state things: headings, list items, rows
// of tables, paragraphs, and the rules between them. Code and HTML are left out.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace readiness::roadmap {

inline constexpr std::size_t kMostDocumentBytes = 1U << 20;

enum class BlockKind : std::uint8_t { heading, item, row, paragraph, rule };

/// The box of a task: where the character between its brackets stands in the file.
struct Box {
  std::size_t offset = 0;
  bool ticked = false;
};

struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::uint32_t line = 0;  ///< from 1
  std::size_t level = 0;   ///< of a heading 1 … 6; of anything else: how many list items it stands in
  std::size_t list = 0;    ///< items and paragraphs in items: the list's number, from 1
  bool header = false;     ///< of a table
  std::optional<Box> box{};
  std::string text{};  ///< as written, mended; without marker, # and box. Lines keep their breaks
  std::vector<std::string> cells{};  ///< of a row
};

struct Document {
  std::vector<Block> blocks{};
  std::string mended_from{};  ///< "Windows-1252", "Mac Roman" or empty
};

/// `name` is how messages call the file. Fails on what is no Markdown text at all: too large, or UTF-16.
base::Result<Document> read_blocks(std::string_view bytes, std::string_view name);

}  // namespace readiness::roadmap
