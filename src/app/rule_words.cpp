// SPDX-License-Identifier: Apache-2.0
#include "app/rule_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace readiness::app {
namespace {

using rulepack::Expression;
using rulepack::Operator;
using rulepack::Relation;

constexpr std::size_t kDeepest = 5;  // of bullets: beyond it nobody can follow
constexpr std::size_t kListed = 40;
constexpr std::size_t kPatternBytes = 300;

void bullet(std::size_t depth, const std::string& text, std::string& out) {
  out += std::string(2 * depth, ' ') + "- " + text + "\n";
}

std::vector<std::string> plain(const std::vector<rulepack::Text>& texts) {
  std::vector<std::string> out;
  for (const rulepack::Text& text : texts) out.push_back(base::shortened(text.value, kPatternBytes));
  return out;
}

std::string_view looks_at(Operator op) {
  switch (op) {
    case Operator::path:
      return "a file";
    case Operator::text:
      return "text";
    case Operator::code:
      return "code";
    case Operator::comment:
      return "a comment";
    case Operator::string:
      return "a string";
    case Operator::dependency:
      return "a dependency";
    case Operator::image:
      return "a container image";
    case Operator::document:
      return "a node of";
    case Operator::commit:
      return "history";
    case Operator::any:
    case Operator::all:
    case Operator::negation:
    case Operator::reference:
      break;
  }
  return {};
}

std::string where_words(const rulepack::Narrowing& n) {
  std::string out;
  const auto add = [&](std::string_view word, const std::vector<rulepack::Text>& list, bool as_code) {
    if (list.empty()) return;
    const std::vector<std::string> names = plain(list);
    out += fmt::format(", {} {}", word, as_code ? RuleWords::codes(names, 12) : base::joined(names, ", "));
  };
  add("in", n.languages, false);
  add("in files of the role", n.roles, false);
  add("below", n.paths, true);
  add("not below", n.not_paths, true);
  if (!n.scope.empty() && n.scope != "any") out += ", for " + n.scope;
  if (n.use == "declared") out += ", declared is enough";
  return out;
}

std::string document_words(const rulepack::DocumentProbe& document) {
  std::string out = base::joined(plain(document.kinds), " or ") + " " + RuleWords::code(document.query.value);
  const auto add = [&](std::string_view word, const std::vector<rulepack::Text>& list) {
    if (!list.empty()) out += fmt::format(" {} {}", word, RuleWords::codes(plain(list), 6));
  };
  add("with the text", document.where_text);
  add("that has", document.where_has);
  add("that has not", document.where_has_not);
  return out;
}

}  // namespace

RuleWords::RuleWords(const rulepack::RuleBook& book) {
  for (const rulepack::Pack& pack : book.packs) {
    for (const rulepack::Probe& probe : pack.probes) probes_[probe.name] = &probe;
    for (const rulepack::Trait& trait : pack.traits) traits_[trait.name] = &trait;
  }
}

// Code spans: as many backticks around as are needed, and a blank where the text has one at its border.
std::string RuleWords::code(std::string text) {
  text = base::printable(text);
  std::size_t longest = 0;
  for (std::size_t i = 0, run = 0; i < text.size(); ++i) {
    run = text[i] == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const std::string pad = !text.empty() && (text.front() == '`' || text.back() == '`') ? " " : "";
  return fence + pad + text + pad + fence;
}

std::string RuleWords::codes(const std::vector<std::string>& list, std::size_t most) {
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < std::min(list.size(), most); ++i) shown.push_back(code(list[i]));
  return base::joined(shown, ", ") +
         (list.size() > most ? fmt::format(" and {} more", list.size() - most) : "");
}

std::string RuleWords::bullets(const Expression& expression) {
  std::string out;
  add(expression, 0, out);
  return out;
}

std::string RuleWords::bullets(const Relation& relation) {
  std::string out;
  add(relation, 0, out);
  return out;
}

void RuleWords::add(const Expression& expression, std::size_t depth, std::string& out) {
  if (depth > kDeepest) return bullet(depth, "…", out);
  if (expression.op == Operator::reference) return add_name(expression.name, depth, out);
  if (expression.op >= Operator::path) return add_leaf(expression, depth, out);
  if (expression.op != Operator::negation && expression.operands.size() == 1)
    return add(expression.operands.front(), depth, out);
  bullet(depth,
         expression.op == Operator::negation ? "not:"
         : expression.op == Operator::all    ? "all of:"
                                             : "one of:",
         out);
  for (const Expression& operand : expression.operands) add(operand, depth + 1, out);
}

void RuleWords::add_name(const std::string& name, std::size_t depth, std::string& out) {
  if (const auto trait = traits_.find(name); trait != traits_.end())
    return bullet(depth,
                  fmt::format("the project: [{}](traits.md#{})", base::printable(trait->second->title), name),
                  out);
  const auto probe = probes_.find(name);
  if (probe == probes_.end()) return bullet(depth, code(name), out);
  if (!opened_.insert(name).second) return bullet(depth, code(name) + ", as above", out);
  bullet(depth, code(name) + ":", out);
  add(probe->second->expression, depth + 1, out);
}

void RuleWords::add_leaf(const Expression& leaf, std::size_t depth, std::string& out) {
  const rulepack::Narrowing& n = leaf.narrowing;
  std::string line = n.label.empty() ? std::string() : base::printable(n.label) + ": ";
  line += looks_at(leaf.op);
  if (leaf.op == Operator::document)
    line += " " + document_words(leaf.document);
  else if (leaf.op == Operator::commit)
    line += leaf.commit.ever.empty()
                ? fmt::format(" without a commit for {} days", leaf.commit.older_than_days)
                : " that ever had " + codes(plain(leaf.commit.ever), kListed);
  else
    line += " " + codes(plain(leaf.patterns), kListed);
  bullet(depth, line + where_words(n), out);
  const auto related = [&](std::string_view words, const std::vector<Expression>& list) {
    if (list.empty()) return;
    bullet(depth + 1, std::string(words), out);
    for (const Expression& one : list) add(one, depth + 2, out);
  };
  related("only in files that have:", n.in_files);
  related("not in files that have:", n.not_in_files);
  if (!n.unless.empty()) bullet(depth + 1, "unless beside it stands " + codes(plain(n.unless), 6), out);
  if (!n.with.empty()) bullet(depth + 1, "only when beside it stands " + codes(plain(n.with), 6), out);
}

void RuleWords::add(const Relation& relation, std::size_t depth, std::string& out) {
  const auto operands = [&](const char* words) {
    bullet(depth, words, out);
    for (const Relation& operand : relation.operands) add(operand, depth + 1, out);
  };
  switch (relation.kind) {
    case Relation::Kind::any:
      return operands("one of:");
    case Relation::Kind::all:
      return operands("all of:");
    case Relation::Kind::negation:
      return operands("not:");
    case Relation::Kind::has:
      return bullet(depth, "it has " + code(relation.path.value), out);
    case Relation::Kind::file:
      bullet(depth, "its file has:", out);
      return add(relation.expression, depth + 1, out);
    case Relation::Kind::named_in:
      bullet(depth, "the same " + base::joined(relation.by, " and ") + " is found in:", out);
      return add(relation.expression, depth + 1, out);
  }
}

}  // namespace readiness::app
