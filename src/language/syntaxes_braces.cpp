// SPDX-License-Identifier: Apache-2.0
// C and its descendants: `//` and `/* */`, double-quoted strings, and what each added to them.
#include "language/readers.h"
#include "language/syntaxes.h"
#include "language/test_items.h"

namespace readiness::language {
namespace {

constexpr Comment kSlashes[] = {{.open = "//"}, {.open = "/*", .close = "*/"}};
constexpr Comment kNestedSlashes[] = {{.open = "//"}, {.open = "/*", .close = "*/", .nested = true}};
constexpr Comment kHashAndSlashes[] = {{.open = "#"}, {.open = "//"}, {.open = "/*", .close = "*/"}};

constexpr String kDouble{.open = "\"", .close = "\""};
constexpr String kSingle{.open = "'", .close = "'"};
constexpr String kQuotes[] = {kDouble, kSingle};
constexpr String kTextBlock[] = {{.open = "\"\"\"", .close = "\"\"\"", .multi_line = true}, kDouble, kSingle};

constexpr Reader kCReaders[] = {{'\'', digit_separator}};
constexpr Reader kCppReaders[] = {{'\'', digit_separator}, {'"', raw_cpp}};
constexpr Reader kCharacterOrMark[] = {{'\'', character_or_mark}};

constexpr String kGoStrings[] = {
    kDouble, kSingle, {.open = "`", .close = "`", .escape = Escape::none, .multi_line = true}};

constexpr Interpolation kDollarBrace{.open = "${"};
constexpr String kKotlinStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .escape = Escape::none, .multi_line = true, .inside = kDollarBrace},
    {.open = "\"", .close = "\"", .inside = kDollarBrace},
    kSingle};

constexpr String kScalaStrings[] = {
    {.open = "\"\"\"",
     .close = "\"\"\"",
     .escape = Escape::none,
     .multi_line = true,
     .inside = kDollarBrace,
     .prefix = "*"},
    {.open = "\"\"\"", .close = "\"\"\"", .escape = Escape::none, .multi_line = true},
    {.open = "\"", .close = "\"", .inside = kDollarBrace, .prefix = "*"},
    kDouble};

constexpr String kGroovyStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .multi_line = true, .inside = kDollarBrace},
    {.open = "'''", .close = "'''", .multi_line = true},
    {.open = "\"", .close = "\"", .inside = kDollarBrace},
    kSingle};
constexpr Reader kGroovyReaders[] = {{'/', regex_javascript}};

// `$"{x}"` has code inside, `@"…"` doubled quotes, `$@"…"` both.
constexpr Interpolation kBrace{.open = "{"};
constexpr String kCsharpStrings[] = {
    {.open = "$@\"", .close = "\"", .escape = Escape::doubled, .multi_line = true, .inside = kBrace},
    {.open = "@$\"", .close = "\"", .escape = Escape::doubled, .multi_line = true, .inside = kBrace},
    {.open = "@\"", .close = "\"", .escape = Escape::doubled, .multi_line = true},
    {.open = "$\"", .close = "\"", .inside = kBrace},
    kDouble,
    kSingle};
constexpr Reader kCsharpReaders[] = {{'"', raw_csharp}};

constexpr String kRustStrings[] = {{.open = "\"", .close = "\"", .multi_line = true}};
constexpr Reader kRustReaders[] = {{'"', raw_hashes}, {'\'', character_or_mark}};

constexpr Interpolation kSwiftInside{.open = "\\(", .close = ')'};
constexpr String kSwiftStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .multi_line = true, .inside = kSwiftInside},
    {.open = "\"", .close = "\"", .inside = kSwiftInside}};
constexpr Reader kSwiftReaders[] = {{'"', raw_hashes}};

constexpr String kDartStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .escape = Escape::none, .multi_line = true, .prefix = "r"},
    {.open = "'''", .close = "'''", .escape = Escape::none, .multi_line = true, .prefix = "r"},
    {.open = "\"", .close = "\"", .escape = Escape::none, .prefix = "r"},
    {.open = "'", .close = "'", .escape = Escape::none, .prefix = "r"},
    {.open = "\"\"\"", .close = "\"\"\"", .multi_line = true, .inside = kDollarBrace},
    {.open = "'''", .close = "'''", .multi_line = true, .inside = kDollarBrace},
    {.open = "\"", .close = "\"", .inside = kDollarBrace},
    {.open = "'", .close = "'", .inside = kDollarBrace}};

constexpr Comment kZigComments[] = {{.open = "//"}};
constexpr Reader kZigReaders[] = {{'\\', line_string}};

constexpr Comment kDComments[] = {
    {.open = "//"}, {.open = "/*", .close = "*/"}, {.open = "/+", .close = "+/", .nested = true}};
constexpr String kDStrings[] = {
    {.open = "\"", .close = "\"", .escape = Escape::none, .multi_line = true, .prefix = "r"},
    {.open = "`", .close = "`", .escape = Escape::none, .multi_line = true},
    {.open = "\"", .close = "\"", .multi_line = true},
    kSingle};

constexpr String kDoubleOnly[] = {kDouble};

}  // namespace

constexpr Syntax kC{.comments = kSlashes, .strings = kQuotes, .readers = kCReaders, .joins_lines = true};
constexpr Syntax kCpp{.comments = kSlashes, .strings = kQuotes, .readers = kCppReaders, .joins_lines = true};
constexpr Syntax kPlainBraces{.comments = kSlashes, .strings = kQuotes};
constexpr Syntax kProtobuf{.comments = kSlashes, .strings = kQuotes};
constexpr Syntax kSolidity{.comments = kSlashes, .strings = kQuotes};
constexpr Syntax kThrift{.comments = kHashAndSlashes, .strings = kQuotes};
constexpr Syntax kGo{.comments = kSlashes, .strings = kGoStrings};
constexpr Syntax kJava{.comments = kSlashes, .strings = kTextBlock};
constexpr Syntax kKotlin{.comments = kNestedSlashes, .strings = kKotlinStrings};
constexpr Syntax kScala{.comments = kNestedSlashes, .strings = kScalaStrings, .readers = kCharacterOrMark};
constexpr Syntax kGroovy{.comments = kSlashes, .strings = kGroovyStrings, .readers = kGroovyReaders};
constexpr Syntax kCsharp{.comments = kSlashes, .strings = kCsharpStrings, .readers = kCsharpReaders};
constexpr Syntax kRust{.comments = kNestedSlashes, .strings = kRustStrings, .readers = kRustReaders, .mark_tests = mark_rust_tests};
constexpr Syntax kSwift{.comments = kNestedSlashes, .strings = kSwiftStrings, .readers = kSwiftReaders};
constexpr Syntax kDart{.comments = kNestedSlashes, .strings = kDartStrings};
constexpr Syntax kZig{.comments = kZigComments, .strings = kQuotes, .readers = kZigReaders};
constexpr Syntax kD{.comments = kDComments, .strings = kDStrings};
constexpr Syntax kVerilog{.comments = kSlashes, .strings = kDoubleOnly};

}  // namespace readiness::language
