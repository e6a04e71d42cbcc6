// SPDX-License-Identifier: Apache-2.0
#include "checks/query_builder.h"

#include <algorithm>
#include <bit>

#include "base/nearest.h"
#include "base/packed_bytes.h"

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

std::string joined(const std::vector<Text>& texts) {
  std::string out;
  for (const Text& text : texts) out.append(&text == &texts.front() ? "" : ", ").append(text.value);
  return out;
}

std::vector<std::string> plain(const std::vector<Text>& texts) {
  std::vector<std::string> out;
  for (const Text& text : texts) out.push_back(text.value);
  return out;
}

// Fields that are there, each behind its number, so that no two sets of fields read alike.
class Key {
 public:
  void add(std::uint64_t number) {
    ++field_;
    if (number == 0) return;
    out_.number(field_);
    out_.number(number);
  }
  void add(std::string_view text) {
    ++field_;
    if (text.empty()) return;
    out_.number(field_);
    out_.text(text);
  }
  template <typename T>
  void add(const std::vector<T>& list) {
    ++field_;
    if (list.empty()) return;
    out_.number(field_);
    out_.number(list.size());
    for (const T& one : list) out_.text(text_of(one));
  }
  void reserve(std::size_t bytes) { out_.reserve(bytes); }
  std::string take() { return out_.take(); }

 private:
  static const std::string& text_of(const std::string& text) { return text; }
  static const std::string& text_of(const Text& text) { return text.value; }

  base::ByteWriter out_;
  std::uint64_t field_ = 0;
};

constexpr std::size_t kUsualKey = 256;

// Everything but the pattern that makes two leaves the same question, as bytes.
std::string key_of(const Expression& leaf) {
  Key key;
  key.reserve(kUsualKey);
  const auto add = [&key](const auto&... fields) { (key.add(fields), ...); };
  const Narrowing& n = leaf.narrowing;
  add(static_cast<std::uint64_t>(leaf.op), n.languages, n.roles, n.paths, n.not_paths, n.kinds, n.max_size.value_or(0));
  add(n.unless, n.with, std::uint64_t{n.near}, n.value_not, n.entropy_group, std::bit_cast<std::uint64_t>(n.entropy_min));
  add(n.checksum.value, std::uint64_t{n.drop_placeholders}, n.distinct, n.secret, n.scope, n.use);
  const rulepack::DocumentProbe& d = leaf.document;
  add(d.kinds, d.where_text, d.where_has, d.where_has_not);
  add(leaf.commit.ever, static_cast<std::uint64_t>(leaf.commit.older_than_days));
  for (const auto& [name, path] : d.captures) add(name, path.value);
  return key.take();
}

bool is_text_probe(Operator op) { return op == Operator::text || region_of(op).has_value(); }

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
  if (std::all_of(patterns.begin(), patterns.end(), [&](const Text& text) { return is_built_in(text.place); }))
    return base::GlobSet::known_good(plain(patterns));
  for (const Text& text : patterns)
    if (const auto one = base::GlobSet::compile({text.value}); !one) problem(text.place, one.errors().front().message);
  base::Result<base::GlobSet> set = base::GlobSet::compile(plain(patterns));
  return set ? std::move(*set) : base::GlobSet{};
}

