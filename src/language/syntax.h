// SPDX-License-Identifier: Apache-2.0
// How comments and strings are written in a family of languages: rows that the lexer walks, readers for the
// odd ones.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/region.h"

namespace readiness::language {

class Lexer;

/// Where a comment marker is one.
enum class Place : std::uint8_t {
  anywhere,
  after_space,   ///< at a line's begin, after a blank or one of `;()|&` (shell, YAML)
  line_start,    ///< the first thing in its line but blanks
  first_column,  ///< directly after a line break
  not_in_url,    ///< not the `//` of `https://…` (SCSS, JSX text)
  no_operator,   ///< not part of a longer operator such as `-->` (Haskell)
  command,       ///< the first thing in its line or behind a `;` (Tcl)
  statement,     ///< a word of its own at a statement's begin (REM)
};

/// A comment from `open` to `close`; without `close` it ends with its line.
struct Comment {
  std::string_view open;
  std::string_view close{};
  bool nested = false;
  Place place = Place::anywhere;
};

enum class Escape : std::uint8_t { none, backslash, doubled, backquote };
enum class Start : std::uint8_t {
  anywhere,
  not_after_word,  ///< an apostrophe inside a word is text (JSX, prose)
  value,           ///< only where a value may begin (YAML)
};

/// Code inside a string: from `open` to the `close` that balances it.
struct Interpolation {
  std::string_view open{};
  char close = '}';
};

struct String {
  std::string_view open;
  std::string_view close;
  Escape escape = Escape::backslash;
  bool multi_line = false;
  Interpolation inside{};
  /// One of these letters must stand in the prefix before the quote (`f` in f"…"); "*" = any letter; empty =
  /// no matter.
  std::string_view prefix{};
  Start start = Start::anywhere;
};

/// What a reader found: text up to `end` belongs to `region`; `end` 0 = it is nothing of mine.
struct Token {
  std::size_t end = 0;
  base::Region region = base::Region::code;
  bool stop = false;  ///< the embedded language ends in front of `end`
};

/// Reads what no row can say (heredocs, raw strings, regex literals) where the text has `first`.
struct Reader {
  char first;
  Token (*read)(Lexer& lexer, std::size_t at);
};

/// Markup around code: tags with attribute strings, and islands of other languages.
struct Syntax;
struct Island {
  std::string_view open;
  std::string_view close;
  const Syntax* syntax;  ///< nullptr: the whole island is one `region`
  base::Region region = base::Region::code;
  bool ends_itself = false;  ///< the inner lexer finds the end (PHP's `?>` in a string is none)
};
struct Markup {
  std::span<const Island> islands{};
  bool has_tags = true;
  bool has_scripts = true;               ///< <script> and <style> hold JavaScript/TypeScript and CSS
  const Syntax* braces = nullptr;        ///< `{…}` is code of this syntax (Svelte, Astro)
  const Syntax* front_matter = nullptr;  ///< between `---` lines at the top
};

struct Syntax {
  std::span<const Comment> comments{};
  std::span<const String> strings{};  ///< at most 12; the first that fits
  std::span<const Reader> readers{};  ///< asked before comments and strings
  char code_escape = '\0';   ///< this byte takes away the meaning of the next one in code (shell's backslash)
  bool joins_lines = false;  ///< a backslash at a line comment's end continues it (C)
  std::string_view line_comment_end{};  ///< also ends a line comment (PHP's `?>`)
  const Markup* markup = nullptr;
  void (*mark_tests)(std::string_view text, base::RegionMap& map) = nullptr;  ///< in files of the product
};

}  // namespace readiness::language
