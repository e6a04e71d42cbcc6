// SPDX-License-Identifier: Apache-2.0
// Lines for a terminal: inks instead of colour codes, columns instead of bytes. Whatever is written is made
// inert first, so the only control characters of a page are its own.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace readiness::report::terminal {

enum class Ink : std::uint8_t { plain, strong, faint, good, warn, bad, accent };

/// `text` made printable and cut to `columns`, ending in "…" when something was cut.
std::string clipped(std::string_view text, std::size_t columns);
/// The same, cut at its beginning: of a place the end says most.
std::string clipped_left(std::string_view text, std::size_t columns);
/// `text` made printable and broken at spaces into lines of at most `columns`; what needs more than `most`
/// lines is cut with "…". Words that are wider than a line are broken.
std::vector<std::string> wrapped(std::string_view text, std::size_t columns, std::size_t most);

/// One line in the making.
class Line {
 public:
  Line& add(std::string_view text, Ink ink = Ink::plain);
  /// Cut to `columns` and padded with spaces to exactly that many.
  Line& left(std::string_view text, std::size_t columns, Ink ink = Ink::plain);
  Line& right(std::string_view text, std::size_t columns, Ink ink = Ink::plain);
  /// Spaces up to column `column` (from 0), or one when the line is there already.
  Line& to(std::size_t column);
  std::size_t columns() const { return columns_; }

 private:
  friend class Page;
  struct Piece {
    std::string text;
    Ink ink;
  };
  std::vector<Piece> pieces_;
  std::size_t columns_ = 0;
};

class Page {
 public:
  /// Widths below 60 are read as 60, above 200 as 200.
  Page(int width, bool colour);
  std::size_t width() const { return width_; }
  /// Prose is set narrower than tables: long lines are hard to read.
  std::size_t measure() const;

  void put(const Line& line);
  /// An empty line, unless there is one already or nothing yet.
  void gap();
  /// A section's title, and a remark to its right on the same line.
  void heading(std::string_view title, std::string_view remark = {});
  /// Prose from column `indent`, in at most `most` lines.
  void prose(std::size_t indent, std::string_view text, Ink ink = Ink::plain, std::size_t most = 1000);
  /// Prose after a faint label that takes `room` columns: "why   Because …".
  void labelled(std::size_t indent, std::size_t room, std::string_view label, std::string_view text,
                std::size_t most = 1000, Ink label_ink = Ink::faint);
  const std::string& text() const { return text_; }
  std::size_t lines() const;

 private:
  std::size_t width_;
  bool colour_;
  std::string text_;
};

/// A bar of `columns` in which `share` (0 … 1) is filled, with a mark at `target` (below 0: none).
void add_bar(Line& line, std::size_t columns, double share, Ink ink, double target = -1);

}  // namespace readiness::report::terminal
