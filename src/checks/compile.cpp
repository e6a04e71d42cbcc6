// SPDX-License-Identifier: Apache-2.0
// Names are bound depth first, so that a cycle is met while it is still on the stack.
#include "checks/compile.h"

#include <algorithm>
#include <map>

#include "base/digest.h"
#include "base/nearest.h"
#include "base/text.h"
#include "checks/point_of_use.h"
#include "checks/query_builder.h"
#include "checks/rule_digest.h"

namespace readiness::checks {
namespace {

using rulepack::Expression;
using rulepack::Operator;
using rulepack::Relation;

// Raised when the meaning of earned, weights or outcomes changes: part of every ruler.
constexpr std::string_view kScoringVersion = "2";

// The patterns, as far as they are shown.
std::string list_of(const std::vector<rulepack::Text>& patterns) {
  constexpr std::size_t kMostShown = 120;
  std::string list;
  for (const rulepack::Text& pattern : patterns) {
    if (list.size() > kMostShown) break;
    list.append(&pattern == &patterns.front() ? "" : ", ").append(pattern.value);
  }
  return base::shortened(list, kMostShown);
}

std::string what_of(const Expression& leaf) {
  switch (leaf.op) {
    case Operator::path: return "path " + list_of(leaf.patterns);
    case Operator::dependency: return "dependency " + list_of(leaf.patterns);
    case Operator::image: return "image " + list_of(leaf.patterns);
    case Operator::document: return "document " + base::shortened(leaf.document.query.value, 120);
    case Operator::commit: return "history";
    case Operator::text: return "text";
    case Operator::code: return "code";
    case Operator::comment: return "comment";
    case Operator::string: return "string";
    case Operator::any:
    case Operator::all:
    case Operator::negation:
    case Operator::reference: break;
  }
  return {};
}

class Compiler {
 public:
  Compiler(const rulepack::RuleBook& book, const Settings& settings)
      : book_(book), settings_(settings), builder_(book.sources, problems_) {
    for (const rulepack::Pack& pack : book.packs) {
      for (const rulepack::Probe& probe : pack.probes) definitions_[probe.name] = {&probe.expression, nullptr};
      for (const rulepack::Trait& trait : pack.traits) definitions_[trait.name] = {&trait.expression, &trait};
    }
  }

  base::Result<Program> compile() {
    std::size_t checks = 0;
    for (const rulepack::Pack& pack : book_.packs) checks += pack.checks.size();
    program_.checks.reserve(checks);
    for (const rulepack::Pack& pack : book_.packs) {
      program_.packs.push_back({pack.name, pack.title.empty() ? pack.name : pack.title, pack.about, pack.owner});
      if (settings_.all_traits)
        for (const rulepack::Trait& trait : pack.traits) name_index(trait.name, trait.place);
      for (const rulepack::Check& check : pack.checks) bind_check(check);
    }
    bind_units();
    check_settings();
    bind_settings();
    if (!problems_.empty()) return problems_;
    program_.queries = std::move(builder_.queries);
    program_.query_texts = std::move(builder_.texts);
    if (asks_for_dependencies()) add_import_queries(program_);
    program_.weights = book_.weights;
    program_.settings = settings_;
    RuleDigests digests(book_, settings_);
    for (BoundCheck& check : program_.checks) check.rule = digests.of(check.check);
    program_.ruler = ruler();
    program_.questions = questions(digests);
    return std::move(program_);
  }

 private:
  struct Definition {
    const Expression* expression = nullptr;
    const rulepack::Trait* trait = nullptr;
  };

  bool selected(const rulepack::Check& check) const {
    const auto matches = [&](const std::vector<std::string>& globs) {
      return std::any_of(globs.begin(), globs.end(), [&](const std::string& g) { return base::name_matches(g, check.id); });
    };
    const bool pack_wanted = settings_.packs.empty() ||
                             std::find(settings_.packs.begin(), settings_.packs.end(), check.pack) != settings_.packs.end();
    return !check.disabled && pack_wanted && (settings_.only.empty() || matches(settings_.only)) && !matches(settings_.skip);
  }

