// SPDX-License-Identifier: Apache-2.0
// JavaScript and its dialects, PHP, style sheets.
#include "language/readers.h"
#include "language/syntaxes.h"

namespace readiness::language {
namespace {

// The text between JSX tags is code, so a URL in it is no comment and an apostrophe no string.
constexpr Comment kUrlAware[] = {{.open = "//", .place = Place::not_in_url}, {.open = "/*", .close = "*/"}};
constexpr String kJavascriptStrings[] = {
    {.open = "\"", .close = "\""},
    {.open = "'", .close = "'", .start = Start::not_after_word},
    {.open = "`", .close = "`", .multi_line = true, .inside = {.open = "${"}}};
constexpr Reader kJavascriptReaders[] = {{'/', regex_javascript}, {'"', jsx_attribute}};

constexpr Comment kCoffeeComments[] = {{.open = "###", .close = "###"}, {.open = "#"}};
constexpr Interpolation kHashBrace{.open = "#{"};
constexpr String kCoffeeStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .multi_line = true, .inside = kHashBrace},
    {.open = "'''", .close = "'''", .multi_line = true},
    {.open = "\"", .close = "\"", .multi_line = true, .inside = kHashBrace},
    {.open = "'", .close = "'", .multi_line = true}};

constexpr Comment kPhpComments[] = {{.open = "//"}, {.open = "/*", .close = "*/"}, {.open = "#"}};
constexpr String kPhpStrings[] = {{.open = "\"", .close = "\"", .multi_line = true},
                                  {.open = "'", .close = "'", .multi_line = true},
                                  {.open = "`", .close = "`", .multi_line = true}};
// `#[Attribute]` is code, not a comment.
Token php_attribute(Lexer& lexer, std::size_t at) {
  return lexer.text().substr(at, 2) == "#[" ? Token{.end = at + 2} : Token{};
}
constexpr Reader kPhpReaders[] = {{'?', php_end}, {'<', heredoc_php}, {'#', php_attribute}};

constexpr Comment kBlockOnly[] = {{.open = "/*", .close = "*/"}};
constexpr String kStyleStrings[] = {{.open = "\"", .close = "\""}, {.open = "'", .close = "'"}};

}  // namespace

constexpr Syntax kJavascript{
    .comments = kUrlAware, .strings = kJavascriptStrings, .readers = kJavascriptReaders};
constexpr Syntax kCoffeescript{
    .comments = kCoffeeComments, .strings = kCoffeeStrings, .readers = kJavascriptReaders};
constexpr Syntax kPhp{
    .comments = kPhpComments, .strings = kPhpStrings, .readers = kPhpReaders, .line_comment_end = "?>"};
constexpr Syntax kCss{.comments = kBlockOnly, .strings = kStyleStrings};
constexpr Syntax kScss{.comments = kUrlAware, .strings = kStyleStrings};
constexpr Syntax kSass{.comments = kUrlAware, .strings = kStyleStrings};
constexpr Syntax kStylus{.comments = kUrlAware, .strings = kStyleStrings};

}  // namespace readiness::language
