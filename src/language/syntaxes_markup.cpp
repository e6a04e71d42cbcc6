// SPDX-License-Identifier: Apache-2.0
// Markup and templates: tags, scripts and style sheets, islands of other languages.
#include "language/syntaxes.h"

namespace readiness::language {
namespace {

using base::Region;

constexpr String kExpressionStrings[] = {{.open = "\"", .close = "\""}, {.open = "'", .close = "'"}};
constexpr Syntax kExpression{.strings = kExpressionStrings};

constexpr Island kComment{.open = "<!--", .close = "-->", .syntax = nullptr, .region = Region::comment};
constexpr Island kCdata{.open = "<![CDATA[", .close = "]]>", .syntax = nullptr};
constexpr Island kHtmlIslands[] = {kComment};
constexpr Island kXmlIslands[] = {kComment, kCdata};
constexpr Island kPhpIslands[] = {{.open = "<?php", .close = "?>", .syntax = &kPhp, .ends_itself = true},
                                  {.open = "<?PHP", .close = "?>", .syntax = &kPhp, .ends_itself = true},
                                  {.open = "<?=", .close = "?>", .syntax = &kPhp, .ends_itself = true},
                                  kComment};
constexpr Island kErbIslands[] = {
    {.open = "<%#", .close = "%>", .syntax = nullptr, .region = Region::comment},
    {.open = "<%", .close = "%>", .syntax = &kRuby},
    kComment};
constexpr Island kEjsIslands[] = {
    {.open = "<%#", .close = "%>", .syntax = nullptr, .region = Region::comment},
    {.open = "<%", .close = "%>", .syntax = &kJavascript},
    kComment};
constexpr Island kJspIslands[] = {
    {.open = "<%--", .close = "--%>", .syntax = nullptr, .region = Region::comment},
    {.open = "<%", .close = "%>", .syntax = &kJava},
    kComment};
constexpr Island kEexIslands[] = {
    {.open = "<%!--", .close = "--%>", .syntax = nullptr, .region = Region::comment},
    {.open = "<%#", .close = "%>", .syntax = nullptr, .region = Region::comment},
    {.open = "<%", .close = "%>", .syntax = &kElixir},
    kComment};
constexpr Island kRazorIslands[] = {
    {.open = "@*", .close = "*@", .syntax = nullptr, .region = Region::comment}, kComment};
constexpr Island kHandlebarsIslands[] = {
    {.open = "{{!--", .close = "--}}", .syntax = nullptr, .region = Region::comment},
    {.open = "{{!", .close = "}}", .syntax = nullptr, .region = Region::comment},
    {.open = "{{", .close = "}}", .syntax = &kExpression},
    kComment};
constexpr Island kJinjaIslands[] = {
    {.open = "{#", .close = "#}", .syntax = nullptr, .region = Region::comment},
    {.open = "{{", .close = "}}", .syntax = &kExpression},
    {.open = "{%", .close = "%}", .syntax = &kExpression},
    kComment};
constexpr Island kLiquidIslands[] = {
    {.open = "{% comment %}", .close = "{% endcomment %}", .syntax = nullptr, .region = Region::comment},
    {.open = "{{", .close = "}}", .syntax = &kExpression},
    {.open = "{%", .close = "%}", .syntax = &kExpression},
    kComment};
constexpr Island kBladeIslands[] = {
    {.open = "{{--", .close = "--}}", .syntax = nullptr, .region = Region::comment},
    {.open = "{{", .close = "}}", .syntax = &kPhp},
    {.open = "{!!", .close = "!!}", .syntax = &kPhp},
    {.open = "@php", .close = "@endphp", .syntax = &kPhp},
    {.open = "<?php", .close = "?>", .syntax = &kPhp, .ends_itself = true},
    {.open = "<?=", .close = "?>", .syntax = &kPhp, .ends_itself = true},
    kComment};

constexpr Markup kHtmlMarkup{.islands = kHtmlIslands};
constexpr Markup kXmlMarkup{.islands = kXmlIslands, .has_scripts = false};
constexpr Markup kMarkdownMarkup{.islands = kHtmlIslands, .has_tags = false};
constexpr Markup kSvelteMarkup{.islands = kHtmlIslands, .braces = &kJavascript};
constexpr Markup kAstroMarkup{.islands = kHtmlIslands, .braces = &kJavascript, .front_matter = &kJavascript};
constexpr Markup kPhpMarkup{.islands = kPhpIslands};
constexpr Markup kErbMarkup{.islands = kErbIslands};
constexpr Markup kEjsMarkup{.islands = kEjsIslands};
constexpr Markup kJspMarkup{.islands = kJspIslands};
constexpr Markup kEexMarkup{.islands = kEexIslands};
constexpr Markup kRazorMarkup{.islands = kRazorIslands};
constexpr Markup kHandlebarsMarkup{.islands = kHandlebarsIslands};
constexpr Markup kJinjaMarkup{.islands = kJinjaIslands};
constexpr Markup kLiquidMarkup{.islands = kLiquidIslands};
constexpr Markup kBladeMarkup{.islands = kBladeIslands};

// Templates that are written by indentation.
constexpr Comment kPugComments[] = {{.open = "//", .place = Place::line_start}};
constexpr Comment kHamlComments[] = {{.open = "-#", .place = Place::line_start},
                                     {.open = "/", .place = Place::line_start}};
constexpr Comment kSlimComments[] = {{.open = "/", .place = Place::line_start}};
constexpr String kLooseStrings[] = {{.open = "\"", .close = "\""},
                                    {.open = "'", .close = "'", .start = Start::not_after_word}};

}  // namespace

constexpr Syntax kHtml{.markup = &kHtmlMarkup};
constexpr Syntax kVue{.markup = &kHtmlMarkup};
constexpr Syntax kXml{.markup = &kXmlMarkup};
constexpr Syntax kMarkdown{.markup = &kMarkdownMarkup};
constexpr Syntax kSvelte{.markup = &kSvelteMarkup};
constexpr Syntax kAstro{.markup = &kAstroMarkup};
constexpr Syntax kPhpPage{.markup = &kPhpMarkup};
constexpr Syntax kErb{.markup = &kErbMarkup};
constexpr Syntax kEjs{.markup = &kEjsMarkup};
constexpr Syntax kJsp{.markup = &kJspMarkup};
constexpr Syntax kEex{.markup = &kEexMarkup};
constexpr Syntax kRazor{.markup = &kRazorMarkup};
constexpr Syntax kHandlebars{.markup = &kHandlebarsMarkup};
constexpr Syntax kJinja{.markup = &kJinjaMarkup};
constexpr Syntax kLiquid{.markup = &kLiquidMarkup};
constexpr Syntax kBlade{.markup = &kBladeMarkup};
constexpr Syntax kPug{.comments = kPugComments, .strings = kLooseStrings};
constexpr Syntax kHaml{.comments = kHamlComments, .strings = kLooseStrings};
constexpr Syntax kSlim{.comments = kSlimComments, .strings = kLooseStrings};

}  // namespace readiness::language
