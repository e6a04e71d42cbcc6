// SPDX-License-Identifier: Apache-2.0
#include "report/terminal/page.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "report/view.h"

namespace readiness::report::terminal {
namespace {

constexpr std::size_t kNarrowest = 60;
constexpr std::size_t kWidest = 200;
constexpr std::size_t kMeasure = 100;
// Nobody reads more of one text on a terminal.
constexpr std::size_t kMostBytes = 4'000;

// ECMA-48 "select graphic rendition"; only the eight colours that every theme defines.
std::string_view code_of(Ink ink) {
  switch (ink) {
    case Ink::plain:
      return "";
    case Ink::strong:
      return "\x1b[1m";
    case Ink::faint:
      return "\x1b[2m";
    case Ink::good:
      return "\x1b[32m";
    case Ink::warn:
      return "\x1b[33m";
    case Ink::bad:
      return "\x1b[1;31m";
    case Ink::accent:
      return "\x1b[36m";
  }
  return "";
}

std::size_t code_point_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
}

/// The longest beginning of `text` (valid UTF-8) that needs at most `columns`.
std::string_view beginning(std::string_view text, std::size_t columns) {
  std::size_t bytes = 0;
  for (std::size_t used = 0; bytes < text.size();) {
    const std::size_t length = code_point_length(text[bytes]);
    used += base::display_width(text.substr(bytes, length));
    if (used > columns) break;
    bytes += length;
  }
  return text.substr(0, bytes);
}

std::string inert(std::string_view text) {
  return without_commands(base::printable(base::shortened(text, kMostBytes)));
}

std::string cut(std::string_view inert_text, std::size_t columns) {
  if (base::display_width(inert_text) <= columns) return std::string(inert_text);
  if (columns == 0) return {};
  return std::string(base::trimmed(beginning(inert_text, columns - 1))) + "…";
}

/// Words of printable text; those wider than a line come in pieces.
std::vector<std::string> words_of(std::string_view text, std::size_t columns) {
  std::vector<std::string> words;
  for (std::string_view word : base::split(text, ' ')) {
    while (!word.empty()) {
      const std::string_view piece = beginning(word, columns);
      if (piece.empty()) break;
      words.emplace_back(piece);
      word.remove_prefix(piece.size());
    }
  }
  return words;
}

}  // namespace

std::string clipped(std::string_view text, std::size_t columns) { return cut(inert(text), columns); }

std::string clipped_left(std::string_view text, std::size_t columns) {
  const std::string shown = inert(text);
  std::size_t width = base::display_width(shown);
  if (width <= columns) return shown;
  std::string_view rest = shown;
  for (; !rest.empty() && width + 1 > columns;) {
    const std::string_view first = rest.substr(0, code_point_length(rest.front()));
    width -= base::display_width(first);
    rest.remove_prefix(first.size());
  }
  return columns == 0 ? std::string() : "…" + std::string(rest);
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns, std::size_t most) {
  columns = std::max<std::size_t>(columns, 8);
  // A line break in a text that a person wrote is a space here, not "\x0a".
  std::string flat = base::shortened(text, kMostBytes);
  std::replace(flat.begin(), flat.end(), '\n', ' ');
  std::vector<std::string> lines;
  for (const std::string& word : words_of(inert(flat), columns)) {
    const bool fits =
        !lines.empty() && base::display_width(lines.back()) + 1 + base::display_width(word) <= columns;
    if (fits) {
      lines.back() += " " + word;
    } else if (lines.size() == most) {
      if (most > 0) lines.back() = cut(lines.back() + " " + word, columns);
      break;
    } else {
      lines.push_back(word);
    }
  }
  return lines;
}

Line& Line::add(std::string_view text, Ink ink) {
  std::string shown = inert(text);
  columns_ += base::display_width(shown);
  if (!shown.empty()) pieces_.push_back({std::move(shown), ink});
  return *this;
}

