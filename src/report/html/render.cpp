// SPDX-License-Identifier: Apache-2.0
// One file that needs nothing else. Its policy admits the one style and the one script that are written into
// it, by their hashes: nothing that a repository could bring in would run, load or be sent anywhere.
#include <fmt/format.h>

#include <array>

#include "report/html/assets.h"
#include "report/html/sections.h"
#include "report/view.h"

namespace readiness::report {
namespace {

using html::part;
using html::word;

Markup policy() {
  return Markup::ours(
      fmt::format("default-src &#39;none&#39;; style-src &#39;sha256-{}&#39;; script-src "
                  "&#39;sha256-{}&#39;; img-src data:; "
                  "base-uri &#39;none&#39;; form-action &#39;none&#39;",
                  html::page_style_hash(), html::page_script_hash()));
}

Markup meta(const Markup& name, const Markup& content) {
  return "<meta name=\"" + name + "\" content=\"" + content + "\">\n";
}

Markup head(const Report& report) {
  const Markup project = report.project.empty() ? Markup("repository") : text(report.project);
  const Markup score = report.scorecard.overall.counted > 0
                           ? ": " + html::percent(report.scorecard.overall.points()) + " production ready"
                           : Markup();
  return "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy() +
         "\">\n" + meta("viewport", "width=device-width, initial-scale=1") + meta("referrer", "no-referrer") +
         meta("color-scheme", "light dark") + meta("generator", "readiness") +
         part("title", {}, project + score) + "<link rel=\"icon\" href=\"data:,\">\n" + "<style>" +
         word(html::page_style()) + "</style>\n";
}

/// Links to the sections that are there.
Markup navigation(const std::vector<std::pair<Markup, Markup>>& sections) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kNames{
      {{"attention", "Attention"},
       {"changes", "Changes"},
       {"overview", "Where it stands"},
       {"units", "Units"},
       {"blockers", "Blockers"},
       {"plan", "Plan"},
       {"trend", "Trend"},
       {"quick-wins", "Quick wins"},
       {"checks", "All checks"},
       {"about", "About"}}};
  Markup out;
  for (const auto& [id, content] : sections)
    for (const auto& [known, name] : kNames)
      if (known == id.str() && !content.empty()) out += paired("a", {{"href", "#" + id}}, word(name)) + "\n";
  return paired("nav", {{"aria-label", "Sections"}}, "\n" + out) + "\n";
}

}  // namespace

std::string render_html(const Report& report, const RenderOptions&) {
  const std::vector<std::pair<Markup, Markup>> sections{
      {"attention", html::attention(report)},   {"changes", html::changes(report)},
      {"overview", html::overview(report)},     {"units", html::units(report)},
      {"blockers", html::blockers(report)},     {"plan", html::projection(report)},
      {"trend", html::trend(report)},           {"quick-wins", html::quick_wins(report)},
      {"checks", html::all_checks(report)},     {"waivers", html::waivers(report)},
      {"about", html::about(report)}};
  Markup main = "\n";
  for (const auto& [id, content] : sections) main += content;
  const Markup body = "\n<a class=\"skip\" href=\"#main\">Skip to the report</a>\n" + html::masthead(report) +
                      navigation(sections) + paired("main", {{"id", "main"}}, main) + "\n" +
                      part("footer", {},
                           "Made by readiness " + text(report.tool_version) +
                               ". This page loads nothing and sends nothing.") +
                      "<script>" + word(html::page_script()) + "</script>\n";
  return "<!doctype html>\n" +
         paired("html", {{"lang", "en"}},
                "\n" + part("head", {}, "\n" + head(report)) + part("body", {}, body))
             .str() +
         "\n";
}

}  // namespace readiness::report
