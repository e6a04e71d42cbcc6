// SPDX-License-Identifier: Apache-2.0
#include "checks/waivers.h"

#include <algorithm>

#include "base/glob.h"
#include "base/text.h"

namespace readiness::checks {
namespace {

struct InlineWaiver {
  std::string check;
  Waiver waiver;
  std::string path;
  std::uint32_t line = 0;
};

std::string capture(const facts::Hit& hit, std::string_view name) {
  for (const auto& [key, value] : hit.captures)
    if (key == name) return value;
  return {};
}

bool is_date(std::string_view text) {
  constexpr std::string_view kShape = "dddd-dd-dd";
  if (text.size() != kShape.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (kShape[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != '-') return false;
  return true;
}

// "until=2027-01-31 false-positive a fixture": the date and the reason word in any order, the rest is the note.
Waiver parse_inline(std::string_view rest) {
  Waiver waiver{.reason = "accepted-risk"};
  for (std::string_view word : base::split(rest, ' ')) {
    if (word.starts_with("reason=")) word.remove_prefix(7);
    const auto& reasons = waiver_reasons();
    if (word.starts_with("until="))
      waiver.until = is_date(word.substr(6)) ? word.substr(6) : "0000-00-00";  // a bad date fails closed
    else if (std::find(reasons.begin(), reasons.end(), word) != reasons.end())
      waiver.reason = word;
    else if (!word.empty())
      waiver.note += (waiver.note.empty() ? "" : " ") + std::string(word);
  }
  return waiver;
}

std::vector<InlineWaiver> inline_waivers(const Program& program, const Evaluator& evaluator) {
  std::vector<InlineWaiver> out;
  const facts::Answer& answer = evaluator.facts().answers[program.inline_waivers];
  for (const facts::Hit& hit : answer.hits)
    out.push_back({capture(hit, "check"), parse_inline(capture(hit, "rest")), evaluator.facts().files[hit.file].path,
                   hit.mark.line});
  return out;
}

bool covers(const WaiverRule& rule, const std::string& check, const Finding& finding) {
  if (!base::name_matches(rule.check, check) || (rule.path.empty() && rule.fingerprint.empty())) return false;
  if (!rule.fingerprint.empty() && rule.fingerprint != finding.fingerprint) return false;
  if (rule.path.empty()) return true;
  const base::Result<base::Glob> glob = base::Glob::compile(rule.path);
  return glob.ok() && glob->matches(finding.path);
}

}  // namespace

const std::vector<std::string>& waiver_reasons() {
  static const std::vector<std::string> kReasons{"false-positive", "test-data", "mitigated-elsewhere", "accepted-risk",
                                                 "planned"};
  return kReasons;
}

bool removes(std::string_view reason) {
  return reason == "false-positive" || reason == "test-data" || reason == "mitigated-elsewhere";
}

bool expired(std::string_view until, std::string_view as_of) {
  return !until.empty() && !as_of.empty() && until < as_of;
}

void apply_waivers(const Program& program, const Evaluator& evaluator, Verdict& verdict, std::vector<std::string>& notes) {
  if (verdict.findings.empty()) return;
  const std::string& id = verdict.check.id;
  const std::vector<InlineWaiver> comments = inline_waivers(program, evaluator);
  const auto apply = [&](Finding& finding, const Waiver& waiver, const std::string& where) {
    if (expired(waiver.until, program.settings.as_of))
      notes.push_back("waiver of " + id + " at " + where + " expired on " + waiver.until);
    else
      finding.waiver = waiver.reason;
  };
  const auto apply_comment = [&](Finding& finding, const InlineWaiver& comment) {
    const std::string where = comment.path + ":" + std::to_string(comment.line);
    if (!program.settings.inline_waivers)
      notes.push_back("waiver of " + id + " at " + where + " is not followed: the tree is not trusted");
    else
      apply(finding, comment.waiver, where);
  };
  for (Finding& finding : verdict.findings) {
    for (const InlineWaiver& comment : comments)
      if (comment.path == finding.path && (comment.line == finding.line || comment.line + 1 == finding.line) &&
          base::name_matches(comment.check, id))
        apply_comment(finding, comment);
    for (const WaiverRule& rule : program.settings.waivers)
      if (covers(rule, id, finding)) apply(finding, rule.waiver, finding.path);
  }
}

const WaiverRule* whole_check_waiver(const Settings& settings, const std::string& check) {
  for (const WaiverRule& rule : settings.waivers)
    if (rule.path.empty() && rule.fingerprint.empty() && base::name_matches(rule.check, check)) return &rule;
  return nullptr;
}

void apply_attestation(const Program& program, const Evaluator& evaluator, Verdict& verdict) {
  for (std::size_t i = 0; i < program.settings.attestations.size(); ++i) {
    const Attestation& attestation = program.settings.attestations[i];
    if (attestation.check != verdict.check.id) continue;
    verdict.attested = Attested{.at = attestation.path.empty() ? attestation.link : attestation.path,
                                .by = attestation.by,
                                .until = attestation.until,
                                .holds = false};
    const std::string by = attestation.by.empty() ? "" : " by " + attestation.by;
    if (expired(attestation.until, program.settings.as_of)) {
      verdict.reason = "attestation" + by + " expired on " + attestation.until + "; " + verdict.reason;
      return;
    }
    const std::uint32_t query = program.attested_places[i];
    if (query != kNone && evaluator.facts().answers[query].hits.empty()) {
      verdict.reason = "attested" + by + ", but " + attestation.path + " no longer shows it; " + verdict.reason;
      return;
    }
    verdict.attested->holds = true;
    verdict.outcome = Outcome::attested;
    verdict.earned = 1;
    verdict.reason = "attested" + by + (query == kNone ? ": " + attestation.link : " at " + attestation.path) +
                     (attestation.until.empty() ? "" : ", until " + attestation.until);
    if (query != kNone)
      verdict.evidence.push_back(evaluator.evidence({query, 0, "attested place", {}}));
    return;
  }
}

}  // namespace readiness::checks
