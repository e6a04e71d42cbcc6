// SPDX-License-Identifier: Apache-2.0
// XML and HTML that cannot be forged: what comes from a repository or a pack becomes a Markup only by text(),
// prose() and code(), which leave nothing in it that a parser, a browser or a CI runner would act upon.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace readiness::report {

/// A well-formed piece of a document; attribute values are pieces, too.
class Markup {
 public:
  Markup() = default;
  template <std::size_t N>
  Markup(const char (&literal)[N]) : text_(literal) {}  // NOLINT: literals are ours
  /// Numbers, dates and words that we made.
  static Markup ours(std::string text);
  Markup& operator+=(const Markup& other) { return text_ += other.text_, *this; }
  friend Markup operator+(Markup left, const Markup& right) { return left += right; }
  const std::string& str() const { return text_; }
  bool empty() const { return text_.empty(); }

 private:
  std::string text_;
};

struct Attribute {
  std::string_view name;
  Markup value;
};
using Attributes = std::vector<Attribute>;

/// Every character shows as itself, in text and in attributes. Line breaks become blanks.
Markup text(std::string_view raw);
/// The same for a piece of a line that one_line() made: its blanks stay.
Markup piece(std::string_view line);
/// text(), cut after 400 bytes: for excerpts, patterns, names of files.
Markup short_text(std::string_view raw);

/// <name a="…">inner</name>, or <name a="…"/> when `inner` is empty. Attributes with empty values are left
/// out.
Markup element(std::string_view name, const Attributes& attributes, const Markup& inner);
/// The same, but always with an end tag, as HTML wants it.
Markup paired(std::string_view name, const Attributes& attributes, const Markup& inner);
/// element(), and a line break after it.
Markup block(std::string_view name, const Attributes& attributes, const Markup& inner);

}  // namespace readiness::report
