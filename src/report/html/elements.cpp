// SPDX-License-Identifier: Apache-2.0
#include "report/html/elements.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "report/view.h"

namespace readiness::report::html {

Markup tag(std::string_view name, const Markup& css_class, const Markup& inner) {
  return paired(name, {{"class", css_class}}, inner);
}

Markup part(std::string_view name, const Markup& css_class, const Markup& inner) {
  return tag(name, css_class, inner) + "\n";
}

Markup section(const Markup& id, const Markup& title, const Markup& inner) {
  const Markup heading = id + "-title";
  return paired("section", {{"id", id}, {"aria-labelledby", heading}},
                "\n" + paired("h2", {{"id", heading}}, title) + "\n" + inner) +
         "\n";
}

Markup fact(const Markup& name, const Markup& value) {
  if (value.empty()) return {};
  return "<div>" + tag("dt", {}, name) + tag("dd", {}, value) + "</div>\n";
}

Markup bullets(const Markup& css_class, const std::vector<Markup>& lines) {
  if (lines.empty()) return {};
  Markup out = "\n";
  for (const Markup& line : lines) out += part("li", {}, line);
  return part("ul", css_class, out);
}

Markup table_row(const std::vector<Markup>& cells) {
  Markup out;
  for (const Markup& cell : cells)
    out += out.empty() ? paired("th", {{"scope", "row"}}, cell) : tag("td", {}, cell);
  return part("tr", {}, out);
}

Markup table(const Markup& caption, const std::vector<Markup>& heads, const Markup& rows) {
  Markup head;
  for (const Markup& title : heads) head += paired("th", {{"scope", "col"}}, title);
  return paired("div", {{"class", "scroll"}, {"role", "group"}, {"aria-label", caption}, {"tabindex", "0"}},
                paired("table", {},
                       tag("caption", "quiet", caption) + "<thead>" + tag("tr", {}, head) +
                           "</thead>\n<tbody>\n" + rows + "</tbody>")) +
         "\n";
}

Markup prose(std::string_view raw) {
  const std::string line = one_line(raw);
  Markup out;
  std::string_view rest = line;
  while (true) {
    const std::size_t open = rest.find('`');
    const std::size_t close = open == std::string_view::npos ? open : rest.find('`', open + 1);
    if (close == std::string_view::npos || close == open + 1) break;
    out += piece(rest.substr(0, open));
    out += code(rest.substr(open + 1, close - open - 1));
    rest.remove_prefix(close + 1);
  }
  return out + piece(rest);
}

Markup code(std::string_view raw) {
  const Markup shown = short_text(raw);
  return shown.empty() ? shown : tag("code", {}, shown);
}

Markup link(std::string_view url) {
  if (!is_web_address(url)) return code(url);
  return paired("a", {{"href", text(url)}, {"rel", "noopener noreferrer"}},
                text(url.substr(url.find("//") + 2)));
}

Markup place(std::string_view path, std::uint32_t line, std::string_view excerpt) {
  const Markup where = short_text(place_of(path, line));
  return joined({where.empty() ? where : tag("code", "place", where), code(excerpt)}, " ");
}

Markup joined(const std::vector<Markup>& parts, const Markup& separator) {
  Markup out;
  for (const Markup& each : parts) {
    if (each.empty()) continue;
    if (!out.empty()) out += separator;
    out += each;
  }
  return out;
}

Markup number(std::uint64_t value) { return Markup::ours(grouped(value)); }
Markup percent(int points) { return Markup::ours(fmt::format("{} %", points)); }
Markup gained(double points) { return Markup::ours(fmt::format("+{:.1f}", points)); }
Markup word(std::string_view ours) { return Markup::ours(std::string(ours)); }

std::string_view kind_of(const checks::Verdict& verdict) {
  return verdict.check.preview ? "preview" : checks::name_of(verdict.outcome);
}

Markup mark_of(std::string_view kind) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kSigns{{{"pass", "✓"},
                                                                                 {"partial", "◐"},
                                                                                 {"fail", "✗"},
                                                                                 {"attested", "✓"},
                                                                                 {"waived", "–"},
                                                                                 {"not-applicable", "·"},
                                                                                 {"unknown", "?"},
                                                                                 {"preview", "◌"}}};
  std::string_view sign;
  for (const auto& [name, each] : kSigns)
    if (name == kind) sign = each;
  const std::string_view words = kind == "not-applicable" ? "not applicable" : kind;
  return tag("span", "mark is-" + word(kind),
             paired("span", {{"aria-hidden", "true"}}, word(sign)) + " " + word(words));
}

Markup link_to(const checks::Verdict& verdict) {
  return paired("a", {{"href", "#" + text(verdict.check.id)}}, text(verdict.check.title));
}

}  // namespace readiness::report::html
