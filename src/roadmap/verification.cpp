// SPDX-License-Identifier: Apache-2.0
#include "roadmap/verification.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "roadmap/numbers.h"
#include "roadmap/phrases.h"

namespace readiness::roadmap {
namespace {

using checks::Outcome;
using checks::Verdict;

// Of a claim's words, this share must be what the checks are about before they can prove it …
constexpr double kShareThatProves = 0.7;
// … and before their failure speaks against it: what is missing as a whole is missing in a part of it too.
constexpr double kShareThatDenies = 0.6;

/// What checks, or files, say about one claim.
struct Evidence {
  Found found = Found::unseen;
  bool proves = false;  ///< strong enough to say that the claim is done
  bool denies = false;  ///< strong enough to say that it is not
  std::vector<Basis> bases{};
};

Found found_by(const Verdict& verdict) {
  switch (verdict.outcome) {
    case Outcome::pass:
    case Outcome::attested:
      return Found::present;
    case Outcome::partial:
      return Found::some;
    case Outcome::fail:
      return Found::absent;
    case Outcome::waived:
    case Outcome::not_applicable:
    case Outcome::unknown:
      return Found::unseen;
  }
  return Found::unseen;
}

Found together(Found a, Found b) {
  if (a == Found::unseen || a == b) return b;
  return b == Found::unseen ? a : Found::some;
}

Basis basis_of(const Verdict& verdict) {
  Basis out{.check = verdict.check.id, .outcome = std::string(checks::name_of(verdict.outcome))};
  const bool by_findings = verdict.outcome == Outcome::fail || verdict.outcome == Outcome::partial;
  if (by_findings && !verdict.findings.empty())
    out.path = verdict.findings.front().path, out.line = verdict.findings.front().line;
  else if (!verdict.evidence.empty())
    out.path = verdict.evidence.front().path, out.line = verdict.evidence.front().line;
  return out;
}

/// "all routes", "every secret": only a check that goes through all of a kind can show that.
bool asks_for_all(const Claim& claim) {
  const std::string text = " " + claim.text + " ";
  constexpr std::array<std::string_view, 6> kAll{" all ", " All ", " every ", " Every ", " each ", " Each "};
  return std::any_of(kAll.begin(), kAll.end(),
                     [&](std::string_view w) { return text.find(w) != std::string::npos; });
}

/// "src/a.py:3", as reports list them below a heading: what stands there is not said.
bool is_place(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  return colon != std::string_view::npos && looks_like_path(text.substr(0, colon)) &&
         text.find_first_not_of("0123456789", colon + 1) == std::string_view::npos;
}

/// "Update the guide", "Test the restore", "Improve logging": that the thing is there proves nothing.
bool is_about_change(const Claim& claim) {
  constexpr std::array<std::string_view, 14> kVerbs{"update", "updates",  "updating", "test",     "verify",
                                                    "review", "improve",  "enhance",  "enhanced", "optimize",
                                                    "expand", "document", "extend",   "harden"};
  const std::string first = base::lower(std::string_view(claim.text).substr(0, claim.text.find(' ')));
  const std::string last = base::lower(std::string_view(claim.text).substr(claim.text.rfind(' ') + 1));
  return std::find(kVerbs.begin(), kVerbs.end(), first) != kVerbs.end() || last == "updates";
}

Evidence by_checks(const Claim& claim, const checks::Verdicts& verdicts, const PhraseBook& book) {
  Evidence out;
  const Match match = book.match(claim.text);
  bool firm = true;
  const bool some_decide = std::any_of(match.verdicts.begin(), match.verdicts.end(), [&](std::size_t i) {
    return found_by(verdicts.verdicts[i]) != Found::unseen;
  });
  for (const std::size_t i : match.verdicts) {
    const Verdict& verdict = verdicts.verdicts[i];
    // One of several checks for one thing may not apply; one of several things must be seen.
    const bool unseen = found_by(verdict) == Found::unseen;
    if (unseen && match.lists) firm = false;
    if (unseen && some_decide && !match.lists) continue;
    const bool heuristic = verdict.check.confidence == rulepack::Confidence::heuristic;
    const Found found = heuristic && verdict.outcome == Outcome::fail ? Found::unseen : found_by(verdict);
    out.bases.push_back(basis_of(verdict));
    out.found = together(out.found, found);
    if (found == Found::present &&
        (heuristic || (asks_for_all(claim) && verdict.check.form == rulepack::Form::require)))
      firm = false;
  }
  const double share = match.lists ? match.share : match.best_share;
  out.proves = out.found == Found::present && firm && share >= kShareThatProves && !is_about_change(claim);
  out.denies = out.found == Found::absent && match.share >= kShareThatDenies;
  return out;
}

/// Words of the claim that are neither light nor part of a path it names.
std::size_t words_beside(const Claim& claim) {
  std::string text = claim.text;
  for (const NamedFile& file : claim.files)
    if (const std::size_t at = text.find(file.path); at != std::string::npos)
      text.erase(at, file.path.size());
  const std::vector<Word> words = words_of(text);
  return static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [](const Word& w) { return w.weighs; }));
}