  std::uint32_t name_index(const std::string& name, const rulepack::Place& place) {
    if (const auto it = bound_.find(name); it != bound_.end()) {
      if (it->second == kNone)
        problems_.push_back(book_.sources.problem(place, "'" + name + "' refers to itself through other names"));
      return it->second;
    }
    const auto it = definitions_.find(name);
    if (it == definitions_.end()) {
      std::vector<std::string> known;
      for (const auto& [other, definition] : definitions_) known.push_back(other);
      problems_.push_back(
          book_.sources.problem(place, "unknown probe or trait '" + name + "'", base::did_you_mean(name, known)));
      return kNone;
    }
    bound_[name] = kNone;
    BoundName out{.name = name, .is_trait = it->second.trait != nullptr};
    if (out.is_trait) out.title = it->second.trait->title, out.about = it->second.trait->about;
    out.expression = bind(*it->second.expression);
    program_.names.push_back(std::move(out));
    return bound_[name] = static_cast<std::uint32_t>(program_.names.size() - 1);
  }

  Bound bind(const Expression& expression) {
    Bound out{.op = expression.op};
    if (expression.op == Operator::reference) {
      out.name = name_index(expression.name, expression.place);
      return out;
    }
    for (const Expression& operand : expression.operands) out.operands.push_back(bind(operand));
    if (expression.op < Operator::path) return out;
    out.queries = builder_.queries_of(expression);
    out.label = expression.narrowing.label;
    out.what = what_of(expression);
    for (const Expression& e : expression.narrowing.in_files) out.in_files.push_back(bind(e));
    for (const Expression& e : expression.narrowing.not_in_files) out.not_in_files.push_back(bind(e));
    return out;
  }

  std::optional<Bound> bind(const rulepack::Shared<Expression>& expression) {
    if (!expression) return {};
    return bind(*expression);
  }

  // The document queries that an expression's hits can come from.
  void document_queries(const Bound& bound, std::vector<std::uint32_t>& out) const {
    if (bound.name != kNone) document_queries(program_.names[bound.name].expression, out);
    for (const Bound& operand : bound.operands) document_queries(operand, out);
    for (const std::uint32_t query : bound.queries)
      if (std::holds_alternative<facts::DocumentQuery>(builder_.queries[query].what)) out.push_back(query);
  }

  BoundRelation bind_relation(const Relation& relation, const std::vector<std::uint32_t>& documents) {
    BoundRelation out{.kind = relation.kind, .by = relation.by, .as_path = relation.as_path};
    for (const Relation& operand : relation.operands) out.operands.push_back(bind_relation(operand, documents));
    if (relation.kind == Relation::Kind::has) {
      if (documents.empty())
        problems_.push_back(book_.sources.problem(relation.place, "'has' needs items from a 'document' probe"));
      for (const std::uint32_t query : documents) out.has[query] = builder_.add_relation(query, relation.path);
    }
    if (relation.kind == Relation::Kind::file || relation.kind == Relation::Kind::named_in)
      out.expression = bind(relation.expression);
    return out;
  }

  void bind_check(const rulepack::Check& check) {
    if (!selected(check)) return;
    BoundCheck out{.check = check};
    if (const auto it = settings_.priorities.find(check.id); it != settings_.priorities.end())
      out.check.priority = it->second;
    out.when = bind(check.when);
    out.require = bind(check.require);
    out.partial = bind(check.partial);
    out.forbid = bind(check.forbid);
    out.excused_by = bind(check.excused_by);
    out.each = bind(check.each);
    out.without_items = bind(check.without_items);
    if (check.must && out.each) {
      std::vector<std::uint32_t> documents;
      document_queries(*out.each, documents);
      if (check.among) out.among = bind_relation(*check.among, documents);
      out.must = bind_relation(*check.must, documents);
    }
    program_.checks.push_back(std::move(out));
  }

  void unknown_setting(const std::string& what, const std::string& name, const std::vector<std::string>& known) {
    problems_.push_back({.file = {}, .message = "unknown " + what + " '" + name + "'", .hint = base::did_you_mean(name, known)});
  }

