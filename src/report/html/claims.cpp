// SPDX-License-Identifier: Apache-2.0
// Hand-written roadmaps as a page: what does not hold first, each claim with its line and what was found.
#include "report/claims.h"

#include <fmt/format.h>

#include "base/text.h"
#include "report/html/charts.h"
#include "report/html/elements.h"
#include "report/html/frame.h"
#include "report/view.h"

namespace readiness::report {
namespace {

using html::bullets;
using html::fact;
using html::part;
using html::tag;
using html::word;

constexpr std::size_t kPlacesShown = 3;

struct Look {
  std::string_view kind;  ///< whose colour it has
  std::string_view sign;
  std::string_view name = {};  ///< where there is little room
};

Look look_of(std::string_view group) {
  if (group == "unproven") return {"fail", "✗", "Not shown"};
  if (group == "differing") return {"partial", "≠", "Other numbers"};
  if (group == "outdated") return {"behind", "↻", "Done already"};
  return group == "proven" ? Look{"pass", "✓", "Proven"} : Look{"unknown", "?", "Not to be seen"};
}

Markup mark(const Look& look, const Markup& words) {
  return tag("span", "mark is-" + word(look.kind),
             paired("span", {{"aria-hidden", "true"}}, word(look.sign)) + " " + words);
}

/// Without a colour: whether it is so is told by the group.
Markup said(const roadmap::Claim& claim) {
  switch (claim.state) {
    case roadmap::State::done:
      return mark({"unknown", "✓"}, "says done");
    case roadmap::State::partial:
      return mark({"unknown", "◐"}, "says partly");
    case roadmap::State::open:
      return mark({"unknown", "○"}, "says open");
    case roadmap::State::none:
      return mark({"unknown", "·"}, "says");
  }
  return {};
}

Markup number_words(const roadmap::Number& number) {
  const std::string_view sign = number.percent ? " %" : "";
  return Markup::ours(fmt::format("{}{} → {}{}", number.said, sign, number.measured, sign));
}

Markup entry(const roadmap::VerifiedRoadmap& roadmap, std::size_t index, std::string_view group) {
  const roadmap::Claim& claim = roadmap.roadmap.claims[index];
  const roadmap::Judgement& judgement = roadmap.judgements[index];
  Markup chips = tag("span", "chip", Markup::ours(fmt::format("line {}", claim.line)));
  if (judgement.number && judgement.standing != roadmap::Standing::proven)
    chips = tag("span", "chip is-high", number_words(*judgement.number)) + " " + chips;
  std::vector<Markup> places;
  for (const roadmap::Basis& basis : judgement.bases)
    if (!basis.path.empty() && basis.outcome != "missing" && places.size() < kPlacesShown)
      places.push_back(html::code(place_of(basis.path, basis.line)));
  const Markup why = html::joined({text(judgement.reason), html::joined(places, ", ")}, " · ");
  const Markup words = text(claim.text) + (claim.stated ? Markup() : tag("span", "quiet", " (listed)"));
  return paired("li",
                {{"class", "check claim"},
                 {"data-verdict", word(group)},
                 {"data-category", text(roadmap.roadmap.name)}},
                "\n" + said(claim) + tag("span", "title", words) + tag("span", "chips", chips) +
                    tag("span", "why", why)) +
         "\n";
}

Markup id_of(std::size_t roadmap, std::string_view group) {
  return Markup::ours(fmt::format("{}-{}", group, roadmap + 1));
}

Markup group_part(const ClaimsReport& report, std::size_t number, const ClaimGroup& group) {
  const roadmap::VerifiedRoadmap& roadmap = report.roadmaps[number];
  Markup entries;
  const std::vector<std::size_t> claims = claims_in(roadmap, group);
  for (const std::size_t index : claims) entries += entry(roadmap, index, group.name);
  if (entries.empty()) return {};
  const Markup title = word(group.title) + ": " + html::number(claims.size());
  return paired("section", {{"class", "group"}, {"id", id_of(number, group.name)}},
                "\n" + part("h3", {}, title) + part("p", "lead", word(group.about)) +
                    part("ul", "claims", "\n" + entries)) +
         "\n";
}

/// How many claims stand in each group, over all roadmaps.
std::vector<std::uint64_t> group_sizes(const ClaimsReport& report) {
  std::vector<std::uint64_t> out;
  for (const ClaimGroup& group : claim_groups()) {
    out.push_back(0);
    for (const roadmap::VerifiedRoadmap& roadmap : report.roadmaps)
      out.back() += claims_in(roadmap, group).size();
  }
  return out;
}

Markup overview(const std::vector<std::uint64_t>& sizes) {
  std::vector<std::pair<std::string_view, std::uint64_t>> parts;
  std::vector<Markup> legend;
  Markup about;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (sizes[i] == 0) continue;
    const ClaimGroup& group = claim_groups()[i];
    parts.emplace_back(look_of(group.name).kind, sizes[i]);
    legend.push_back(mark(look_of(group.name), word(group.title)) + " " +
                     tag("b", {}, html::number(sizes[i])));
    about += (about.empty() ? Markup() : Markup(", ")) + word(group.title) + " " + html::number(sizes[i]);
  }
  if (parts.empty()) return {};
  return html::section("overview", "What became of the claims",
                       html::stack(parts, about) + "\n" + bullets("legend", legend));
}

Markup choice(const Markup& id, const Markup& label, const Markup& options) {
  return part("p", {},
              paired("label", {{"for", id}}, label) + " " +
                  paired("select", {{"id", id}}, "\n<option value=\"\">all</option>\n" + options));
}

Markup toolbar(const ClaimsReport& report, const std::vector<std::uint64_t>& sizes) {
  Markup groups;
  for (std::size_t i = 0; i < sizes.size(); ++i)
    if (sizes[i] > 0)
      groups +=
          paired("option", {{"value", word(claim_groups()[i].name)}}, word(claim_groups()[i].title)) + "\n";
  Markup files;
  for (const roadmap::VerifiedRoadmap& roadmap : report.roadmaps)
    files += paired("option", {{"value", text(roadmap.roadmap.name)}}, text(roadmap.roadmap.name)) + "\n";
  Markup out = "\n" + part("p", "search",
                           "<label for=\"filter-text\">Search</label> <input id=\"filter-text\" "
                           "type=\"search\" autocomplete=\"off\">");
  out += choice("filter-verdict", "Found", groups);
  if (report.roadmaps.size() > 1) out += choice("filter-category", "Roadmap", files);
  out += part("p", "buttons", "<button type=\"reset\">Reset</button>");
  out += "<p id=\"filter-count\" role=\"status\"></p>\n";
  return "<form id=\"filter\" data-things=\"claims\" role=\"search\" aria-label=\"Filter the claims\" "
         "hidden>" +
         out + "</form>\n";
}

Markup roadmap_section(const ClaimsReport& report, std::size_t number) {
  const roadmap::VerifiedRoadmap& roadmap = report.roadmaps[number];
  Markup out = part("p", "lead", word(count_words(roadmap::count_of(roadmap))) + ".");
  if (!roadmap.roadmap.mended_from.empty())
    out +=
        part("p", "lead", "Read as UTF-8 that had been taken for " + word(roadmap.roadmap.mended_from) + ".");
  if (!roadmap.ticked.empty())
    out += part("p", "lead", word(counted(roadmap.ticked.size(), "box", "boxes")) + " ticked.");
  for (const ClaimGroup& group : claim_groups()) out += group_part(report, number, group);
  return html::section(id_of(number, "roadmap"), text(roadmap.roadmap.name), out);
}

Markup masthead(const ClaimsReport& report, const std::vector<std::uint64_t>& sizes) {
  std::uint64_t against = 0;
  for (std::size_t i = 0; i < kGroupsAgainst; ++i) against += sizes[i];
  const std::uint64_t holding = sizes[kGroupsAgainst];
  const std::uint64_t decided = against + holding;
  const std::optional<int> share =
      decided > 0 ? std::optional(static_cast<int>(100 * holding / decided)) : std::nullopt;
  const Markup about = share
                           ? Markup::ours(fmt::format("Of the claims that files can show {} % hold", *share))
                           : "Nothing decided";
  const Markup title = decided == 0  ? Markup("No claim that files can show")
                       : against > 0 ? Markup::ours(counted(against, "claim does", "claims do")) + " not hold"
                                     : Markup("Every claim that files can show holds");
  const source::Identity& identity = report.identity;
  const bool false_claims = has_false_claims(report);
  Markup facts = "\n";
  facts += fact("Result", tag("strong", false_claims ? Markup("is-fail") : Markup("is-pass"),
                              false_claims ? Markup("fails") : Markup("passes")) +
                              (report.strict ? Markup(" (strict)") : Markup()));
  facts += fact("Audited",
                html::joined({identity.commit.empty() ? Markup()
                                                      : "commit " + html::code(identity.commit.substr(0, 12)),
                              identity.branch.empty() ? Markup() : "branch " + html::code(identity.branch),
                              word(date_of(identity.commit_time)), text(identity.mode)},
                             ", "));
  facts += fact("As of", text(report.as_of));
  facts += fact("Ruler", html::code(report.ruler));
  const Markup words = part("p", "kicker", "Claims against evidence") + part("h1", {}, title) +
                       part("p", "standing", about + (share ? Markup(".") : Markup())) +
                       part("dl", "facts", facts);
  const std::string_view tone = share ? html::tone_of(*share, std::nullopt) : "none";
  return part("header", "masthead",
              "\n" + html::ring(share, std::nullopt, tone, about) + "\n" + part("div", {}, "\n" + words) +
                  html::theme_button());
}

Markup attention(const ClaimsReport& report) {
  std::vector<Markup> lines;
  for (const std::string& fault : report.coverage.faults) lines.push_back(text(fault));
  if (lines.empty()) return {};
  return html::section("attention", "The audit is incomplete", bullets("notice", lines));
}

}  // namespace

std::string render_claims_html(const ClaimsReport& report, const RenderOptions&) {
  const std::vector<std::uint64_t> sizes = group_sizes(report);
  std::vector<std::pair<Markup, Markup>> links{{"overview", "Overview"}};
  Markup main = "\n" + attention(report) + overview(sizes);
  main += html::section("claims", "All claims", toolbar(report, sizes));
  for (std::size_t i = 0; i < report.roadmaps.size(); ++i) {
    main += roadmap_section(report, i);
    if (report.roadmaps.size() > 1)
      links.emplace_back(id_of(i, "roadmap"), text(report.roadmaps[i].roadmap.name));
    for (const ClaimGroup& group : claim_groups())
      if (report.roadmaps.size() == 1 && !claims_in(report.roadmaps[i], group).empty())
        links.emplace_back(id_of(i, group.name), word(look_of(group.name).name));
  }
  return html::framed("Claims against evidence", masthead(report, sizes) + html::links_to(links), main,
                      report.tool_version);
}

}  // namespace readiness::report
