// SPDX-License-Identifier: Apache-2.0
// One walk from left to right; what is inside an island, a script or braces is left to the lexer of that
// syntax.
#include "language/markup.h"

#include <algorithm>

#include "language/placement.h"
#include "language/syntaxes.h"

namespace readiness::language {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool same_letters(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : static_cast<int>(a)) == b;
         });
}

// Where `</name` begins, in any case; the text's end when it is missing.
std::size_t closing_tag(std::string_view text, std::size_t at, std::string_view name) {
  for (at = text.find("</", at); at != kNone; at = text.find("</", at + 2))
    if (same_letters(text.substr(at + 2, name.size()), name)) return at;
  return text.size();
}

}  // namespace

MarkupLexer::MarkupLexer(const Markup& markup, std::string_view text, base::RegionMap& out)
    : markup_(markup), text_(text), out_(out) {
  stops_[static_cast<unsigned char>('<')] = markup.has_tags;
  for (const Island& row : markup.islands) stops_[static_cast<unsigned char>(row.open[0])] = true;
  if (markup.braces != nullptr) stops_[static_cast<unsigned char>('{')] = true;
}

void MarkupLexer::run() {
  std::size_t at = front_matter();
  while (at < text_.size()) {
    if (!stops_[static_cast<unsigned char>(text_[at])]) {
      ++at;
      continue;
    }
    if (const std::size_t end = embedded(at); end != 0) {
      at = end;
      continue;
    }
    const char next = at + 1 < text_.size() ? text_[at + 1] : '\0';
    const bool is_tag = text_[at] == '<' && (is_letter(next) || next == '/' || next == '!' || next == '?');
    at = is_tag && markup_.has_tags ? tag(at) : at + 1;
  }
  put(base::Region::code, text_.size());
}

std::size_t MarkupLexer::front_matter() {
  if (markup_.front_matter == nullptr || !starts(0, "---")) return 0;
  const std::size_t close = text_.find("\n---", 3);
  if (close == kNone) return 0;
  put(base::Region::code, 3);
  std::optional<Lexer> lexer;
  inner(lexer, *markup_.front_matter).run(3, close);
  return close + 4;
}

// From `<` to behind the `>`; then a script or a style sheet.
std::size_t MarkupLexer::tag(std::size_t at) {
  const std::size_t begin = at;
  std::size_t name_end = at + 1;
  while (name_end < text_.size() && (is_word(text_[name_end]) || text_[name_end] == '-')) ++name_end;
  const std::string_view name = text_.substr(at + 1, name_end - at - 1);
  for (at = name_end; at < text_.size();) {
    const char c = text_[at];
    if (c == '>') return markup_.has_scripts ? script(name, text_.substr(begin, at - begin), at + 1) : at + 1;
    if (c == '"' || c == '\'') {
      at = attribute(at);
    } else if (stops_[static_cast<unsigned char>(c)]) {
      const std::size_t end = embedded(at);
      if (end == 0 && c == '<') return at;  // the tag was never closed
      at = end == 0 ? at + 1 : end;
    } else {
      ++at;
    }
  }
  return at;
}

// A quoted value; islands in it are read as what they are.
std::size_t MarkupLexer::attribute(std::size_t at) {
  const char quote = text_[at];
  const std::size_t close = text_.find(quote, at + 1);
  if (close == kNone) return at + 1;
  put(base::Region::code, at);
  for (std::size_t i = at + 1; i < text_.size();) {
    if (text_[i] == quote) return put(base::Region::string, i + 1), i + 1;
    std::size_t end = 0;
    if (stops_[static_cast<unsigned char>(text_[i])]) {
      put(base::Region::string, i);
      end = embedded(i);
    }
    i = end == 0 ? i + 1 : end;
  }
  put(base::Region::string, text_.size());
  return text_.size();
}

std::size_t MarkupLexer::script(std::string_view name, std::string_view tag_text, std::size_t at) {
  const bool is_script = same_letters(name, "script");
  const bool is_style = same_letters(name, "style");
  if ((!is_script && !is_style) || tag_text.ends_with('/')) return at;
  const std::size_t end = closing_tag(text_, at, is_script ? "script" : "style");
  const bool is_nested_style =
      tag_text.find("scss") != kNone || tag_text.find("less") != kNone || tag_text.find("sass") != kNone;
  put(base::Region::code, at);
  script_.reset();
  inner(script_, is_script ? kJavascript : is_nested_style ? kScss : kCss).run(at, end);
  return end;
}

std::size_t MarkupLexer::embedded(std::size_t at) {
  for (std::size_t i = 0; i < std::min(markup_.islands.size(), kMaxIslands); ++i)
    if (starts(at, markup_.islands[i].open)) return island(i, at);
  return text_[at] == '{' && markup_.braces != nullptr ? braces(at) : 0;
}

std::size_t MarkupLexer::island(std::size_t index, std::size_t at) {
  const Island& row = markup_.islands[index];
  const std::size_t begin = at + row.open.size();
  if (row.syntax == nullptr) {
    const std::size_t close = text_.find(row.close, begin);
    const std::size_t end = close == kNone ? text_.size() : close + row.close.size();
    put(base::Region::code, at);
    put(row.region, end);
    return end;
  }
  put(base::Region::code, begin);
  Lexer& lexer = inner(islands_[index], *row.syntax);
  const std::size_t close = row.ends_itself ? kNone : text_.find(row.close, begin);
  const std::size_t end = lexer.run(begin, std::min(close, text_.size()));
  put(base::Region::code, std::min(end + row.close.size(), text_.size()));
  return std::min(end + row.close.size(), text_.size());
}

std::size_t MarkupLexer::braces(std::size_t at) {
  put(base::Region::code, at + 1);
  const std::size_t inside = inner(braces_, *markup_.braces).run(at + 1, text_.size(), Lexer::Until::brace);
  const std::size_t end = std::min(inside + 1, text_.size());
  put(base::Region::code, end);
  return end;
}

Lexer& MarkupLexer::inner(std::optional<Lexer>& slot, const Syntax& syntax) {
  if (!slot) slot.emplace(syntax, text_, out_);
  return *slot;
}

void MarkupLexer::put(base::Region region, std::size_t end) { extend(out_, region, end); }

}  // namespace readiness::language