Line& Line::left(std::string_view text, std::size_t columns, Ink ink) {
  const std::size_t end = columns_ + columns;
  add(clipped(text, columns), ink);
  return columns_ < end ? add(std::string(end - columns_, ' ')) : *this;
}

Line& Line::right(std::string_view text, std::size_t columns, Ink ink) {
  const std::string shown = clipped(text, columns);
  return add(std::string(columns - std::min(columns, base::display_width(shown)), ' ')).add(shown, ink);
}

Line& Line::to(std::size_t column) {
  return add(std::string(column > columns_ ? column - columns_ : 1, ' '));
}

Page::Page(int width, bool colour)
    : width_(std::clamp(static_cast<std::size_t>(std::max(width, 0)), kNarrowest, kWidest)),
      colour_(colour) {}

std::size_t Page::measure() const { return std::min(width_, kMeasure); }

void Page::put(const Line& line) {
  std::vector<Line::Piece> pieces = line.pieces_;
  while (!pieces.empty()) {
    std::string& last = pieces.back().text;
    last.erase(last.find_last_not_of(' ') + 1);
    if (!last.empty()) break;
    pieces.pop_back();
  }
  const auto first = std::find_if(pieces.begin(), pieces.end(), [](const Line::Piece& piece) {
    return piece.text.find_first_not_of(' ') != std::string::npos;
  });
  // A CI runner obeys a line of our log that begins so.
  if (first != pieces.end())
    if (const std::size_t at = first->text.find_first_not_of(' '); first->text.compare(at, 2, "::") == 0)
      first->text.replace(at, 1, "\u2236");  // a ratio sign looks the same
  for (const Line::Piece& piece : pieces) {
    const std::string_view code = colour_ ? code_of(piece.ink) : std::string_view();
    text_ += code;
    text_ += piece.text;
    if (!code.empty()) text_ += "\x1b[0m";
  }
  text_ += '\n';
}

void Page::gap() {
  if (!text_.empty() && !text_.ends_with("\n\n")) text_ += '\n';
}

void Page::heading(std::string_view title, std::string_view remark) {
  gap();
  Line line;
  line.add("  ").add(title, Ink::strong);
  if (!remark.empty())
    line.add("  ").add(clipped(remark, width_ - std::min(width_, line.columns() + 2)), Ink::faint);
  put(line);
}

void Page::prose(std::size_t indent, std::string_view text, Ink ink, std::size_t most) {
  for (const std::string& row : wrapped(text, measure() - indent, most)) put(Line().to(indent).add(row, ink));
}

std::size_t Page::lines() const {
  return static_cast<std::size_t>(std::count(text_.begin(), text_.end(), '\n'));
}

void Page::labelled(std::size_t indent, std::size_t room, std::string_view label, std::string_view text,
                    std::size_t most, Ink label_ink) {
  const std::size_t column = indent + std::max(room, label.size() + 1);
  bool first = true;
  for (const std::string& row : wrapped(text, measure() - column, most)) {
    Line line;
    if (first) line.to(indent).add(label, label_ink);
    put(line.to(column).add(row));
    first = false;
  }
}

void add_bar(Line& line, std::size_t columns, double share, Ink ink, double target) {
  const auto cells = [&](double part) {
    return static_cast<std::size_t>(
        std::floor(std::clamp(part, 0.0, 1.0) * static_cast<double>(columns) + 1e-9));
  };
  // Something earned shows, and what is not whole does not look whole.
  std::size_t filled = cells(share);
  if (share > 0 && filled == 0) filled = 1;
  const std::size_t mark = target < 0 ? columns : std::min(cells(target), columns - 1);
  std::string full;
  std::string rest;
  for (std::size_t i = 0; i < columns; ++i) {
    std::string& part = i < filled ? full : rest;
    part += i == mark ? "┃" : i < filled ? "━" : "┄";
  }
  line.add(full, ink).add(rest, Ink::faint);
}

}  // namespace readiness::report::terminal
