// SPDX-License-Identifier: Apache-2.0
#include "report/html/frame.h"

#include <fmt/format.h>

#include "report/html/assets.h"
#include "report/html/elements.h"

namespace readiness::report::html {
namespace {

Markup policy() {
  return Markup::ours(
      fmt::format("default-src &#39;none&#39;; style-src &#39;sha256-{}&#39;; script-src "
                  "&#39;sha256-{}&#39;; img-src data:; "
                  "base-uri &#39;none&#39;; form-action &#39;none&#39;",
                  page_style_hash(), page_script_hash()));
}

Markup meta(const Markup& name, const Markup& content) {
  return "<meta name=\"" + name + "\" content=\"" + content + "\">\n";
}

Markup head(const Markup& title) {
  return "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy() +
         "\">\n" + meta("viewport", "width=device-width, initial-scale=1") + meta("referrer", "no-referrer") +
         meta("color-scheme", "light dark") + meta("generator", "readiness") + part("title", {}, title) +
         "<link rel=\"icon\" href=\"data:,\">\n" + "<style>" + word(page_style()) + "</style>\n";
}

}  // namespace

std::string framed(const Markup& title, const Markup& top, const Markup& main,
                   const std::string& tool_version) {
  const Markup body =
      "\n<a class=\"skip\" href=\"#main\">Skip to the report</a>\n" + top +
      paired("main", {{"id", "main"}}, main) + "\n" +
      part("footer", {},
           "Made by readiness " + text(tool_version) + ". This page loads nothing and sends nothing.") +
      "<script>" + word(page_script()) + "</script>\n";
  return "<!doctype html>\n" +
         paired("html", {{"lang", "en"}},
                "\n" + part("head", {}, "\n" + head(title)) + part("body", {}, body))
             .str() +
         "\n";
}

Markup links_to(const std::vector<std::pair<Markup, Markup>>& ids_and_names) {
  Markup out;
  for (const auto& [id, name] : ids_and_names) out += paired("a", {{"href", "#" + id}}, name) + "\n";
  return paired("nav", {{"aria-label", "Sections"}}, "\n" + out) + "\n";
}

Markup theme_button() { return "<button type=\"button\" id=\"theme\" hidden>Dark</button>\n"; }

}  // namespace readiness::report::html
