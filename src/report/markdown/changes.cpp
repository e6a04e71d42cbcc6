// SPDX-License-Identifier: Apache-2.0
// What changed since another audit: one table, worst first, and where the points come from.
#include <fmt/format.h>

#include "report/delta.h"
#include "report/markdown/sections.h"

namespace readiness::report {
namespace markdown {
namespace {

Md turn_of(const delta::Change& change) {
  switch (change.turn) {
    case delta::Turn::regressed:
      return "🔻 Regressed";
    case delta::Turn::appeared:
      return "🆕 New";
    case delta::Turn::fixed:
      return "✅ Fixed";
    case delta::Turn::improved:
      return "🔼 Improved";
    case delta::Turn::gone:
      return "➖ Gone";
    case delta::Turn::changed:
      return "➖ Changed";
  }
  return "➖ Changed";
}

Md points_of(double points) {
  return points > -0.05 && points < 0.05 ? Md("–") : Md::ours(fmt::format("{:+.1f}", points));
}

Md where(const delta::Change& change) {
  if (change.places.empty()) return {};
  const delta::KnownFinding& first = change.places.front();
  Md out = cell_code(place_of(first.path, first.line));
  if (change.new_findings > 1) out += Md::ours(fmt::format(" and {} more", grouped(change.new_findings - 1)));
  return out;
}

}  // namespace

void put_changes(Document& document, const delta::Delta& delta) {
  document.heading(2, "What changed since " + cell_code(delta.before.name));
  Md sides = text(side_words(delta.before)) + Md::ours(fmt::format(": {} %. ", delta.before.score)) +
             text(side_words(delta.after)) + Md::ours(fmt::format(": {} %.", delta.after.score));
  const std::string causes = causes_words(delta);
  if (!causes.empty()) sides += " Points by cause: " + Md::ours(causes) + ".";
  document.paragraph(sides);
  for (const std::string& note : delta.notes) document.paragraph("⚠️ " + text(note) + ".");
  if (delta.changes.empty()) return document.paragraph("No check came out differently.");
  document.table({"", "Check", "Before and now", "First new place", "Points"});
  for (const delta::Change& change : delta.changes)
    document.row({turn_of(change), cell_code(change.id) + " " + text(change.title),
                  text(change_words(change)), where(change), points_of(change.points)});
}

}  // namespace markdown

std::string render_comparison_markdown(const Comparison& comparison, const RenderOptions&) {
  using namespace markdown;
  Document document;
  const delta::Delta& delta = comparison.delta;
  document.heading(1, "Production readiness compared");
  document.paragraph(strong(Md::ours(fmt::format("{} % production ready", delta.after.score))) + " (" +
                     Md::ours(since_words(delta)) + ")");
  if (comparison.gate.no_regress) {
    document.paragraph(comparison.gate.met ? Md("Gate: no check got worse.") : Md("Gate: FAIL"));
    for (const std::string& reason : comparison.gate.reasons) document.bullet(text(reason));
  }
  for (const std::string& fault : comparison.faults) document.paragraph("⚠️ " + text(fault));
  put_changes(document, delta);
  return document.str();
}

}  // namespace readiness::report
