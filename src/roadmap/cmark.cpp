// SPDX-License-Identifier: Apache-2.0
// The one door to cmark-gfm. It is shown the document's skeleton only (see skeleton.h): it says where blocks
// begin and end, and the words are taken from the document itself.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <memory>

#include "base/text.h"
#include "roadmap/blocks.h"
#include "roadmap/mending.h"
#include "roadmap/skeleton.h"

namespace readiness::roadmap {
namespace {

struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using Tree = std::unique_ptr<cmark_node, FreeNode>;

Tree parse(std::string_view shape) {
  cmark_gfm_core_extensions_ensure_registered();
  const std::unique_ptr<cmark_parser, FreeParser> parser(cmark_parser_new(CMARK_OPT_DEFAULT));
  if (cmark_syntax_extension* tables = cmark_find_syntax_extension("table"))
    cmark_parser_attach_syntax_extension(parser.get(), tables);
  cmark_parser_feed(parser.get(), shape.data(), shape.size());
  return Tree(cmark_parser_finish(parser.get()));
}

std::string_view without_heading_marks(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of('#'), line.size()));
  const std::string_view text = base::trimmed(line);
  const std::size_t last = text.find_last_not_of('#');
  if (last == std::string_view::npos) return {};
  // A closing run of # stands behind a blank; "C#" keeps its own.
  return last + 1 < text.size() && text[last] == ' ' ? base::trimmed(text.substr(0, last)) : text;
}

/// GFM: a | splits wherever it stands unless a backslash is in front of it.
std::vector<std::string> cells_of(std::string_view row) {
  row = base::trimmed(row);
  if (row.starts_with('|')) row.remove_prefix(1);
  std::vector<std::string> cells(1);
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] == '\\' && i + 1 < row.size()) {
      if (row[i + 1] != '|') cells.back() += row[i];
      cells.back() += row[++i];
    } else if (row[i] == '|') {
      cells.emplace_back();
    } else {
      cells.back() += row[i];
    }
  }
  if (cells.size() > 1 && base::trimmed(cells.back()).empty()) cells.pop_back();
  for (std::string& cell : cells) cell = std::string(base::trimmed(cell));
  return cells;
}

class Reader {
 public:
  explicit Reader(std::string_view document)
      : document_(document), starts_(line_starts(document)), mender_(Mender::for_document(document)) {}

