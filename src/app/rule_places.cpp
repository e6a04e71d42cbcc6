// SPDX-License-Identifier: Apache-2.0
#include "app/rule_places.h"

namespace readiness::app {
namespace {

using rulepack::Expression;

class Walk {
 public:
  void expression(const Expression& e) {
    for (const rulepack::Text& pattern : e.patterns) places_.try_emplace(pattern.value, pattern.place);
    for (const Expression& operand : e.operands) expression(operand);
    for (const Expression& inner : e.narrowing.in_files) expression(inner);
    for (const Expression& inner : e.narrowing.not_in_files) expression(inner);
  }
  void expression(const rulepack::Shared<Expression>& e) {
    if (e) expression(*e);
  }
  void relation(const rulepack::Relation& r) {
    expression(r.expression);
    for (const rulepack::Relation& operand : r.operands) relation(operand);
  }
  void check(const rulepack::Check& c) {
    for (const auto* e : {&c.when, &c.require, &c.partial, &c.forbid, &c.each, &c.excused_by, &c.without_items}) expression(*e);
    if (c.among) relation(*c.among);
    if (c.must) relation(*c.must);
  }
  std::map<std::string, rulepack::Place> take() { return std::move(places_); }

 private:
  std::map<std::string, rulepack::Place> places_;
};

}  // namespace

std::map<std::string, rulepack::Place> places_of_patterns(const rulepack::RuleBook& book) {
  Walk walk;
  for (const rulepack::Pack& pack : book.packs) {
    for (const rulepack::Probe& probe : pack.probes) walk.expression(probe.expression);
    for (const rulepack::Trait& trait : pack.traits) walk.expression(trait.expression);
    for (const rulepack::Check& check : pack.checks) walk.check(check);
  }
  return walk.take();
}

}  // namespace readiness::app