Evidence by_files(const Claim& claim, const TreePaths& tree) {
  Evidence out;
  bool all_to_create = !claim.files.empty();
  for (const NamedFile& file : claim.files) {
    const std::optional<std::string> path = tree.find(file.path);
    out.bases.push_back({.outcome = path ? "found" : "missing", .path = path.value_or(file.path)});
    // Whether a file that is there was changed cannot be seen.
    if (path && file.action != FileAction::create)
      all_to_create = false;
    else
      out.found = together(out.found, path ? Found::present : Found::absent);
  }
  const bool own_files =
      claim.kind == ClaimKind::file || claim.kind == ClaimKind::task || claim.kind == ClaimKind::detail;
  out.proves = out.found == Found::present && all_to_create && own_files &&
               (claim.kind == ClaimKind::file || words_beside(claim) <= 1);
  out.denies = out.found == Found::absent;
  return out;
}

std::string words_of(const std::vector<Basis>& bases) {
  std::string out;
  std::size_t shown = 0;
  for (const Basis& basis : bases) {
    if (++shown > 3) return out + fmt::format(", and {} more", bases.size() - 3);
    const std::string one =
        basis.check.empty()
            ? fmt::format("{} is {}", basis.path, basis.outcome == "found" ? "there" : "not there")
            : fmt::format("{}: {}", basis.check, basis.outcome);
    out += (out.empty() ? "" : ", ") + one;
  }
  return out;
}

class Judge {
 public:
  Judge(const Audited& audited, const TreePaths& tree)
      : verdicts_(audited.verdicts), tree_(tree), book_(audited.verdicts), numbers_(audited, book_) {}

  Judgement judge(const Claim& claim) const {
    if (claim.aims) return {.reason = "names a number to reach, which files do not show"};
    if (auto counted = numbers_.count(claim)) return *counted;
    const bool is_number = claim.kind == ClaimKind::measure || claim.state == State::none;
    if (is_number || (claim.state == State::partial && claim.current)) {
      if (auto share = numbers_.share(claim)) return *share;
      return {.reason = claim.state == State::partial  ? "a share that no check measures"
                        : claim.current || claim.count ? "a number that no check measures"
                                                       : "a state in words of its own"};
    }
    if (is_place(claim.text)) return {.reason = "a place, which says nothing by itself"};
    Judgement out = by_evidence(claim);
    // "Monitoring, 100 %": what no single check decides may be a category.
    if (out.standing == Standing::unverifiable)
      if (auto share = numbers_.share(claim)) return *share;
    return out;
  }

 private:
  Judgement by_evidence(const Claim& claim) const {
    const Evidence files = by_files(claim, tree_);
    const Evidence checks = claim.kind == ClaimKind::file ? Evidence{} : by_checks(claim, verdicts_, book_);
    Judgement out{.found = together(checks.found, files.found), .bases = checks.bases};
    out.bases.insert(out.bases.end(), files.bases.begin(), files.bases.end());
    const bool proves = (checks.proves && files.found != Found::absent && files.found != Found::some) ||
                        (files.proves && checks.found != Found::absent);
    const bool denies =
        (checks.denies && files.found != Found::present) || (files.denies && checks.found != Found::present);
    // A file of a section that is partly done may be there or not.
    const bool either = claim.kind == ClaimKind::file && claim.state == State::partial;
    decide(!either ? claim.state : proves ? State::done : State::open, proves, denies, out);
    return out;
  }

