// SPDX-License-Identifier: Apache-2.0
#include "report/markup.h"

#include "base/text.h"
#include "report/view.h"

namespace readiness::report {
namespace {

constexpr std::size_t kMostShortBytes = 400;

// printable() leaves no control character; XML 1.0 also has no U+FFFE and U+FFFF, and CI runners obey "##["
// and "##vso[" anywhere in a line, "::" at its beginning.
std::string escaped(std::string_view line) {
  std::string out;
  out.reserve(line.size() + 16);
  for (std::size_t i = 0; i < line.size(); ++i) {
    const std::string_view rest = line.substr(i);
    switch (line[i]) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '#':
        out += rest.starts_with("##") ? "&#35;" : "#";
        break;
      case ':':
        out += rest.starts_with("::") ? "&#58;" : ":";
        break;
      case '\xEF':
        if (rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF")) {
          out += "\xEF\xBF\xBD";
          i += 2;
          break;
        }
        [[fallthrough]];
      default:
        out += line[i];
    }
  }
  return out;
}

std::string opened(std::string_view name, const Attributes& attributes) {
  std::string out = "<" + std::string(name);
  for (const Attribute& attribute : attributes)
    if (!attribute.value.empty())
      out += " " + std::string(attribute.name) + "=\"" + attribute.value.str() + "\"";
  return out;
}

}  // namespace

Markup Markup::ours(std::string text) {
  Markup out;
  out.text_ = std::move(text);
  return out;
}

Markup text(std::string_view raw) { return Markup::ours(escaped(one_line(raw))); }

Markup piece(std::string_view line) { return Markup::ours(escaped(line)); }

Markup short_text(std::string_view raw) { return Markup::ours(escaped(one_line(raw, kMostShortBytes))); }

Markup element(std::string_view name, const Attributes& attributes, const Markup& inner) {
  if (!inner.empty()) return paired(name, attributes, inner);
  return Markup::ours(opened(name, attributes) + "/>");
}

Markup paired(std::string_view name, const Attributes& attributes, const Markup& inner) {
  return Markup::ours(opened(name, attributes) + ">" + inner.str() + "</" + std::string(name) + ">");
}

Markup block(std::string_view name, const Attributes& attributes, const Markup& inner) {
  return element(name, attributes, inner) + "\n";
}

}  // namespace readiness::report