document::JsonPath QueryBuilder::path(const Text& text) {
  if (is_built_in(text.place)) return document::JsonPath::known_good(text.value);
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

base::Shared<scan::Filters> QueryBuilder::filters_of(const Narrowing& n) {
  for (const std::vector<Text>* list : {&n.unless, &n.with})
    for (const Text& text : *list)
      if (!is_built_in(text.place)) check_small(text);
  const std::vector<std::string> checksums = n.checksum.value.empty() ? std::vector<std::string>{} : scan::checksum_names();
  if (!n.checksum.value.empty() && std::find(checksums.begin(), checksums.end(), n.checksum.value) == checksums.end())
    problem(n.checksum.place, "unknown checksum '" + n.checksum.value + "'", base::did_you_mean(n.checksum.value, checksums));
  scan::Filters out{.unless = plain(n.unless), .near = n.near, .with = plain(n.with), .value_not = n.value_not,
                    .entropy_group = n.entropy_group, .entropy_min = n.entropy_min, .checksum = n.checksum.value,
                    .drop_placeholders = n.drop_placeholders, .distinct = n.distinct, .secret = n.secret};
  if (out == scan::Filters{}) return {};
  return out;
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

std::uint32_t QueryBuilder::common_of(const Expression& leaf) {
  const auto [it, fresh] = common_ids_.try_emplace(key_of(leaf), static_cast<std::uint32_t>(commons_.size()));
  if (!fresh) return it->second;
  Common common{.where = where_of(leaf)};
  if (is_text_probe(leaf.op)) common.filters = filters_of(leaf.narrowing);
  commons_.push_back(std::move(common));
  return it->second;
}

QueryBuilder::Known QueryBuilder::question(std::uint32_t common, std::string_view pattern) {
  const auto [it, fresh] = known_.try_emplace({pattern, common}, 0);
  return {it->second, fresh};
}

void QueryBuilder::add_texts(const Expression& leaf, std::vector<std::uint32_t>& out) {
  const std::uint32_t common = common_of(leaf);
  for (const Text& pattern : leaf.patterns) {
    const Known known = question(common, pattern.value);
    if (known.fresh) {
      if (!is_built_in(pattern.place)) check(pattern);
      scan::PatternSpec spec{.regex = pattern.value, .region = region_of(leaf.op), .filters = commons_[common].filters};
      known.query = add({facts::TextQuery{std::move(spec)}, commons_[common].where}, {leaf.op, pattern.value});
    }
    out.push_back(known.query);
  }
}

void QueryBuilder::add_document(const Expression& leaf, std::vector<std::uint32_t>& out) {
  const std::uint32_t common = common_of(leaf);
  const Known known = question(common, leaf.document.query.value);
  if (known.fresh) {
    facts::DocumentQuery query{.select = path(leaf.document.query)};
    for (const Text& text : leaf.document.where_text) {
      if (is_built_in(text.place)) {
        query.text.push_back(scan::SmallRegex::known_good(text.value));
        continue;
      }
      base::Result<scan::SmallRegex> regex = scan::SmallRegex::compile(text.value);
      if (regex) query.text.push_back(std::move(*regex));
      else problem(text.place, regex.errors().front().message, regex.errors().front().hint, regex.errors().front().mark.column);
    }
    for (const Text& text : leaf.document.where_has) query.has.push_back(path(text));
    for (const Text& text : leaf.document.where_has_not) query.has_not.push_back(path(text));
    for (const auto& [name, text] : leaf.document.captures) query.captures.emplace_back(name, path(text));
    const std::string text = joined(leaf.document.kinds) + ": " + leaf.document.query.value;
    known.query = add({std::move(query), commons_[common].where}, {leaf.op, text});
  }
  out.push_back(known.query);
}

void QueryBuilder::add_other(const Expression& leaf, std::vector<std::uint32_t>& out) {
  const std::uint32_t common = common_of(leaf);
  const std::string& text = joined_texts_.emplace_back(joined(leaf.patterns));
  const Known known = question(common, text);
  if (known.fresh) {
    facts::Query query{.what = facts::PathQuery{}, .where = commons_[common].where};
    if (leaf.op == Operator::path) {
      query.what = facts::PathQuery{globs(leaf.patterns)};
    } else if (leaf.op == Operator::dependency) {
      const std::string& scope = leaf.narrowing.scope;
      query.what = facts::DependencyQuery{plain(leaf.patterns),
                                          scope == "runtime"       ? facts::Scope::runtime
                                          : scope == "development" ? facts::Scope::development
                                                                   : facts::Scope::any,
                                          leaf.narrowing.use == "declared"};
    } else if (leaf.op == Operator::image) {
      query.what = facts::ImageQuery{plain(leaf.patterns)};
    } else {
      query.what = facts::CommitQuery{globs(leaf.commit.ever), leaf.commit.older_than_days};
    }
    known.query = add(std::move(query), {leaf.op, leaf.op == Operator::commit ? "history" : text});
  }
  out.push_back(known.query);
}

std::vector<std::uint32_t> QueryBuilder::queries_of(const Expression& leaf) {
  std::vector<std::uint32_t> out;
  if (is_text_probe(leaf.op)) add_texts(leaf, out);
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
