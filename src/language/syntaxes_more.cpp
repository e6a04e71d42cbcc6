// SPDX-License-Identifier: Apache-2.0
// ML, Lisp, logic, Pascal, Fortran, hardware and database languages.
#include "language/readers.h"
#include "language/syntaxes.h"

namespace readiness::language {
namespace {

constexpr String kDouble{.open = "\"", .close = "\""};
constexpr String kSingle{.open = "'", .close = "'"};
constexpr String kMultiLineDouble[] = {{.open = "\"", .close = "\"", .multi_line = true}};
constexpr String kDoubleOnly[] = {kDouble};
constexpr String kQuotes[] = {kDouble, kSingle};
constexpr String kTriple{.open = "\"\"\"", .close = "\"\"\"", .multi_line = true};
constexpr Reader kCharacterOrMark[] = {{'\'', character_or_mark}};

constexpr Comment kHaskellComments[] = {{.open = "--", .place = Place::no_operator},
                                        {.open = "{-", .close = "-}", .nested = true}};
constexpr String kElmStrings[] = {kTriple, kDouble};

constexpr Comment kOcamlComments[] = {{.open = "(*", .close = "*)", .nested = true}};
constexpr Reader kOcamlReaders[] = {{'{', quoted_ocaml}, {'\'', character_or_mark}};
constexpr Comment kFsharpComments[] = {{.open = "//"}, {.open = "(*", .close = "*)", .nested = true}};
constexpr String kFsharpStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .escape = Escape::none, .multi_line = true},
    {.open = "\"", .close = "\"", .escape = Escape::doubled, .multi_line = true, .prefix = "@"},
    {.open = "\"", .close = "\"", .multi_line = true}};
constexpr Comment kReasonComments[] = {{.open = "//"}, {.open = "/*", .close = "*/", .nested = true}};
constexpr String kReasonStrings[] = {
    {.open = "\"", .close = "\"", .multi_line = true},
    {.open = "`", .close = "`", .multi_line = true, .inside = {.open = "${"}}};

constexpr Comment kPercent[] = {{.open = "%"}};
constexpr String kErlangStrings[] = {
    kTriple, {.open = "\"", .close = "\"", .multi_line = true}, {.open = "'", .close = "'"}};
constexpr Reader kErlangReaders[] = {{'$', dollar_character}};

constexpr Comment kSemicolon[] = {{.open = ";"}};
constexpr Comment kLispComments[] = {{.open = "#|", .close = "|#", .nested = true}, {.open = ";"}};
constexpr Reader kEmacsReaders[] = {{'?', question_character}};

constexpr Comment kPrologComments[] = {{.open = "%"}, {.open = "/*", .close = "*/"}};
constexpr String kPrologStrings[] = {kDouble, {.open = "'", .close = "'", .start = Start::not_after_word}};

constexpr Comment kSqlComments[] = {{.open = "--"}, {.open = "/*", .close = "*/"}};
constexpr String kSqlStrings[] = {
    {.open = "'", .close = "'", .escape = Escape::doubled, .multi_line = true},
    {.open = "\"", .close = "\"", .escape = Escape::doubled, .multi_line = true},
};

constexpr Comment kPascalComments[] = {
    {.open = "//"}, {.open = "{", .close = "}"}, {.open = "(*", .close = "*)"}};
constexpr String kDoubledSingle[] = {{.open = "'", .close = "'", .escape = Escape::doubled}};
constexpr Comment kDashes[] = {{.open = "--"}};
constexpr Comment kVhdlComments[] = {{.open = "--"}, {.open = "/*", .close = "*/"}};
constexpr String kDoubledDouble[] = {{.open = "\"", .close = "\"", .escape = Escape::doubled}};
constexpr String kDoubledQuotes[] = {{.open = "\"", .close = "\"", .escape = Escape::doubled},
                                     {.open = "'", .close = "'", .escape = Escape::doubled}};
constexpr Comment kFortranComments[] = {{.open = "!"}, {.open = "*", .place = Place::first_column}};
constexpr Reader kCobolReaders[] = {{'*', cobol_comment}};
constexpr Comment kBasicComments[] = {
    {.open = "'"}, {.open = "REM", .place = Place::statement}, {.open = "Rem", .place = Place::statement}};

constexpr Comment kMatlabComments[] = {{.open = "%{", .close = "%}"}, {.open = "%"}};
constexpr Reader kMatlabReaders[] = {{'\'', transpose_mark}};
constexpr Comment kAssemblyComments[] = {
    {.open = ";"}, {.open = "#", .place = Place::after_space}, {.open = "//"}, {.open = "/*", .close = "*/"}};
// `\%` is a percent sign.
constexpr Comment kTexComments[] = {{.open = "%"}};

}  // namespace

constexpr Syntax kHaskell{
    .comments = kHaskellComments, .strings = kMultiLineDouble, .readers = kCharacterOrMark};
constexpr Syntax kElm{.comments = kHaskellComments, .strings = kElmStrings, .readers = kCharacterOrMark};
constexpr Syntax kOcaml{.comments = kOcamlComments, .strings = kMultiLineDouble, .readers = kOcamlReaders};
constexpr Syntax kFsharp{.comments = kFsharpComments, .strings = kFsharpStrings, .readers = kCharacterOrMark};
constexpr Syntax kReason{.comments = kReasonComments, .strings = kReasonStrings, .readers = kCharacterOrMark};
constexpr Syntax kErlang{.comments = kPercent, .strings = kErlangStrings, .readers = kErlangReaders};
constexpr Syntax kClojure{.comments = kSemicolon, .strings = kMultiLineDouble, .code_escape = '\\'};
constexpr Syntax kLisp{.comments = kLispComments, .strings = kMultiLineDouble, .code_escape = '\\'};
constexpr Syntax kEmacsLisp{
    .comments = kSemicolon, .strings = kMultiLineDouble, .readers = kEmacsReaders, .code_escape = '\\'};
constexpr Syntax kProlog{.comments = kPrologComments, .strings = kPrologStrings};
constexpr Syntax kSql{.comments = kSqlComments, .strings = kSqlStrings};
constexpr Syntax kPascal{.comments = kPascalComments, .strings = kDoubledSingle};
constexpr Syntax kAda{.comments = kDashes, .strings = kDoubledDouble, .readers = kCharacterOrMark};
constexpr Syntax kVhdl{.comments = kVhdlComments, .strings = kDoubledDouble, .readers = kCharacterOrMark};
constexpr Syntax kFortran{.comments = kFortranComments, .strings = kDoubledQuotes};
constexpr Syntax kCobol{.strings = kDoubledQuotes, .readers = kCobolReaders};
constexpr Syntax kVisualBasic{.comments = kBasicComments, .strings = kDoubledDouble};
constexpr Syntax kMatlab{.comments = kMatlabComments, .strings = kDoubledQuotes, .readers = kMatlabReaders};
constexpr Syntax kAssembly{.comments = kAssemblyComments, .strings = kQuotes};
constexpr Syntax kTex{.comments = kTexComments, .code_escape = '\\'};

}  // namespace readiness::language
