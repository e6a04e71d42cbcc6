// SPDX-License-Identifier: Apache-2.0
// One function a verdict form; what all forms share (applicability, waivers, attestations, receipts) stands around them.
#include "checks/evaluate.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "checks/coverage.h"
#include "checks/findings.h"
#include "checks/point_of_use.h"
#include "checks/units.h"
#include "checks/waivers.h"
#include "checks/wording.h"

namespace readiness::checks {
namespace {

constexpr std::size_t kEvidenceShown = 20;

class Judge {
 public:
  Judge(const Program& program, const facts::Facts& facts)
      : program_(program), facts_(facts), evaluator_(program, facts), point_of_use_(program, facts) {}

  Verdicts judge() {
    Verdicts out{.packs = program_.packs, .ruler = program_.ruler};
    for (std::uint32_t i = 0; i < program_.names.size(); ++i)
      if (program_.names[i].is_trait) out.traits.push_back(trait(i));
    std::sort(out.traits.begin(), out.traits.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    out.units = find_units(program_, evaluator_);
    UnitJudge units(program_, facts_, out.units);
    for (const BoundCheck& check : program_.checks) out.verdicts.push_back(judge(check, units));
    return out;
  }

 private:
  TraitVerdict trait(std::uint32_t name) {
    const BoundName& bound = program_.names[name];
    Value value = evaluator_.named(name);
    TraitVerdict out{.name = bound.name, .title = bound.title, .about = bound.about, .holds = value.holds,
                     .forced = program_.settings.traits.contains(bound.name)};
    std::vector<Found> hits = value.holds ? own_hits(bound.expression, bound.name) : std::vector<Found>{};
    if (hits.empty()) hits = std::move(value.hits);  // forced by the configuration
    // What has a name of its own ("FastAPI") says more than that there is code at all.
    std::vector<Found> telling;
    std::copy_if(hits.begin(), hits.end(), std::back_inserter(telling),
                 [](const Found& found) { return !found.label.empty(); });
    show(telling.empty() ? hits : telling, out.evidence);
    return out;
  }

  // What shows the traits that a trait presupposes (`all: [deployable, …]`) does not show the trait itself.
  std::vector<Found> own_hits(const Bound& expression, std::string_view probe) {
    using rulepack::Operator;
    Value value = evaluator_.evaluate(expression, probe);
    if (!value.holds) return {};
    if (is_trait(expression)) {
      const BoundName& bound = program_.names[expression.name];
      return own_hits(bound.expression, bound.name);
    }
    if (expression.op != Operator::all && expression.op != Operator::any) return std::move(value.hits);
    std::vector<Found> own;
    for (const Bound& operand : expression.operands) {
      if (expression.op == Operator::all && is_trait(operand)) continue;
      const std::vector<Found> hits = own_hits(operand, probe);
      own.insert(own.end(), hits.begin(), hits.end());
    }
    return own.empty() ? std::move(value.hits) : own;
  }
  bool is_trait(const Bound& expression) const {
    return expression.op == rulepack::Operator::reference && program_.names[expression.name].is_trait;
  }

  // The first places, in order, as evidence.
  void show(std::vector<Found> hits, std::vector<Evidence>& out) {
    evaluator_.order(hits);
    for (std::size_t i = 0; i < hits.size() && out.size() < kEvidenceShown; ++i) {
      Evidence evidence = evaluator_.evidence(hits[i]);
      const bool again = !out.empty() && out.back().path == evidence.path && out.back().line == evidence.line;
      if (!again) out.push_back(std::move(evidence));
    }
  }

  void settle(Verdict& v, Outcome outcome, double earned, std::string reason) {
    v.outcome = outcome;
    v.earned = earned;
    v.reason = std::move(reason);
  }

  Verdict judge(const BoundCheck& bound, UnitJudge& units) {
    Verdict v{.check = bound.check, .rule = bound.rule};
    if (bound.when && !evaluator_.evaluate(*bound.when).holds) {
      settle(v, Outcome::not_applicable, 0, not_applicable_reason(program_, evaluator_, bound));
      return v;
    }
    switch (bound.check.form) {
      case rulepack::Form::require: judge_require(bound, *bound.require, v); break;
      case rulepack::Form::forbid: judge_forbid(bound, v); break;
      case rulepack::Form::each: judge_each(bound, v); break;
    }
    units.settle(bound, v);
    exempt(v);
    fill_tasks(program_, evaluator_, v);
    return v;
  }

  void exempt(Verdict& v) {
    const bool open = v.outcome == Outcome::fail || v.outcome == Outcome::partial || v.outcome == Outcome::unknown;
    if (!open) return;
    apply_attestation(program_, evaluator_, v);
    const WaiverRule* rule = v.outcome == Outcome::attested ? nullptr : whole_check_waiver(program_.settings, v.check.id);
    if (rule == nullptr) return;
    v.waiver = rule->waiver;
    v.waiver->expired = expired(rule->waiver.until, program_.settings.as_of);
    if (v.waiver->expired) v.reason = "waiver expired on " + rule->waiver.until + "; " + v.reason;
    else v.outcome = Outcome::waived;
  }

  // True when an absence cannot be told because something that the expression wanted was not readable.
  bool blind(const Bound& expression, Verdict& v) {
    const std::vector<std::string> files = unread_files(program_, facts_, expression);
    if (files.empty()) return false;
    settle(v, Outcome::unknown, 0,
           fmt::format("could not tell: {} could not be read, such as {}", counted(files.size(), "file"), files.front()));
    return true;
  }

  void judge_require(const BoundCheck& bound, const Bound& wanted, Verdict& v) {
    const Value value = evaluator_.evaluate(wanted);
    if (value.holds) {
      show(value.hits, v.evidence);
      v.evidence_total = value.total;
      if (point_of_use_.only_declared(value.hits))
        settle(v, Outcome::partial, 0.5, "declared, but no code imports it: " + found_where(v.evidence, v.evidence_total));
      else settle(v, Outcome::pass, 1, found_where(v.evidence, v.evidence_total));
      return;
    }
    add_receipt(program_, facts_, wanted, v.receipt);
    if (partly(bound, v) || blind(wanted, v)) return;
    settle(v, Outcome::fail, 0,
           fmt::format("not detected in {}; if it lives elsewhere, attest it", counted(v.receipt.files, "file")));
  }

  bool partly(const BoundCheck& bound, Verdict& v) {
    if (!bound.partial) return false;
    const Value value = evaluator_.evaluate(*bound.partial);
    if (!value.holds) return false;
    show(value.hits, v.evidence);
    v.evidence_total = value.total;
    settle(v, Outcome::partial, 0.5, "only in part: " + found_where(v.evidence, v.evidence_total));
    return true;
  }

  // Applies waivers to single findings; how many of them no longer count.
  std::uint64_t exempt_findings(Verdict& v, std::vector<std::string>& notes) {
    apply_waivers(program_, evaluator_, v, notes);
    return static_cast<std::uint64_t>(
        std::count_if(v.findings.begin(), v.findings.end(), [](const Finding& f) { return removes(f.waiver); }));
  }

  void judge_forbid(const BoundCheck& bound, Verdict& v) {
    Value value = evaluator_.evaluate(*bound.forbid);
    const std::size_t raw = value.hits.size();
    evaluator_.order(value.hits);
    v.findings = make_findings(evaluator_, v.check.id, value.hits);
    std::vector<std::string> notes;
    const std::uint64_t waived = exempt_findings(v, notes);
    const std::uint64_t beyond_cap = value.total > raw ? value.total - raw : 0;
    v.findings_total = v.findings.size() - waived + beyond_cap;
    add_receipt(program_, facts_, *bound.forbid, v.receipt);
    conclude_forbid(bound, v);
    for (const std::string& note : notes) v.reason += "; " + note;
  }

  void conclude_forbid(const BoundCheck& bound, Verdict& v) {
    const std::uint64_t allowed = v.check.allow.value_or(0);
    if (v.findings_total > allowed && bound.excused_by) {
      const Value excuse = evaluator_.evaluate(*bound.excused_by);
      if (excuse.holds) {
        show(excuse.hits, v.evidence);
        v.evidence_total = excuse.total;
        settle(v, Outcome::pass, 1, fmt::format("{}, excused: {}", counted(v.findings_total, "finding"), found_where(v.evidence, excuse.total)));
        v.findings.clear();
        return;
      }
    }
    if (v.findings_total <= allowed) {
      if (partly(bound, v) || blind(*bound.forbid, v)) return;
      settle(v, Outcome::pass, 1, v.findings_total == 0 && v.receipt.files == 0 ? "there is no file that it could be in"
                                  : v.findings_total == 0
                                      ? fmt::format("none in {}", counted(v.receipt.files, "file"))
                                      : fmt::format("{}, {} allowed", counted(v.findings_total, "finding"), allowed));
      return;
    }
    const double share = forbidden_share(v, allowed);
    std::set<std::string> files;
    for (const Finding& finding : v.findings) files.insert(finding.path);
    settle(v, share > 0 ? Outcome::partial : Outcome::fail, share,
           fmt::format("{} in {}{}", counted(v.findings_total, "finding"), counted(files.size(), "file"),
                       allowed > 0 ? fmt::format(", {} allowed", allowed) : ""));
  }

  // 1 at `allow` findings, 0 at `worst`, straight between them.
  double forbidden_share(const Verdict& v, std::uint64_t allowed) const {
    double worst = static_cast<double>(v.check.worst.value_or(0));
    if (v.check.worst_per_kloc) {
      std::uint64_t lines = 0;
      for (const facts::File& file : facts_.files) lines += file.lines;
      worst = *v.check.worst_per_kloc * std::max(1.0, static_cast<double>(lines) / 1000);
    }
    const double span = worst - static_cast<double>(allowed);
    if (span <= 0) return 0;
    return std::clamp(1 - (static_cast<double>(v.findings_total) - static_cast<double>(allowed)) / span, 0.0, 1.0);
  }

  void judge_each(const BoundCheck& bound, Verdict& v) {
    std::vector<Found> items = evaluator_.evaluate(*bound.each).hits;
    if (bound.among) items = those_among(evaluator_, items, *bound.among);
    add_receipt(program_, facts_, *bound.each, v.receipt);
    const std::string noun = v.check.items.empty() ? "items" : v.check.items;
    if (items.empty()) {
      if (bound.without_items) return judge_require(bound, *bound.without_items, v);
      if (partly(bound, v) || blind(*bound.each, v)) return;
      settle(v, Outcome::not_applicable, 0, v.check.na_reason.empty() ? "no " + noun + " found" : v.check.na_reason);
      return;
    }
    const Coverage coverage = cover(evaluator_, std::move(items), *bound.must, v.check.distinct_items);
    v.items = coverage.items;
    show(coverage.with, v.evidence);
    v.evidence_total = coverage.met;
    v.findings = make_findings(evaluator_, v.check.id, coverage.without);
    std::vector<std::string> notes;
    const std::uint64_t waived = exempt_findings(v, notes);
    v.items_met = coverage.met + waived;
    v.findings_total = v.findings.size() - waived;
    const double share = static_cast<double>(v.items_met) / static_cast<double>(v.items);
    const std::string reason = fmt::format("{} of {} {}", v.items_met, v.items, noun);
    if (share >= v.check.pass_at) settle(v, Outcome::pass, 1, reason);
    else if (share > 0 && share >= v.check.partial_at) settle(v, Outcome::partial, share, reason);
    else if (!partly(bound, v)) settle(v, Outcome::fail, 0, reason);
    for (const std::string& note : notes) v.reason += "; " + note;
  }

  const Program& program_;
  const facts::Facts& facts_;
  Evaluator evaluator_;
  PointOfUse point_of_use_;
};

}  // namespace

Verdicts evaluate(const Program& program, const facts::Facts& facts) { return Judge(program, facts).judge(); }

}  // namespace readiness::checks