  // Names that the operator gave must exist: a typo in a gate is worse than no gate.
  void check_settings() {
    std::vector<std::string> ids;
    std::vector<std::string> packs;
    std::vector<std::string> traits;
    for (const rulepack::Pack& pack : book_.packs) {
      packs.push_back(pack.name);
      for (const rulepack::Check& check : pack.checks) ids.push_back(check.id);
      for (const rulepack::Trait& trait : pack.traits) traits.push_back(trait.name);
    }
    const auto demand_id = [&](const std::string& glob, const std::string& what) {
      if (std::none_of(ids.begin(), ids.end(), [&](const std::string& id) { return base::name_matches(glob, id); }))
        unknown_setting(what, glob, ids);
    };
    for (const std::string& glob : settings_.only) demand_id(glob, "check");
    for (const std::string& glob : settings_.skip) demand_id(glob, "check");
    for (const auto& [id, priority] : settings_.priorities) demand_id(id, "check");
    for (const WaiverRule& rule : settings_.waivers) demand_id(rule.check, "check in a waiver");
    for (const Attestation& attestation : settings_.attestations) demand_id(attestation.check, "check in an attestation");
    for (const std::string& pack : settings_.packs)
      if (std::find(packs.begin(), packs.end(), pack) == packs.end()) unknown_setting("pack", pack, packs);
    for (const auto& [trait, holds] : settings_.traits)
      if (std::find(traits.begin(), traits.end(), trait) == traits.end()) unknown_setting("trait", trait, traits);
  }

  void bind_settings() {
    facts::TextQuery waivers{{.regex = R"(readiness:\s?allow\s+(?<check>[\w.*-]+)(?<rest>[^\r\n]{0,200}))"}};
    program_.inline_waivers = builder_.add({std::move(waivers), {}}, {Operator::text, "readiness: allow …"});
    for (const Attestation& attestation : settings_.attestations) {
      if (attestation.path.empty()) {
        program_.attested_places.push_back(kNone);
        continue;
      }
      base::Result<base::GlobSet> place = base::GlobSet::compile({"/" + attestation.path});
      if (!place) {
        problems_.push_back({.file = {}, .message = "attestation of " + attestation.check + ": " + place.errors().front().message});
        continue;
      }
      facts::Query query{.what = facts::PathQuery{*place}, .where = {}};
      if (!attestation.pattern.empty()) {
        query = {.what = facts::TextQuery{{.regex = attestation.pattern}}, .where = {.paths = *place}};
        if (const auto checked = scan::check_regex(attestation.pattern); !checked)
          problems_.push_back({.file = {}, .message = "attestation of " + attestation.check + ": " + checked.errors().front().message});
      }
      program_.attested_places.push_back(builder_.add(std::move(query), {Operator::text, attestation.path}));
    }
  }

  // The probe is data like any other; without it, or without a check that asks, no unit is looked for.
  void bind_units() {
    const auto asks = [](const BoundCheck& check) { return check.check.per_unit; };
    if (std::none_of(program_.checks.begin(), program_.checks.end(), asks)) return;
    if (const auto it = definitions_.find(std::string(kUnitProbe)); it != definitions_.end())
      program_.units = name_index(it->first, it->second.expression->place);
  }

  bool asks_for_dependencies() const {
    return std::any_of(program_.queries.begin(), program_.queries.end(), [](const facts::Query& query) {
      return std::holds_alternative<facts::DependencyQuery>(query.what);
    });
  }

  std::string ruler() const {
    base::Digest digest;
    digest.add(kScoringVersion);
    const rulepack::Weights& w = book_.weights;
    for (const double weight : {w.critical, w.high, w.medium, w.low, w.heuristic_factor}) digest.add(std::to_string(weight));
    for (const BoundCheck& check : program_.checks)
      digest.add(check.check.id).add(check.rule).add(std::to_string(static_cast<int>(check.check.priority)));
    return digest.hex();
  }

  // Beside the checks: traits that nobody refers to, and the places of attestations.
  std::string questions(RuleDigests& digests) const {
    base::Digest digest;
    digest.add(program_.ruler);
    for (const BoundName& name : program_.names) digest.add(name.name).add(digests.named(name.name));
    for (const Attestation& attestation : settings_.attestations) digest.add(attestation.path).add(attestation.pattern);
    return digest.hex();
  }

  const rulepack::RuleBook& book_;
  const Settings& settings_;
  std::vector<base::Diagnostic> problems_;
  QueryBuilder builder_;
  Program program_;
  std::map<std::string, Definition> definitions_;
  std::map<std::string, std::uint32_t> bound_;
};

}  // namespace

base::Result<Program> compile(const rulepack::RuleBook& book, const Settings& settings) {
  return Compiler(book, settings).compile();
}

}  // namespace readiness::checks
