// SPDX-License-Identifier: Apache-2.0
// Scripting languages: mostly `#` comments, with very different strings.
#include "language/readers.h"
#include "language/syntaxes.h"

namespace readiness::language {
namespace {

constexpr Comment kHash[] = {{.open = "#"}};
constexpr Comment kSpacedHash[] = {{.open = "#", .place = Place::after_space}};
constexpr String kDouble{.open = "\"", .close = "\""};
constexpr String kSingle{.open = "'", .close = "'"};

constexpr Interpolation kBrace{.open = "{"};
constexpr String kPythonStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .multi_line = true, .inside = kBrace, .prefix = "fFtT"},
    {.open = "'''", .close = "'''", .multi_line = true, .inside = kBrace, .prefix = "fFtT"},
    {.open = "\"", .close = "\"", .inside = kBrace, .prefix = "fFtT"},
    {.open = "'", .close = "'", .inside = kBrace, .prefix = "fFtT"},
    {.open = "\"\"\"", .close = "\"\"\"", .multi_line = true},
    {.open = "'''", .close = "'''", .multi_line = true},
    kDouble,
    kSingle};
constexpr String kTripleStrings[] = {{.open = "\"\"\"", .close = "\"\"\"", .multi_line = true},
                                     {.open = "'''", .close = "'''", .multi_line = true},
                                     kDouble,
                                     kSingle};

constexpr Comment kRubyComments[] = {{.open = "=begin", .close = "=end", .place = Place::first_column},
                                     {.open = "__END__", .close = "\x01", .place = Place::first_column},
                                     {.open = "#"}};
constexpr Interpolation kHashBrace{.open = "#{"};
constexpr String kRubyStrings[] = {{.open = "\"", .close = "\"", .multi_line = true, .inside = kHashBrace},
                                   {.open = "'", .close = "'", .multi_line = true},
                                   {.open = "`", .close = "`", .multi_line = true, .inside = kHashBrace}};
constexpr Reader kRubyReaders[] = {{'<', heredoc_ruby},
                                   {'/', regex_ruby},
                                   {'%', percent_ruby},
                                   {'?', question_character},
                                   {'$', dollar_character}};
constexpr String kCrystalStrings[] = {{.open = "\"", .close = "\"", .multi_line = true, .inside = kHashBrace},
                                      {.open = "`", .close = "`", .multi_line = true, .inside = kHashBrace}};
constexpr Reader kCrystalReaders[] = {
    {'<', heredoc_ruby}, {'/', regex_ruby}, {'%', percent_ruby}, {'\'', character_or_mark}};

constexpr Comment kPerlComments[] = {{.open = "=pod", .close = "=cut", .place = Place::first_column},
                                     {.open = "=head", .close = "=cut", .place = Place::first_column},
                                     {.open = "=over", .close = "=cut", .place = Place::first_column},
                                     {.open = "=item", .close = "=cut", .place = Place::first_column},
                                     {.open = "=begin", .close = "=cut", .place = Place::first_column},
                                     {.open = "=for", .close = "=cut", .place = Place::first_column},
                                     {.open = "=encoding", .close = "=cut", .place = Place::first_column},
                                     {.open = "__END__", .close = "\x01", .place = Place::first_column},
                                     {.open = "__DATA__", .close = "\x01", .place = Place::first_column},
                                     {.open = "#", .place = Place::after_space}};
constexpr String kPerlStrings[] = {
    {.open = "\"", .close = "\"", .multi_line = true},
    {.open = "'", .close = "'", .multi_line = true, .start = Start::not_after_word},
    {.open = "`", .close = "`", .multi_line = true}};
constexpr Reader kPerlReaders[] = {{'<', quote_perl}, {'<', heredoc_ruby},    {'/', quote_perl},
                                   {'(', quote_perl}, {'{', quote_perl},      {'[', quote_perl},
                                   {'!', quote_perl}, {'|', quote_perl},      {'#', quote_perl},
                                   {'~', quote_perl}, {'$', dollar_character}};

constexpr String kShellStrings[] = {
    {.open = "\"", .close = "\"", .multi_line = true, .inside = {.open = "$(", .close = ')'}},
    {.open = "'", .close = "'", .escape = Escape::none, .multi_line = true}};
constexpr Reader kShellReaders[] = {{'<', heredoc_shell}, {'\'', ansi_shell}};

constexpr String kFishStrings[] = {{.open = "\"", .close = "\"", .multi_line = true},
                                   {.open = "'", .close = "'", .multi_line = true}};

constexpr Comment kPowershellComments[] = {{.open = "<#", .close = "#>"}, {.open = "#"}};
constexpr Interpolation kDollarParen{.open = "$(", .close = ')'};
constexpr String kPowershellStrings[] = {
    {.open = "@\"", .close = "\n\"@", .escape = Escape::none, .multi_line = true},
    {.open = "@'", .close = "\n'@", .escape = Escape::none, .multi_line = true},
    {.open = "\"", .close = "\"", .escape = Escape::backquote, .multi_line = true, .inside = kDollarParen},
    {.open = "'", .close = "'", .escape = Escape::doubled, .multi_line = true}};

