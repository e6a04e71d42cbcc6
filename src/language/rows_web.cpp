// SPDX-License-Identifier: Apache-2.0
// Pages, components, templates and style sheets. Single-file components are source code; templates that hold
// logic too.
#include "language/syntaxes.h"
#include "language/table.h"

namespace readiness::language {
namespace {

constexpr Use kCode = Use::programming;
constexpr Language kRows[] = {
    {"vue", kCode, kVue, "vue"},
    {"svelte", kCode, kSvelte, "svelte"},
    {"astro", kCode, kAstro, "astro"},
    {"html", Use::markup, kHtml, "html htm xhtml xht shtml hta mjml html.in"},
    {"xaml", Use::markup, kXml, "xaml axaml"},
    {"css", Use::style, kCss, "css wxss acss postcss pcss"},
    {"scss", Use::style, kScss, "scss"},
    {"sass", Use::style, kSass, "sass"},
    {"less", Use::style, kScss, "less"},
    {"stylus", Use::style, kStylus, "styl stylus"},
    {"erb", Use::template_text, kErb,
     "erb rhtml tt html.erb js.erb css.erb text.erb xml.erb turbo_stream.erb yml.erb yaml.erb"},
    {"ejs", Use::template_text, kEjs, "ejs html.ejs ect jst"},
    {"eex", Use::template_text, kEex, "eex leex heex html.eex html.leex html.heex"},
    {"jsp", Use::template_text, kJsp, "jsp jspx jspf asp aspx ascx ashx asmx master"},
    {"razor", Use::template_text, kRazor, "cshtml razor vbhtml"},
    {"handlebars", Use::template_text, kHandlebars, "hbs handlebars htmlbars"},
    {"mustache", Use::template_text, kHandlebars, "mustache"},
    {"jinja", Use::template_text, kJinja,
     "j2 jinja jinja2 html.j2 njk nunjucks html.jinja html.jinja2 djhtml"},
    {"twig", Use::template_text, kJinja, "twig html.twig xml.twig txt.twig"},
    {"liquid", Use::template_text, kLiquid, "liquid"},
    {"blade", Use::template_text, kBlade, "blade.php blade"},
    {"smarty", Use::template_text, kHtml, "smarty"},
    {"go-template", Use::template_text, kHandlebars, "tmpl gotmpl gohtml tpl tmpl.html html.tmpl"},
    {"freemarker", Use::template_text, kXml, "ftl ftlh"},
    {"velocity", Use::template_text, kHtml, "vm"},
    {"pug", Use::template_text, kPug, "pug jade"},
    {"haml", Use::template_text, kHaml, "haml html.haml"},
    {"slim", Use::template_text, kSlim, "slim html.slim"},
};

}  // namespace

std::span<const Language> web_rows() { return kRows; }

}  // namespace readiness::language
