// SPDX-License-Identifier: Apache-2.0
// Markdown that cannot be forged: what comes from a repository or a pack becomes an Md only by text(),
// prose() or code(), which leave nothing in it that GFM, a browser or GitHub would act upon.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace readiness::report::markdown {

/// A piece of one line of Markdown.
class Md {
 public:
  Md() = default;
  template <std::size_t N>
  Md(const char (&literal)[N]) : text_(literal) {}  // NOLINT: literals are ours
  /// Numbers, dates and words that we made.
  static Md ours(std::string text);
  Md& operator+=(const Md& other) { return text_ += other.text_, *this; }
  friend Md operator+(Md left, const Md& right) { return left += right; }
  const std::string& str() const { return text_; }
  bool empty() const { return text_.empty(); }

 private:
  std::string text_;
};

/// Plain words: every character shows as itself. Line breaks become blanks.
Md text(std::string_view raw);
/// The same, but `code` between backticks stays code: what authors of packs write.
Md prose(std::string_view raw);
/// A code span with a fence that its content cannot close; cut after 240 bytes. Not for table cells.
Md code(std::string_view raw);
/// A code span where a table allows one, else plain words.
Md cell_code(std::string_view raw);
/// A link, when `url` is https and has nothing but the characters of one; else code.
Md link(std::string_view url);
Md strong(const Md& inner);
Md joined(const std::vector<Md>& parts, const Md& separator);

/// Blocks, one after the other, with exactly one empty line where one is due.
class Document {
 public:
  void heading(int level, const Md& title);
  void paragraph(const Md& line);
  /// A line that GFM breaks after.
  void broken_line(const Md& line);
  void bullet(const Md& line, int depth = 0);
  void task(const Md& line);
  void numbered(std::size_t number, const Md& line);
  void row(const std::vector<Md>& cells);
  void table(const std::vector<Md>& head);  ///< begins one; rows follow
  /// Lines of code that their fence cannot be closed by. `language` is shown when it is a plain word.
  void fence(std::string_view language, std::string_view raw);
  void gap();
  void raw_line(const Md& line);
  const std::string& str() const { return text_; }

 private:
  std::string text_;
};

}  // namespace readiness::report::markdown
