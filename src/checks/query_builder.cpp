// SPDX-License-Identifier: Apache-2.0
#include "checks/query_builder.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.h"
#include "base/text.h"

namespace readiness::checks {
namespace {

using classify::Role;
using rulepack::Expression;
using rulepack::Narrowing;
using rulepack::Operator;
using rulepack::Text;

constexpr std::uint16_t bit(Role role) { return static_cast<std::uint16_t>(1U << static_cast<unsigned>(role)); }
constexpr std::uint16_t kEveryRole = (1U << classify::kRoles) - 1;
constexpr std::uint16_t kProduction =
    bit(Role::source) | bit(Role::config) | bit(Role::ci) | bit(Role::deploy) | bit(Role::script);

// What a leaf looks at when its author names no roles: production evidence never comes from tests, examples or docs.
std::uint16_t default_roles(Operator op) {
  switch (op) {
    case Operator::code:
    case Operator::comment:
    case Operator::string:
      return bit(Role::source);
    case Operator::path:
      return kEveryRole & ~(bit(Role::vendored) | bit(Role::generated));
    case Operator::dependency:
    case Operator::image:
      return kProduction | bit(Role::generated);
    case Operator::text:
    case Operator::document:
      return kProduction;
    case Operator::any:
    case Operator::all:
    case Operator::negation:
    case Operator::reference:
    case Operator::commit:
      return 0;
  }
  return 0;
}

std::optional<base::Region> region_of(Operator op) {
  if (op == Operator::code) return base::Region::code;
  if (op == Operator::comment) return base::Region::comment;
  if (op == Operator::string) return base::Region::string;
  return {};
}

std::vector<std::string> plain(const std::vector<Text>& texts) {
  std::vector<std::string> out;
  for (const Text& text : texts) out.push_back(text.value);
  return out;
}

// Everything that makes two leaves the same question, as one text.
std::string key_of(const Expression& leaf, std::string_view pattern) {
  const Narrowing& n = leaf.narrowing;
  const auto list = [](const std::vector<Text>& texts) { return base::joined(plain(texts), "\x1f"); };
  std::string key = fmt::format("{}\x1e{}\x1e{}\x1e{}\x1e{}\x1e{}\x1e{}\x1e{}\x1e{}\x1e{}\x1e{}", static_cast<int>(leaf.op), pattern,
                                list(n.languages), list(n.roles), list(n.paths), list(n.not_paths), list(n.kinds),
                                n.max_size.value_or(0), list(n.unless), list(n.with), n.near);
  key += fmt::format("\x1e{}\x1e{}\x1e{}\x1e{}\x1e{}\x1e{}\x1e{}\x1e{}", base::joined(n.value_not, "\x1f"), n.entropy_group,
                     n.entropy_min, n.checksum.value, n.drop_placeholders, base::joined(n.distinct, "\x1f"), n.secret, n.scope);
  const rulepack::DocumentProbe& d = leaf.document;
  key += fmt::format("\x1e{}\x1e{}\x1e{}\x1e{}", list(d.kinds), list(d.where_text), list(d.where_has), list(d.where_has_not));
  for (const auto& [name, path] : d.captures) key += "\x1e" + name + "\x1f" + path.value;
  return key + fmt::format("\x1e{}\x1e{}", list(leaf.commit.ever), leaf.commit.older_than_days);
}

}  // namespace

void QueryBuilder::problem(const rulepack::Place& place, std::string message, std::string hint, std::uint32_t offset) {
  base::Diagnostic d = sources_.problem(place, std::move(message), std::move(hint));
  // The offset into a pattern is the column only when the pattern stands plainly on the marked line.
  const bool quoted = d.mark.column > 0 && d.mark.column <= d.source_line.size() &&
                      (d.source_line[d.mark.column - 1] == '\'' || d.source_line[d.mark.column - 1] == '"');
  if (!d.source_line.empty() && offset > 0) d.mark.column += offset - 1 + (quoted ? 1 : 0);
  problems_.push_back(std::move(d));
}

base::GlobSet QueryBuilder::globs(const std::vector<Text>& patterns) {
  for (const Text& text : patterns)
    if (const auto one = base::GlobSet::compile({text.value}); !one) problem(text.place, one.errors().front().message);
  base::Result<base::GlobSet> set = base::GlobSet::compile(plain(patterns));
  return set ? std::move(*set) : base::GlobSet{};
}

document::JsonPath QueryBuilder::path(const Text& text) {
  base::Result<document::JsonPath> compiled = document::JsonPath::compile(text.value);
  if (compiled) return std::move(*compiled);
  const base::Diagnostic& why = compiled.errors().front();
  problem(text.place, "JSONPath: " + why.message, why.hint, why.mark.column);
  return std::move(*document::JsonPath::compile("$"));
}

facts::Where QueryBuilder::where_of(const Expression& leaf) {
  const Narrowing& n = leaf.narrowing;
  facts::Where where{.paths = globs(n.paths), .not_paths = globs(n.not_paths), .max_size = n.max_size.value_or(0)};
  for (const Text& name : n.languages) {
    if (const auto id = language::find(name.value)) where.languages.push_back(*id);
    else problem(name.place, "unknown language '" + name.value + "'", base::did_you_mean(name.value, language::names()));
  }
  where.roles = n.roles.empty() ? default_roles(leaf.op) : 0;
  for (const Text& name : n.roles) {
    if (name.value == "any") where.roles = kEveryRole;
    else if (const auto role = classify::find_role(name.value)) where.roles |= bit(*role);
    else problem(name.place, "unknown role '" + name.value + "'", "source, test, docs, config, ci, deploy, script, example, generated, vendored, other or any");
  }
  for (const std::vector<Text>& kinds : {n.kinds, leaf.document.kinds})
    for (const Text& name : kinds) {
      if (const auto kind = facts::find_kind(name.value)) where.kinds |= *kind;
      else problem(name.place, "unknown kind '" + name.value + "'", base::did_you_mean(name.value, facts::kind_names()));
    }
  return where;
}

scan::Filters QueryBuilder::filters_of(const Narrowing& n) {
  for (const std::vector<Text>* list : {&n.unless, &n.with})
    for (const Text& text : *list)
      if (!is_built_in(text.place)) check_small(text);
  const std::vector<std::string> checksums = n.checksum.value.empty() ? std::vector<std::string>{} : scan::checksum_names();
  if (!n.checksum.value.empty() && std::find(checksums.begin(), checksums.end(), n.checksum.value) == checksums.end())
    problem(n.checksum.place, "unknown checksum '" + n.checksum.value + "'", base::did_you_mean(n.checksum.value, checksums));
  return {.unless = plain(n.unless), .near = n.near, .with = plain(n.with), .value_not = n.value_not,
          .entropy_group = n.entropy_group, .entropy_min = n.entropy_min, .checksum = n.checksum.value,
          .drop_placeholders = n.drop_placeholders, .distinct = n.distinct, .secret = n.secret};
}

// The packs inside the program have no text here; tests have checked their patterns, so a start need not do it again.
bool QueryBuilder::is_built_in(const rulepack::Place& place) const { return sources_.texts[place.file].empty(); }

std::uint32_t QueryBuilder::add(facts::Query query, QueryText text) {
  queries.push_back(std::move(query));
  texts.push_back(std::move(text));
  return static_cast<std::uint32_t>(queries.size() - 1);
}

void QueryBuilder::check_small(const Text& text) {
  const base::Result<scan::SmallRegex> regex = scan::SmallRegex::compile(text.value);
  if (regex) return;
  const base::Diagnostic& why = regex.errors().front();
  problem(text.place, why.message, why.hint, why.mark.column);
}

void QueryBuilder::check(const Text& pattern) {
  const base::Result<bool> checked = scan::check_regex(pattern.value);
  if (checked) return;
  const base::Diagnostic& why = checked.errors().front();
  problem(pattern.place, why.message, why.hint, why.mark.column);
}

void QueryBuilder::add_texts(const Expression& leaf, std::vector<std::uint32_t>& out) {
  for (const Text& pattern : leaf.patterns) {
    const auto [it, fresh] = known_.try_emplace(key_of(leaf, pattern.value), 0);
    if (fresh) {
      if (!is_built_in(pattern.place)) check(pattern);
      scan::PatternSpec spec{.regex = pattern.value, .region = region_of(leaf.op), .filters = filters_of(leaf.narrowing)};
      it->second = add({facts::TextQuery{std::move(spec)}, where_of(leaf)}, {leaf.op, pattern.value});
    }
    out.push_back(it->second);
  }
}

void QueryBuilder::add_document(const Expression& leaf, std::vector<std::uint32_t>& out) {
  const auto [it, fresh] = known_.try_emplace(key_of(leaf, leaf.document.query.value), 0);
  if (fresh) {
    facts::DocumentQuery query{.select = path(leaf.document.query)};
    for (const Text& text : leaf.document.where_text) {
      base::Result<scan::SmallRegex> regex = scan::SmallRegex::compile(text.value);
      if (regex) query.text.push_back(std::move(*regex));
      else problem(text.place, regex.errors().front().message, regex.errors().front().hint, regex.errors().front().mark.column);
    }
    for (const Text& text : leaf.document.where_has) query.has.push_back(path(text));
    for (const Text& text : leaf.document.where_has_not) query.has_not.push_back(path(text));
    for (const auto& [name, text] : leaf.document.captures) query.captures.emplace_back(name, path(text));
    const std::string text = base::joined(plain(leaf.document.kinds), ", ") + ": " + leaf.document.query.value;
    it->second = add({std::move(query), where_of(leaf)}, {leaf.op, text});
  }
  out.push_back(it->second);
}

void QueryBuilder::add_other(const Expression& leaf, std::vector<std::uint32_t>& out) {
  const std::string text = base::joined(plain(leaf.patterns), ", ");
  const auto [it, fresh] = known_.try_emplace(key_of(leaf, text), 0);
  if (fresh) {
    facts::Query query{.what = facts::PathQuery{}, .where = where_of(leaf)};
    if (leaf.op == Operator::path) {
      query.what = facts::PathQuery{globs(leaf.patterns)};
    } else if (leaf.op == Operator::dependency) {
      const std::string& scope = leaf.narrowing.scope;
      query.what = facts::DependencyQuery{plain(leaf.patterns), scope == "runtime"       ? facts::Scope::runtime
                                                                : scope == "development" ? facts::Scope::development
                                                                                         : facts::Scope::any};
    } else if (leaf.op == Operator::image) {
      query.what = facts::ImageQuery{plain(leaf.patterns)};
    } else {
      query.what = facts::CommitQuery{globs(leaf.commit.ever), leaf.commit.older_than_days};
    }
    it->second = add(std::move(query), {leaf.op, leaf.op == Operator::commit ? "history" : text});
  }
  out.push_back(it->second);
}

std::vector<std::uint32_t> QueryBuilder::queries_of(const Expression& leaf) {
  std::vector<std::uint32_t> out;
  if (region_of(leaf.op) || leaf.op == Operator::text) add_texts(leaf, out);
  else if (leaf.op == Operator::document) add_document(leaf, out);
  else add_other(leaf, out);
  return out;
}

std::uint32_t QueryBuilder::add_relation(std::uint32_t query, const Text& text) {
  auto& relations = std::get<facts::DocumentQuery>(queries[query].what).relations;
  for (std::uint32_t i = 0; i < relations.size(); ++i)
    if (relations[i].text() == text.value) return i;
  relations.push_back(path(text));
  return static_cast<std::uint32_t>(relations.size() - 1);
}

}  // namespace readiness::checks
