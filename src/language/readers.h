// SPDX-License-Identifier: Apache-2.0
// Readers for what no row of a syntax can say. Each gets the offset of its first byte and tells how far it
// reaches.
#pragma once
#include "language/lexer.h"

namespace readiness::language {

// readers_literals.cpp
Token digit_separator(Lexer& lexer, std::size_t at);  ///< `'` in 1'000'000 (C++)
Token character_or_mark(Lexer& lexer,
                        std::size_t at);  ///< 'x' is a character, 'a a lifetime, x' a name (Rust, ML, Ada)
Token transpose_mark(Lexer& lexer, std::size_t at);      ///< `'` behind an operand (MATLAB, Julia)
Token question_character(Lexer& lexer, std::size_t at);  ///< ?" (Ruby, Elixir, Emacs Lisp)
Token dollar_character(Lexer& lexer, std::size_t at);    ///< $" (Erlang), $' (Perl, Ruby)
Token line_string(Lexer& lexer, std::size_t at);         ///< `\\` to the line's end (Zig)
Token cobol_comment(Lexer& lexer, std::size_t at);       ///< `*` in column 7, `*>` anywhere
Token php_end(Lexer& lexer, std::size_t at);             ///< `?>` ends the island

// readers_raw.cpp
Token raw_cpp(Lexer& lexer, std::size_t at);               ///< R"x(…)x"
Token raw_hashes(Lexer& lexer, std::size_t at);            ///< r##"…"## (Rust), #"…"# (Swift)
Token raw_r(Lexer& lexer, std::size_t at);                 ///< r"--(…)--" (R)
Token raw_nix(Lexer& lexer, std::size_t at);               ///< ''…''
Token raw_csharp(Lexer& lexer, std::size_t at);            ///< """"…"""": as many quotes as begin it
Token quoted_ocaml(Lexer& lexer, std::size_t at);          ///< {id|…|id}
Token long_bracket(Lexer& lexer, std::size_t at);          ///< [==[…]==] (Lua, CMake)
Token long_bracket_comment(Lexer& lexer, std::size_t at);  ///< --[==[…]==] (Lua), #[[…]] (CMake)
Token ansi_shell(Lexer& lexer, std::size_t at);            ///< $'…' has escapes, '…' has none

Token jsx_attribute(Lexer& lexer, std::size_t at);  ///< d="…" over several lines

// readers_heredoc.cpp
Token heredoc_shell(Lexer& lexer, std::size_t at);
Token heredoc_ruby(Lexer& lexer, std::size_t at);  ///< also Perl and HCL: `<<~`, `<<-`, `<<`
Token heredoc_php(Lexer& lexer, std::size_t at);   ///< `<<<`

// readers_regex.cpp
Token regex_javascript(Lexer& lexer, std::size_t at);  ///< a slash where an operand may begin
Token regex_ruby(Lexer& lexer, std::size_t at);        ///< also `puts /x/`
Token percent_ruby(Lexer& lexer, std::size_t at);      ///< %q(…) %w[…] %r{…} %(…)
Token quote_perl(Lexer& lexer, std::size_t at);        ///< q(…) qw{…} m!…! s{…}{…} tr/…/…/
Token sigil_elixir(Lexer& lexer, std::size_t at);      ///< ~s(…) ~r/…/ ~S"""…"""

}  // namespace readiness::language
