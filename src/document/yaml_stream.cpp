// SPDX-License-Identifier: Apache-2.0
// `---` and `...` at the start of a line end a document wherever they stand, even inside quotes and block
// scalars (YAML 1.2.2, section 9.1.2: c-forbidden), so lines are enough to cut by.
#include "document/yaml_stream.h"

#include "base/text.h"

namespace readiness::document {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_marker(std::string_view line, std::string_view marker) {
  if (!line.starts_with(marker)) return false;
  return line.size() == marker.size() || line[3] == ' ' || line[3] == '\t' || line[3] == '\r';
}

bool is_blank_or_comment(std::string_view line) {
  const std::string_view rest = base::trimmed(line);
  return rest.empty() || rest.front() == '#';
}

class Cutter {
 public:
  explicit Cutter(std::string_view stream) : stream_(stream) {}

  std::vector<YamlPiece> pieces() {
    for (std::size_t begin = 0; begin < stream_.size();) {
      const std::size_t found = stream_.find('\n', begin);
      const std::size_t end = found == std::string_view::npos ? stream_.size() : found + 1;
      read_line(stream_.substr(begin, end - begin), begin);
      begin = end;
    }
    cut(stream_.size());
    return std::move(pieces_);
  }

 private:
  void read_line(std::string_view line, std::size_t offset) {
    ++line_;
    if (line.ends_with('\n')) line.remove_suffix(1);
    if (!in_document_ && line.starts_with(kByteOrderMark)) {
      line.remove_prefix(kByteOrderMark.size());
      offset += kByteOrderMark.size();
    }
    if (is_marker(line, "...")) return cut(offset);
    if (is_marker(line, "---")) return start_document(line, offset);
    if (is_blank_or_comment(line)) return;
    if (!in_document_ && directives_ == 0) begin_at(offset);
    if (!in_document_ && line.starts_with('%')) {
      ++directives_;
      return;
    }
    in_document_ = has_content_ = true;
  }

  // Directives belong to the document whose `---` follows them.
  void start_document(std::string_view line, std::size_t offset) {
    if (in_document_) cut(offset);
    if (directives_ == 0) begin_at(offset);
    in_document_ = has_marker_ = true;
    has_content_ = !is_blank_or_comment(line.substr(3));
  }

  void begin_at(std::size_t offset) {
    begin_ = offset;
    first_line_ = line_;
  }

  // Directives with nothing after them are an error that somebody has to tell, so they make a piece as well.
  void cut(std::size_t end) {
    const bool is_worth_parsing = has_content_ || (directives_ > 0 && !in_document_);
    if (is_worth_parsing)
      pieces_.push_back({.text = stream_.substr(begin_, end - begin_),
                         .first_line = first_line_,
                         .directives = directives_,
                         .has_marker = has_marker_});
    in_document_ = has_marker_ = has_content_ = false;
    directives_ = 0;
  }

  std::string_view stream_;  // the caller's
  std::vector<YamlPiece> pieces_;
  std::size_t begin_ = 0;
  std::uint32_t first_line_ = 1;
  std::uint32_t line_ = 0;
  std::size_t directives_ = 0;
  bool in_document_ = false;
  bool has_marker_ = false;
  bool has_content_ = false;
};

}  // namespace

std::vector<YamlPiece> yaml_pieces(std::string_view stream) { return Cutter(stream).pieces(); }


std::optional<std::size_t> hopeless_depth(std::string_view text) {
  constexpr std::size_t kHopeless = 512;  // far beyond every limit of depth, as strings may hold brackets, too
  std::size_t depth = 0;
  char before = ',';
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') continue;
    if (c == '[' || c == '{') {
      const bool opens = std::string_view("[{,:-?").find(before) != std::string_view::npos;
      if (opens && ++depth > kHopeless) return at;
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
    before = c;
  }
  return std::nullopt;
}

}  // namespace readiness::document
