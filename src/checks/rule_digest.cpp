// SPDX-License-Identifier: Apache-2.0
// Every list is preceded by its length and every member by its place, so that no two rules read alike.
#include "checks/rule_digest.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <utility>
#include <vector>

namespace readiness::checks {
namespace {

using rulepack::Text;

// Nearly all numbers are lengths and places; they need no formatter for the same digits.
void add_number(base::Digest& digest, double number) {
  constexpr double kLargest = 1e9;
  const auto whole = static_cast<std::int64_t>(number >= 0 && number <= kLargest ? number : -1);
  if (whole < 0 || static_cast<double>(whole) != number) {
    digest.add(fmt::format("{}", number));
    return;
  }
  if (whole < 10) {
    const char digit = static_cast<char>('0' + whole);
    digest.add({&digit, 1});
    return;
  }
  std::array<char, 16> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), whole);
  digest.add({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void add_texts(base::Digest& digest, const std::vector<Text>& texts) {
  add_number(digest, static_cast<double>(texts.size()));
  for (const Text& text : texts) digest.add(text.value);
}

void add_texts(base::Digest& digest, const std::vector<std::string>& texts) {
  add_number(digest, static_cast<double>(texts.size()));
  for (const std::string& text : texts) digest.add(text);
}

void add_document(base::Digest& digest, const rulepack::DocumentProbe& probe) {
  for (const std::vector<Text>* texts :
       {&probe.kinds, &probe.where_text, &probe.where_has, &probe.where_has_not})
    add_texts(digest, *texts);
  digest.add(probe.query.value);
  for (const auto& [name, path] : probe.captures) digest.add(name).add(path.value);
}

void add_narrowing(base::Digest& digest, const rulepack::Narrowing& narrowing) {
  for (const std::vector<Text>* texts :
       {&narrowing.languages, &narrowing.roles, &narrowing.paths, &narrowing.not_paths, &narrowing.kinds,
        &narrowing.unless, &narrowing.with})
    add_texts(digest, *texts);
  add_number(digest, static_cast<double>(narrowing.max_size.value_or(0)));
  add_number(digest, narrowing.near);
  add_texts(digest, narrowing.value_not);
  digest.add(narrowing.entropy_group)
      .add(narrowing.checksum.value)
      .add(narrowing.secret)
      .add(narrowing.scope)
      .add(narrowing.use);
  add_number(digest, narrowing.entropy_min);
  add_number(digest, narrowing.drop_placeholders ? 1 : 0);
  add_texts(digest, narrowing.distinct);
}

}  // namespace

RuleDigests::RuleDigests(const rulepack::RuleBook& book, const Settings& settings) : settings_(settings) {
  for (const rulepack::Pack& pack : book.packs) {
    for (const rulepack::Probe& probe : pack.probes) learn(probe.name, probe.expression, probe.digest);
    for (const rulepack::Trait& trait : pack.traits) learn(trait.name, trait.expression, trait.digest);
  }
}

// What was worked out beforehand knows of no trait that is forced.
void RuleDigests::learn(std::string_view name, const rulepack::Expression& expression, std::uint64_t digest) {
  names_[name] = {&expression, settings_.traits.empty() ? digest : 0};
}

// A name that leads back to itself was refused before anybody asks for digests; it would end here all the
// same.
std::uint64_t RuleDigests::value_of(const std::string& name) {
  const auto at = names_.find(name);
  if (at == names_.end() || at->second.expression == nullptr) return 0;
  Name& known = at->second;
  if (known.digest == 0) {
    const rulepack::Expression& expression = *std::exchange(known.expression, nullptr);
    base::Digest digest;
    if (const auto forced = settings_.traits.find(name); forced != settings_.traits.end())
      digest.add(forced->second ? "forced" : "forced off");
    add(expression, digest);
    known = {&expression, digest.value()};
  }
  return known.digest;
}

std::string RuleDigests::named(const std::string& name) {
  const std::uint64_t digest = value_of(name);
  return digest == 0 ? name : base::Digest::hex(digest);
}

void RuleDigests::add(const rulepack::Expression& expression, base::Digest& digest) {
  add_number(digest, static_cast<double>(expression.op));
  if (expression.op == rulepack::Operator::reference) digest.add(named(expression.name));
  add_texts(digest, expression.patterns);
  add_document(digest, expression.document);
  add_texts(digest, expression.commit.ever);
  add_number(digest, static_cast<double>(expression.commit.older_than_days));
  add_narrowing(digest, expression.narrowing);
  for (const auto* list :
       {&expression.operands, &expression.narrowing.in_files, &expression.narrowing.not_in_files}) {
    add_number(digest, static_cast<double>(list->size()));
    for (const rulepack::Expression& one : *list) add(one, digest);
  }
}

void RuleDigests::add(const rulepack::Relation& relation, base::Digest& digest) {
  add_number(digest, static_cast<double>(relation.kind));
  digest.add(relation.path.value);
  add(relation.expression, digest);
  add_texts(digest, relation.by);
  digest.add(relation.as_path ? "as path" : "");
  add_number(digest, static_cast<double>(relation.operands.size()));
  for (const rulepack::Relation& operand : relation.operands) add(operand, digest);
}

std::uint64_t RuleDigests::value_of(const rulepack::Check& check) {
  if (check.digest != 0 && settings_.traits.empty()) return check.digest;
  base::Digest digest;
  digest.add(check.id);
  for (const double number :
       {static_cast<double>(check.form), static_cast<double>(check.confidence), check.preview ? 1.0 : 0.0,
        check.pass_at, check.partial_at, static_cast<double>(check.allow.value_or(0)),
        static_cast<double>(check.worst.value_or(0)), check.worst_per_kloc.value_or(0)})
    add_number(digest, number);
  for (const auto* expression : {&check.when, &check.require, &check.partial, &check.forbid, &check.each,
                                 &check.excused_by, &check.without_items}) {
    digest.add(*expression ? "is" : "is not");
    if (*expression) add(**expression, digest);
  }
  if (check.among) add(*check.among, digest.add("among"));
  if (check.must) add(*check.must, digest);
  add_texts(digest, check.distinct_items);
  if (check.per_unit) digest.add("per unit").add(named(std::string(kUnitProbe)));
  return digest.value();
}

void work_out_digests(rulepack::RuleBook& book) {
  const Settings none;
  RuleDigests digests(book, none);
  for (rulepack::Pack& pack : book.packs) {
    for (rulepack::Probe& probe : pack.probes) probe.digest = digests.value_of(probe.name);
    for (rulepack::Trait& trait : pack.traits) trait.digest = digests.value_of(trait.name);
    for (rulepack::Check& check : pack.checks) check.digest = digests.value_of(check);
  }
}

}  // namespace readiness::checks
