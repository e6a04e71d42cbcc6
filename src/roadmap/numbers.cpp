// SPDX-License-Identifier: Apache-2.0
#include "roadmap/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/text.h"
#include "roadmap/figures.h"

namespace readiness::roadmap {
namespace {

using checks::Outcome;
using checks::Verdict;

// A claim's words must be what the check or the category is about before a number of it is compared.
constexpr double kShareThatCounts = 0.6;
// People estimate in steps of five or ten, by a ruler of their own: what is nearer than this agrees.
constexpr std::uint64_t kTolerance = 10;

bool is_decided(const Verdict& verdict) {
  return verdict.outcome == Outcome::pass || verdict.outcome == Outcome::attested ||
         verdict.outcome == Outcome::partial || verdict.outcome == Outcome::fail;
}

/// The words that weigh; all of them when none does ("Code").
std::vector<std::string> stems_of(std::string_view text) {
  std::vector<std::string> weighing;
  std::vector<std::string> all;
  for (Word& word : words_of(text)) {
    if (word.weighs) weighing.push_back(word.stem);
    all.push_back(std::move(word.stem));
  }
  return weighing.empty() ? all : weighing;
}

std::uint64_t apart(std::uint64_t a, std::uint64_t b) { return a > b ? a - b : b - a; }

Basis basis_of(const Verdict& verdict) {
  Basis out{.check = verdict.check.id, .outcome = std::string(checks::name_of(verdict.outcome))};
  if (!verdict.findings.empty())
    out.path = verdict.findings.front().path, out.line = verdict.findings.front().line;
  return out;
}

}  // namespace

Numbers::Numbers(const Audited& audited, const PhraseBook& book) : audited_(audited), book_(book) {
  const std::vector<score::Category>& categories = audited.card.categories;
  for (std::size_t i = 0; i < categories.size(); ++i) {
    if (categories[i].tally.counted == 0) continue;
    const auto add = [&](std::string_view name) {
      if (std::vector<std::string> stems = stems_of(name); !stems.empty())
        names_.push_back({.stems = std::move(stems), .category = i});
    };
    const std::string& title = categories[i].title;
    add(title), add(categories[i].pack);
    // "Backups and recovery" is called "Backups". Not "Recovery": of "integration and delivery" the end alone
    // may be about anything.
    if (const std::size_t joint = title.find(" and "); joint != std::string::npos)
      add(std::string_view(title).substr(0, joint));
  }
}

const score::Category* Numbers::category_of(const Claim& claim) const {
  const std::vector<std::string> stems = stems_of(claim.text);
  const score::Category* found = nullptr;
  for (const Name& name : names_) {
    if (name.stems != stems) continue;
    const score::Category* category = &audited_.card.categories[name.category];
    if (found != nullptr && found != category) return nullptr;
    found = category;
  }
  return found;
}

Judgement Numbers::judged(const Claim& claim, Number number, std::string_view of_what) const {
  const std::string_view sign = number.percent ? " %" : "";
  Judgement out{.reason =
                    fmt::format("says {}{}, {} {}{}", number.said, sign, of_what, number.measured, sign)};
  if (!audited_.as_of.empty()) out.reason += fmt::format(" as of {}", audited_.as_of);
  const std::uint64_t off = apart(number.said, number.measured);
  // "100 %" is no estimate: it says that nothing is missing.
  const bool says_all = number.percent && number.said >= 100 && number.measured < 100;
  if (number.percent ? off > kTolerance : off > 0)
    out.standing = Standing::contradicted;
  else if (!says_all)
    out.standing = Standing::proven;
  if (claim.target && number.percent && number.measured >= static_cast<std::uint64_t>(*claim.target))
    out.reason += "; its target is met";
  out.number = std::move(number);
  return out;
}

std::optional<Judgement> Numbers::count(const Claim& claim) const {
  // Done is what was so; a goal of none, or of a part of the tree, is no count of today.
  if (!claim.count || claim.aims || claim.state == State::done || !claim.files.empty()) return {};
  if (*claim.count == 0 && claim.state == State::open) return {};
  const Match match = book_.match(claim.text);
  if (match.verdicts.size() != 1 || match.share < kShareThatCounts) return {};
  const Verdict& verdict = audited_.verdicts.verdicts[match.verdicts.front()];
  if (verdict.check.form != rulepack::Form::forbid || !is_decided(verdict)) return {};
  Judgement out = judged(claim, {verdict.check.id, *claim.count, verdict.findings_total, false},
                         verdict.check.id + " counts");
  out.found = verdict.findings_total == 0 ? Found::present : Found::absent;
  out.bases = {basis_of(verdict)};
  return out;
}

std::optional<Judgement> Numbers::share(const Claim& claim) const {
  if (!claim.current || claim.aims) return {};
  const auto said = static_cast<std::uint64_t>(*claim.current);
  const score::Tally& overall = audited_.card.overall;
  if (is_the_whole(claim.text)) {
    if (overall.counted == 0) return {};
    return judged(claim, {"overall", said, static_cast<std::uint64_t>(overall.points()), true},
                  "the whole is measured at");
  }
  if (const score::Category* category = category_of(claim))
    return judged(claim, {category->pack, said, static_cast<std::uint64_t>(category->tally.points()), true},
                  category->title + " is measured at");
  return share_of_check(claim);
}

std::optional<Judgement> Numbers::share_of_check(const Claim& claim) const {
  const Match match = book_.match(claim.text);
  if (match.verdicts.size() != 1 || match.share < kShareThatCounts) return {};
  const Verdict& verdict = audited_.verdicts.verdicts[match.verdicts.front()];
  // Only what goes through all of a kind has a share; half of one thing is nobody's to measure.
  if (verdict.items == 0 || !is_decided(verdict)) return {};
  const auto share = static_cast<std::uint64_t>(100 * verdict.items_met / verdict.items);
  Judgement out = judged(claim, {verdict.check.id, static_cast<std::uint64_t>(*claim.current), share, true},
                         fmt::format("{} finds {} of {} {},", verdict.check.id, verdict.items_met,
                                     verdict.items, verdict.check.items));
  out.bases = {basis_of(verdict)};
  return out;
}

}  // namespace readiness::roadmap
