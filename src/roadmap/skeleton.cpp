// SPDX-License-Identifier: Apache-2.0
#include "roadmap/skeleton.h"

#include <algorithm>

namespace readiness::roadmap {
namespace {

// Deeper lists and quotes within one line are no document of a person; cmark takes quadratic time for them.
constexpr std::size_t kMostMarkers = 24;
// A table that is wider gets its further cells as words; every row has as many nodes as its head has columns.
constexpr std::size_t kMostPipes = 64;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// A rule (---, ***, ___) or the line below a heading: one kind of mark and blanks, nothing else.
bool is_ruled(std::string_view rest) {
  const char mark = rest.front();
  if (std::string_view("-_*=").find(mark) == std::string_view::npos) return false;
  return std::all_of(rest.begin(), rest.end(), [&](char c) { return c == mark || is_blank(c); });
}

/// Length of the bullet or number at the beginning of `rest`, 0 when there is none.
std::size_t marker_length(std::string_view rest) {
  std::size_t length = 0;
  if (rest.front() == '-' || rest.front() == '+' || rest.front() == '*') {
    length = 1;
  } else {
    while (length < rest.size() && length < 9 && is_digit(rest[length])) ++length;
    if (length == 0 || length == rest.size() || (rest[length] != '.' && rest[length] != ')')) return 0;
    ++length;
  }
  return length == rest.size() || is_blank(rest[length]) ? length : 0;
}

/// How much at the beginning of `rest` opens a leaf block: a heading's #, a fence, an HTML tag's <.
std::size_t opening_length(std::string_view rest) {
  const char mark = rest.front();
  if (mark == '<') return 1;
  if (mark != '#' && mark != '`' && mark != '~') return 0;
  const std::size_t run = std::min(rest.find_first_not_of(mark), rest.size());
  return mark == '#' || run >= 3 ? run : 0;
}

class LineShape {
 public:
  explicit LineShape(std::string& line_of_document) : line_(line_of_document) {}

  void reduce(std::size_t begin, std::size_t end) {
    end_ = end;
    at_ = begin;
    containers();
    if (at_ == end_) return;
    const std::string_view rest = std::string_view(line_).substr(at_, end_ - at_);
    if (is_ruled(rest)) {
      if (markers_ >= kMostMarkers) fill(false);
      return;
    }
    const std::size_t opening = opening_length(rest);
    const bool fence_of_backticks = opening > 0 && rest.front() == '`';
    at_ += opening;
    fill(fence_of_backticks);
  }

 private:
  void containers() {
    for (;;) {
      while (at_ < end_ && is_blank(line_[at_])) ++at_;
      if (at_ == end_ || markers_ >= kMostMarkers) return;
      const std::string_view rest = std::string_view(line_).substr(at_, end_ - at_);
      if (is_ruled(rest)) return;
      const std::size_t length = rest.front() == '>' ? 1 : marker_length(rest);
      if (length == 0) return;
      at_ += length;
      ++markers_;
    }
  }

  /// What tables, ends of HTML blocks and lines below headings need stays.
  void fill(bool keep_backticks) {
    const auto stays = [&](char c) {
      const bool word = is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      return word || is_blank(c) || std::string_view("|:-=/?>\\").find(c) != std::string_view::npos ||
             (keep_backticks && c == '`');
    };
    if (markers_ >= kMostMarkers && at_ < end_)
      line_[at_++] = 'x';  // or nesting would go on behind the bound
    for (std::size_t pipes = 0; at_ < end_; ++at_) {
      if (line_[at_] == '|') ++pipes;
      if (!stays(line_[at_]) || pipes > kMostPipes) line_[at_] = 'x';
    }
  }

  std::string& line_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  std::size_t markers_ = 0;
};

}  // namespace

std::vector<std::size_t> line_starts(std::string_view document) {
  std::vector<std::size_t> starts{0};
  for (std::size_t i = 0; i < document.size(); ++i) {
    const bool breaks =
        document[i] == '\n' || (document[i] == '\r' && (i + 1 == document.size() || document[i + 1] != '\n'));
    if (breaks) starts.push_back(i + 1);
  }
  return starts;
}

std::size_t mark_bytes(std::string_view document) {
  for (const std::string_view mark : {"\xEF\xBB\xBF", "ï»¿", "Ôªø"})
    if (document.starts_with(mark)) return mark.size();
  return 0;
}

std::string skeleton(std::string_view document) {
  std::string out(document);
  const std::vector<std::size_t> starts = line_starts(document);
  for (std::size_t i = 0; i < starts.size(); ++i) {
    std::size_t end = i + 1 < starts.size() ? starts[i + 1] : document.size();
    while (end > starts[i] && (out[end - 1] == '\n' || out[end - 1] == '\r')) --end;
    if (end > starts[i]) LineShape(out).reduce(starts[i], end);
  }
  return out;
}

}  // namespace readiness::roadmap
