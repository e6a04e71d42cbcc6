// SPDX-License-Identifier: Apache-2.0
// Reports in which every string is an attack: on terminals, browsers, Markdown, spreadsheets, CI runners and
// parsers.
#pragma once
#include <random>
#include <string>
#include <vector>

#include "report/sample_delta.h"
#include "report/sample_report.h"

namespace readiness::report::testing {

inline const std::vector<std::string>& attacks() {
  using namespace std::string_literals;
  static const std::vector<std::string> kAttacks{
      "\x1b[2J\x1b[31mred\x1b]52;c;ZXZpbA==\x07 title\x1b]0;x\x1b\\",
      "line\nbreak\r\ntab\tand\vmore\f",
      "\u202Eevil\u202C \u2066x\u2069 \uFEFF \u2028 \u200F",
      "[click](javascript:alert(1)) ![x](https://evil.example/p.png) <https://evil.example>",
      "| a | b |\n|---|---|\n| c `code` ``more`` ``` |",
      "<script>alert(1)</script><img src=x onerror=alert(1)>&amp;&#x3c;",
      "::error file=a,line=1::owned\n::set-output name=x::y\n##vso[task.setvariable]x",
      "nul\0byte \x80\xff\xc3 \xed\xa0\x80 \xf5\x80\x80\x80 cut \xe2\x82"s,
      std::string(10'000, 'A'),
      std::string(3'000, '`') + std::string(3'000, '|'),
      "=cmd|' /C calc'!A0",
      "]]> --> */ ' \" \\ ${x} $(id) `id` {{7*7}} %s%n @everyone #1 GH-1 :tada: ~~x~~ **b** __i__ *s*",
      "C1 \u009b31m \u0085 \u0090q\u009c DEL \x7f",
      "- [ ] task\n# heading\n> quote\n1. one\n    code\n\tcode\n---\n===",
      "日本語のとても長い名前 👩‍👩‍👧‍👦 e\u0301\u0301\u0301",
      "@someone/team https://evil.example www.evil.example mail@evil.example #123 "
      "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
      "",
      " ",
  };
  return kAttacks;
}

/// The sample report with every text from a repository, a pack or a configuration replaced.
class HostileReport {
 public:
  explicit HostileReport(unsigned seed, std::vector<std::string> texts = attacks())
      : texts_(std::move(texts)), random_(seed) {}

  Report make() {
    Report report = sample_report();
    for (checks::Verdict& verdict : report.verdicts.verdicts) spoil(verdict);
    for (checks::TraitVerdict& trait : report.verdicts.traits) {
      each(trait.name, trait.title, trait.about);
      for (checks::Evidence& evidence : trait.evidence) spoil(evidence);
    }
    for (checks::PackInfo& pack : report.verdicts.packs) each(pack.title, pack.about, pack.owner);
    each(report.project, report.identity.branch, report.identity.commit, report.as_of, report.verdicts.ruler);
    report.coverage.faults = texts();
    report.coverage.skipped = {{text(), text()}, {text(), text()}};
    report.coverage.ledger.unparsed = {{text(), text()}};
    report.coverage.ledger.stopped_patterns = texts();
    report.coverage.notes = {{true, text(), text()}};
    report.coverage.complete = false;
    report.config_notes = texts();
    report.coverage.anchor = text();
    report.gate.reasons = texts();
    report.delta = sample_delta();
    for (delta::Side* side : {&report.delta->before, &report.delta->after})
      each(side->name, side->commit, side->date, side->ruler);
    for (delta::Change& change : report.delta->changes) {
      each(change.id, change.title, change.pack);
      for (delta::KnownFinding& place : change.places) each(place.path, place.fingerprint);
    }
    report.delta->notes = texts();
    settle(report, {.owners = {{"*", text()}}});
    plan::OwnWords& own = report.plan.own_words;
    each(own.title, own.stage, own.focus, own.owner, own.review, own.deadlines[0], own.deadlines[1]);
    own.success = texts(), own.questions = texts(), own.notes = texts();
    own.risks = {{text(), text()}};
    return report;
  }

 private:
  std::string text() { return texts_[random_() % texts_.size()]; }
  std::vector<std::string> texts() { return {text(), text(), text()}; }
  template <typename... Texts>
  void each(Texts&... targets) {
    ((targets = text()), ...);
  }
  void spoil(checks::Evidence& evidence) {
    each(evidence.probe, evidence.path, evidence.excerpt, evidence.label);
  }
  void spoil(checks::Verdict& verdict) {
    rulepack::Check& check = verdict.check;
    each(check.id, check.title, check.why, check.impact, check.risk, check.owner, check.items,
         verdict.reason);
    for (auto* list :
         {&check.tasks, &check.create, &check.update, &check.references, &check.tags, &verdict.tasks,
          &verdict.receipt.probes, &verdict.receipt.paths, &verdict.receipt.patterns,
          &verdict.receipt.dependencies, &verdict.receipt.images, &verdict.receipt.documents})
      *list = texts();
    verdict.evidence.resize(2);
    for (checks::Evidence& evidence : verdict.evidence) spoil(evidence);
    verdict.receipt.near_misses.resize(2);
    for (checks::NearMiss& miss : verdict.receipt.near_misses) spoil(miss.at), miss.why = text();
    for (checks::Finding& finding : verdict.findings) {
      each(finding.probe, finding.path, finding.excerpt, finding.fingerprint);
      finding.captures = {{text(), text()}};
    }
    if (verdict.waiver) each(verdict.waiver->note, verdict.waiver->by, verdict.waiver->until);
  }

  std::vector<std::string> texts_;
  std::mt19937 random_;
};

}  // namespace readiness::report::testing