  static void decide(State state, bool proves, bool denies, Judgement& out) {
    const std::string shown = words_of(out.bases);
    const auto put = [&](Standing standing, std::string_view words) {
      out.standing = standing;
      out.reason = fmt::format("{}: {}", words, shown);
    };
    if (out.bases.empty()) {
      out.reason = "no check and no file speaks of it";
    } else if (proves) {
      put(state == State::done ? Standing::proven : Standing::contradicted,
          state == State::done ? "shown" : "done in the repository");
    } else if (denies) {
      if (state == State::partial)
        out.reason = "nothing shows that it was begun: " + shown;
      else
        put(state == State::open ? Standing::proven : Standing::contradicted,
            state == State::open ? "open indeed" : "nothing shows it");
    } else if (state == State::partial && out.found == Found::some) {
      put(Standing::proven, "partly there");
    } else {
      out.reason = "not decided: " + shown;
    }
  }

  const checks::Verdicts& verdicts_;
  const TreePaths& tree_;
  PhraseBook book_;
  Numbers numbers_;
};

}  // namespace

std::string_view name_of(Standing standing) {
  constexpr std::array<std::string_view, 3> kNames{"proven", "contradicted", "unverifiable"};
  return kNames[static_cast<std::size_t>(standing)];
}

std::string_view name_of(Found found) {
  constexpr std::array<std::string_view, 4> kNames{"unseen", "absent", "partial", "present"};
  return kNames[static_cast<std::size_t>(found)];
}

bool is_unproven(const Claim& claim, const Judgement& judgement) {
  return judgement.standing == Standing::contradicted && claim.state == State::done && !judgement.number;
}

bool is_differing(const Judgement& judgement) {
  return judgement.standing == Standing::contradicted && judgement.number.has_value();
}

Count count_of(const VerifiedRoadmap& roadmap) {
  Count out{.claims = roadmap.roadmap.claims.size()};
  for (std::size_t i = 0; i < out.claims; ++i) {
    const Claim& claim = roadmap.roadmap.claims[i];
    const Judgement& judgement = roadmap.judgements[i];
    if (!claim.stated) continue;
    ++out.stated;
    if (judgement.standing == Standing::proven) ++out.proven;
    if (judgement.standing == Standing::unverifiable) ++out.unverifiable;
    if (judgement.standing == Standing::contradicted)
      ++(is_differing(judgement)         ? out.differing
         : is_unproven(claim, judgement) ? out.unproven
                                         : out.outdated);
  }
  return out;
}

VerifiedRoadmap verify(Roadmap roadmap, const Audited& audited, const TreePaths& tree) {
  const Judge judge(audited, tree);
  VerifiedRoadmap out{.roadmap = std::move(roadmap)};
  for (const Claim& claim : out.roadmap.claims) out.judgements.push_back(judge.judge(claim));
  return out;
}

std::vector<std::size_t> tickable(const VerifiedRoadmap& roadmap) {
  const std::vector<Claim>& claims = roadmap.roadmap.claims;
  const auto is_shown = [&](std::size_t i) {
    const Judgement& judgement = roadmap.judgements[i];
    return judgement.standing ==
               (claims[i].state == State::done ? Standing::proven : Standing::contradicted) &&
           judgement.found == Found::present;
  };
  // A part that is open, or that nothing shows, keeps the whole open. Parts stand behind their wholes.
  std::set<std::size_t> held_back;
  for (std::size_t i = claims.size(); i-- > 0;) {
    const bool open_part = claims[i].box && !claims[i].box->ticked && (!is_shown(i) || held_back.contains(i));
    const bool missing_part = roadmap.judgements[i].found == Found::absent || held_back.contains(i);
    if (claims[i].parent && (open_part || missing_part)) held_back.insert(*claims[i].parent);
  }
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < claims.size(); ++i)
    if (claims[i].box && !claims[i].box->ticked && is_shown(i) && !held_back.contains(i)) out.push_back(i);
  return out;
}

std::string with_ticks(std::string_view bytes, const Roadmap& roadmap,
                       const std::vector<std::size_t>& claims) {
  std::string out(bytes);
  for (const std::size_t i : claims) out[roadmap.claims[i].box->offset] = 'x';
  return out;
}

}  // namespace readiness::roadmap
