// SPDX-License-Identifier: Apache-2.0
// Data, configuration and prose.
#include "language/readers.h"
#include "language/syntaxes.h"

namespace readiness::language {
namespace {

constexpr Comment kHash[] = {{.open = "#"}};
constexpr Comment kSpacedHash[] = {{.open = "#", .place = Place::after_space}};
constexpr Comment kHashLine[] = {{.open = "#", .place = Place::line_start}};
constexpr Comment kSlashes[] = {{.open = "//"}, {.open = "/*", .close = "*/"}};
constexpr Comment kHashAndSlashes[] = {{.open = "#"}, {.open = "//"}, {.open = "/*", .close = "*/"}};
constexpr Comment kHashAndBlock[] = {{.open = "#"}, {.open = "/*", .close = "*/"}};
constexpr Comment kIniComments[] = {{.open = ";", .place = Place::line_start},
                                    {.open = "#", .place = Place::line_start}};
constexpr Comment kPropertiesComments[] = {{.open = "#", .place = Place::line_start},
                                           {.open = "!", .place = Place::line_start}};
constexpr Comment kAsciidocComments[] = {{.open = "////", .close = "\n////"},
                                         {.open = "//", .place = Place::first_column}};
constexpr Comment kDotsComment[] = {{.open = ".. ", .place = Place::line_start}};
constexpr Comment kSemicolon[] = {{.open = ";"}};

constexpr String kDouble{.open = "\"", .close = "\""};
constexpr String kSingle{.open = "'", .close = "'"};
constexpr String kQuotes[] = {kDouble, kSingle};
constexpr String kDoubleOnly[] = {kDouble};
constexpr String kYamlStrings[] = {
    {.open = "\"", .close = "\"", .start = Start::value},
    {.open = "'", .close = "'", .escape = Escape::doubled, .start = Start::value}};
constexpr String kTomlStrings[] = {
    {.open = "\"\"\"", .close = "\"\"\"", .multi_line = true},
    {.open = "'''", .close = "'''", .escape = Escape::none, .multi_line = true},
    kDouble,
    {.open = "'", .close = "'", .escape = Escape::none}};
constexpr String kDotenvStrings[] = {
    {.open = "\"", .close = "\"", .multi_line = true, .start = Start::value},
    {.open = "'", .close = "'", .escape = Escape::none, .start = Start::value}};
constexpr String kHclStrings[] = {{.open = "\"", .close = "\"", .inside = {.open = "${"}}};
constexpr Reader kHclReaders[] = {{'<', heredoc_ruby}};
constexpr String kNixStrings[] = {
    {.open = "\"", .close = "\"", .multi_line = true, .inside = {.open = "${"}}};
constexpr Reader kNixReaders[] = {{'\'', raw_nix}};
constexpr String kCmakeStrings[] = {{.open = "\"", .close = "\"", .multi_line = true}};
constexpr Reader kCmakeReaders[] = {{'#', long_bracket_comment}, {'[', long_bracket}};
constexpr String kGraphqlStrings[] = {{.open = "\"\"\"", .close = "\"\"\"", .multi_line = true}, kDouble};
constexpr Reader kDockerReaders[] = {{'<', heredoc_shell}};

}  // namespace

constexpr Syntax kPlain{};
constexpr Syntax kJson{.comments = kSlashes, .strings = kDoubleOnly};
constexpr Syntax kJsonc{.comments = kSlashes, .strings = kQuotes};
constexpr Syntax kYaml{.comments = kSpacedHash, .strings = kYamlStrings};
constexpr Syntax kToml{.comments = kHash, .strings = kTomlStrings};
constexpr Syntax kIni{.comments = kIniComments};
constexpr Syntax kProperties{.comments = kPropertiesComments};
constexpr Syntax kDotenv{.comments = kSpacedHash, .strings = kDotenvStrings};
constexpr Syntax kDockerfile{
    .comments = kHashLine, .strings = kQuotes, .readers = kDockerReaders, .code_escape = '\\'};
constexpr Syntax kCmake{
    .comments = kHash, .strings = kCmakeStrings, .readers = kCmakeReaders, .code_escape = '\\'};
constexpr Syntax kHcl{.comments = kHashAndSlashes, .strings = kHclStrings, .readers = kHclReaders};
constexpr Syntax kNix{.comments = kHashAndBlock, .strings = kNixStrings, .readers = kNixReaders};
constexpr Syntax kGraphql{.comments = kHash, .strings = kGraphqlStrings};
constexpr Syntax kHashComments{.comments = kSpacedHash, .strings = kQuotes};
constexpr Syntax kSemicolonComments{.comments = kSemicolon};
constexpr Syntax kAsciidoc{.comments = kAsciidocComments};
constexpr Syntax kRestructuredText{.comments = kDotsComment};

}  // namespace readiness::language