  std::vector<Block> read(std::size_t mark) {
    mark_ = mark;
    const std::string shape = skeleton(document_.substr(mark));
    const Tree tree = parse(shape);
    const std::unique_ptr<cmark_iter, FreeIterator> steps(cmark_iter_new(tree.get()));
    for (cmark_event_type event = cmark_iter_next(steps.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(steps.get()))
      visit(cmark_iter_get_node(steps.get()), event == CMARK_EVENT_ENTER);
    return std::move(blocks_);
  }
  const Mender& mender() const { return mender_; }

 private:
  static std::size_t number(int value) { return value > 0 ? static_cast<std::size_t>(value) : 0; }

  void visit(cmark_node* node, bool entering) {
    const cmark_node_type type = cmark_node_get_type(node);
    const std::string_view name = cmark_node_get_type_string(node);
    if (type == CMARK_NODE_ITEM) {
      if (entering) item(node);
      depth_ += entering ? 1 : static_cast<std::size_t>(-1);
    } else if (type == CMARK_NODE_LIST) {
      if (entering)
        open_lists_.push_back(++lists_);
      else
        open_lists_.pop_back();
    } else if (!entering) {
      return;
    } else if (type == CMARK_NODE_HEADING) {
      heading(node);
    } else if (type == CMARK_NODE_PARAGRAPH && node != item_text_) {
      put({.kind = BlockKind::paragraph, .text = mended(text_of(node))}, cmark_node_get_start_line(node));
    } else if (type == CMARK_NODE_THEMATIC_BREAK) {
      put({.kind = BlockKind::rule}, cmark_node_get_start_line(node));
    } else if (name == "table_row" || name == "table_header") {
      Block row{.kind = BlockKind::row, .header = name == "table_header"};
      row.cells = cells_of(mended(text_of(node)));
      put(std::move(row), cmark_node_get_start_line(node));
    }
  }

  void put(Block block, int line) {
    block.line = static_cast<std::uint32_t>(number(line));
    if (block.kind != BlockKind::heading) block.level = depth_;
    block.list = open_lists_.empty() ? 0 : open_lists_.back();
    blocks_.push_back(std::move(block));
  }

  void heading(cmark_node* node) {
    const std::string text = mended(text_of(node));
    const bool marked = text.starts_with('#');
    // Below the words of the other kind stands a line of - or =.
    const std::string_view words =
        marked ? std::string_view(text) : std::string_view(text).substr(0, text.rfind('\n'));
    put({.kind = BlockKind::heading,
         .level = number(cmark_node_get_heading_level(node)),
         .text = std::string(marked ? without_heading_marks(words) : base::trimmed(words))},
        cmark_node_get_start_line(node));
  }

  void item(cmark_node* node) {
    Block block{.kind = BlockKind::item};
    item_text_ = cmark_node_first_child(node);
    if (item_text_ != nullptr && cmark_node_get_type(item_text_) == CMARK_NODE_PARAGRAPH) {
      std::string_view text = text_of(item_text_);
      block.box = box_of(text);
      if (block.box) text.remove_prefix(3);
      block.text = mended(base::trimmed(text));
    } else {
      item_text_ = nullptr;
    }
    put(std::move(block), cmark_node_get_start_line(node));
  }

  /// GFM: brackets with a blank or an x, then a blank, at the beginning of an item's first paragraph.
  std::optional<Box> box_of(std::string_view text) const {
    if (text.size() < 4 || text[0] != '[' || text[2] != ']' ||
        std::string_view(" \t\r\n").find(text[3]) == std::string_view::npos)
      return {};
    if (std::string_view(" xX").find(text[1]) == std::string_view::npos) return {};
    return Box{static_cast<std::size_t>(text.data() - document_.data()) + 1, text[1] != ' '};
  }

  /// From the block's first byte to the end of its last line.
  std::string_view text_of(cmark_node* node) const {
    const std::size_t first = number(cmark_node_get_start_line(node));
    const std::size_t last = std::max(first, number(cmark_node_get_end_line(node)));
    if (first == 0 || first > starts_.size()) return {};
    const std::size_t column = std::max<std::size_t>(1, number(cmark_node_get_start_column(node)));
    const std::size_t line_begin = starts_[first - 1] + (first == 1 ? mark_ : 0);
    const std::size_t end = last < starts_.size() ? starts_[last] : document_.size();
    const std::size_t begin = std::min(line_begin + column - 1, end);
    return base::trimmed(document_.substr(begin, end - begin));
  }

  std::string mended(std::string_view text) const { return mender_.mend(base::valid_utf8(text)); }

  std::string_view document_;
  std::vector<std::size_t> starts_;
  Mender mender_;
  std::size_t mark_ = 0;
  std::size_t depth_ = 0;
  std::size_t lists_ = 0;
  std::vector<std::size_t> open_lists_{};
  cmark_node* item_text_ = nullptr;  ///< the paragraph that is an item's own text, said with the item
  std::vector<Block> blocks_{};
};

base::Diagnostic refused(std::string_view name, std::string message, std::string hint) {
  return {.file = std::string(name), .message = std::move(message), .hint = std::move(hint)};
}

}  // namespace

base::Result<Document> read_blocks(std::string_view bytes, std::string_view name) {
  if (bytes.size() > kMostDocumentBytes)
    return refused(name, "is larger than 1 MiB, which no roadmap is", "name the Markdown file");
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    return refused(name, "is UTF-16", "save it as UTF-8");
  Reader reader(bytes);
  Document out;
  out.blocks = reader.read(mark_bytes(bytes));
  out.mended_from = name_of(reader.mender().garbling());
  return out;
}

}  // namespace readiness::roadmap