constexpr Comment kBatchComments[] = {{.open = "::", .place = Place::line_start},
                                      {.open = "REM", .place = Place::statement},
                                      {.open = "rem", .place = Place::statement},
                                      {.open = "Rem", .place = Place::statement}};
constexpr String kBatchStrings[] = {{.open = "\"", .close = "\"", .escape = Escape::none}};

constexpr Comment kLuaComments[] = {{.open = "--"}};
constexpr String kQuotes[] = {kDouble, kSingle};
constexpr Reader kLuaReaders[] = {{'-', long_bracket_comment}, {'[', long_bracket}};

constexpr Comment kTclComments[] = {{.open = "#", .place = Place::command}};
constexpr String kTclStrings[] = {{.open = "\"", .close = "\"", .multi_line = true}};
constexpr String kAwkStrings[] = {kDouble};
constexpr Reader kAwkReaders[] = {{'/', regex_javascript}};
constexpr String kRStrings[] = {{.open = "\"", .close = "\"", .multi_line = true},
                                {.open = "'", .close = "'", .multi_line = true}};
constexpr Reader kRReaders[] = {{'"', raw_r}, {'\'', raw_r}};

constexpr Comment kJuliaComments[] = {{.open = "#=", .close = "=#", .nested = true}, {.open = "#"}};
constexpr String kJuliaStrings[] = {{.open = "\"\"\"", .close = "\"\"\"", .multi_line = true},
                                    {.open = "\"", .close = "\"", .multi_line = true, .inside = kDollarParen},
                                    kSingle};
constexpr Reader kJuliaReaders[] = {{'\'', transpose_mark}};

constexpr String kElixirStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .multi_line = true, .inside = kHashBrace},
    {.open = "'''", .close = "'''", .multi_line = true, .inside = kHashBrace},
    {.open = "\"", .close = "\"", .multi_line = true, .inside = kHashBrace},
    {.open = "'", .close = "'", .multi_line = true, .inside = kHashBrace}};
constexpr Reader kElixirReaders[] = {{'~', sigil_elixir}, {'?', question_character}};

constexpr Comment kNimComments[] = {{.open = "#[", .close = "]#", .nested = true}, {.open = "#"}};
constexpr String kNimStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .escape = Escape::none, .multi_line = true},
    {.open = "\"", .close = "\"", .escape = Escape::doubled, .prefix = "rR"},
    kDouble};
constexpr Reader kCharacterOrMark[] = {{'\'', character_or_mark}};

constexpr String kVimStrings[] = {kDouble, {.open = "'", .close = "'", .escape = Escape::doubled}};
constexpr Comment kVimComments[] = {{.open = "\"", .place = Place::line_start}};

}  // namespace

constexpr Syntax kPython{.comments = kHash, .strings = kPythonStrings};
constexpr Syntax kStarlark{.comments = kHash, .strings = kTripleStrings};
constexpr Syntax kGdscript{.comments = kHash, .strings = kTripleStrings};
constexpr Syntax kRuby{.comments = kRubyComments, .strings = kRubyStrings, .readers = kRubyReaders};
constexpr Syntax kCrystal{.comments = kHash, .strings = kCrystalStrings, .readers = kCrystalReaders};
constexpr Syntax kPerl{.comments = kPerlComments, .strings = kPerlStrings, .readers = kPerlReaders};
constexpr Syntax kShell{
    .comments = kSpacedHash, .strings = kShellStrings, .readers = kShellReaders, .code_escape = '\\'};
constexpr Syntax kFish{.comments = kSpacedHash, .strings = kFishStrings, .code_escape = '\\'};
constexpr Syntax kPowershell{
    .comments = kPowershellComments, .strings = kPowershellStrings, .code_escape = '`'};
constexpr Syntax kBatch{.comments = kBatchComments, .strings = kBatchStrings};
constexpr Syntax kLua{.comments = kLuaComments, .strings = kQuotes, .readers = kLuaReaders};
constexpr Syntax kTcl{.comments = kTclComments, .strings = kTclStrings, .code_escape = '\\'};
constexpr Syntax kAwk{.comments = kHash, .strings = kAwkStrings, .readers = kAwkReaders};
constexpr Syntax kR{.comments = kHash, .strings = kRStrings, .readers = kRReaders};
constexpr Syntax kJulia{.comments = kJuliaComments, .strings = kJuliaStrings, .readers = kJuliaReaders};
constexpr Syntax kElixir{.comments = kHash, .strings = kElixirStrings, .readers = kElixirReaders};
constexpr Syntax kNim{.comments = kNimComments, .strings = kNimStrings, .readers = kCharacterOrMark};
constexpr Syntax kMakefile{.comments = kSpacedHash, .strings = kQuotes, .code_escape = '\\'};
constexpr Syntax kVimScript{.comments = kVimComments, .strings = kVimStrings};

}  // namespace readiness::language
