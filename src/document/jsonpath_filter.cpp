// SPDX-License-Identifier: Apache-2.0
// Conditions of filters: tests, comparisons and functions (RFC 9535, sections 2.3.5 and 2.4).
#include <algorithm>

#include "document/code_points.h"
#include "document/jsonpath_select.h"

namespace readiness::document::jsonpath {
namespace {

bool is_number(const Value& value) {
  return value.made ||
         (value.node != nullptr && (value.node->is(Type::integer) || value.node->is(Type::real)));
}

bool is_integer(const Value& value) { return value.made || value.node->is(Type::integer); }

std::int64_t integer_of(const Value& value) { return value.made ? *value.made : value.node->integer; }

double real_of(const Value& value) {
  return is_integer(value) ? static_cast<double>(integer_of(value)) : value.node->real;
}

bool is_string(const Value& value) { return value.node != nullptr && value.node->is(Type::string); }

bool numbers_are_equal(const Value& a, const Value& b) {
  if (is_integer(a) && is_integer(b)) return integer_of(a) == integer_of(b);
  return real_of(a) == real_of(b);
}

// UTF-8's byte order is the order of code points.
bool is_less(const Value& a, const Value& b) {
  if (is_string(a) && is_string(b)) return a.node->text < b.node->text;
  if (!is_number(a) || !is_number(b)) return false;
  return is_integer(a) && is_integer(b) ? integer_of(a) < integer_of(b) : real_of(a) < real_of(b);
}

Value whole_number(std::size_t count) { return {.made = static_cast<std::int64_t>(count)}; }

}  // namespace

bool Search::holds(const Expression& expression, const Node& current) {
  using Kind = Expression::Kind;
  const auto part_holds = [&](const Expression& part) { return holds(part, current); };
  switch (expression.kind) {
    case Kind::any_of:
      return std::any_of(expression.parts.begin(), expression.parts.end(), part_holds);
    case Kind::all_of:
      return std::all_of(expression.parts.begin(), expression.parts.end(), part_holds);
    case Kind::negation:
      return !holds(expression.parts[0], current);
    case Kind::comparison:
      return compares(expression, current);
    case Kind::test:
      return passes(expression.terms[0], current);
  }
  return false;
}

bool Search::passes(const Term& test, const Node& current) {
  if (test.kind == Term::Kind::call) return matches(test, current);
  bool exists = false;
  each_node(test.query, current, [&exists](const Node&, const auto&) {
    exists = true;
    return false;
  });
  return exists;
}

bool Search::compares(const Expression& comparison, const Node& current) {
  const Value a = value_of(comparison.terms[0], current);
  const Value b = value_of(comparison.terms[1], current);
  const auto equal = [&] {
    if (a.is_nothing() || b.is_nothing()) return a.is_nothing() && b.is_nothing();
    if (is_number(a) && is_number(b)) return numbers_are_equal(a, b);
    return a.node != nullptr && b.node != nullptr && are_equal(*a.node, *b.node);
  };
  switch (comparison.comparison) {
    case Comparison::equal:
      return equal();
    case Comparison::not_equal:
      return !equal();
    case Comparison::less:
      return is_less(a, b);
    case Comparison::greater:
      return is_less(b, a);
    case Comparison::less_or_equal:
      return is_less(a, b) || equal();
    case Comparison::greater_or_equal:
      return is_less(b, a) || equal();
  }
  return false;
}

bool Search::are_equal(const Node& a, const Node& b) {
  if (!pay(1)) return false;
  const bool are_numbers = is_number({.node = &a}) && is_number({.node = &b});
  if (are_numbers) return numbers_are_equal({.node = &a}, {.node = &b});
  if (a.type != b.type) return false;
  switch (a.type) {
    case Type::null:
      return true;
    case Type::boolean:
      return a.boolean == b.boolean;
    case Type::string:
      return a.text == b.text;
    case Type::array:
      return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(),
                        [&](const Node& x, const Node& y) { return are_equal(x, y); });
    case Type::object:
      return have_equal_members(a, b);
    case Type::integer:
    case Type::real:
      break;
  }
  return false;
}

// Members in the same order, the usual case, are found without searching.
bool Search::have_equal_members(const Node& a, const Node& b) {
  if (a.members.size() != b.members.size()) return false;
  for (std::size_t i = 0; i < a.members.size(); ++i) {
    const bool same_place = a.members[i].key == b.members[i].key;
    if (!same_place && !pay(b.members.size())) return false;
    const Node* const other = same_place ? &b.members[i].value : b.find(a.members[i].key);
    if (other == nullptr || !are_equal(a.members[i].value, *other)) return false;
  }
  return true;
}

const Node* Search::singular(const Query& query, const Node& current) const {
  const Node* node = query.is_relative ? &current : &root_;
  for (const Segment& segment : query.segments) {
    const Selector& selector = segment.selectors[0];
    if (selector.kind == Selector::Kind::name) {
      node = node->find(selector.name);
      if (node == nullptr) return nullptr;
      continue;
    }
    const auto length = static_cast<std::int64_t>(node->items.size());
    const std::int64_t at = selector.index < 0 ? selector.index + length : selector.index;
    if (at < 0 || at >= length) return nullptr;
    node = &node->items[static_cast<std::size_t>(at)];
  }
  return node;
}

void Search::each_node(const Query& query, const Node& current, const Sink& sink) {
  walk(query, 0, query.is_relative ? current : root_, sink);
}

Value Search::value_of(const Term& term, const Node& current) {
  switch (term.kind) {
    case Term::Kind::literal:
      return {.node = &term.literal};
    case Term::Kind::query:
      return {.node = pay(1) ? singular(term.query, current) : nullptr};
    case Term::Kind::call:
      return value_of_call(term, current);
  }
  return {};
}

Value Search::value_of_call(const Term& call, const Node& current) {
  if (call.function == Function::length) {
    const Value value = value_of(call.arguments[0], current);
    if (value.node == nullptr) return {};
    if (value.node->is(Type::string)) return whole_number(count_code_points(value.node->text));
    if (value.node->is(Type::array)) return whole_number(value.node->items.size());
    if (value.node->is(Type::object)) return whole_number(value.node->members.size());
    return {};
  }
  std::size_t count = 0;
  const Node* last = nullptr;
  each_node(call.arguments[0].query, current, [&count, &last](const Node& node, const auto&) {
    ++count;
    last = &node;
    return true;
  });
  if (call.function == Function::count) return whole_number(count);
  return {.node = count == 1 ? last : nullptr};
}

bool Search::matches(const Term& call, const Node& current) {
  const Value text = value_of(call.arguments[0], current);
  const Value pattern = value_of(call.arguments[1], current);
  if (!is_string(text) || !is_string(pattern)) return false;
  const bool is_literal = call.arguments[1].kind == Term::Kind::literal;
  const std::optional<IRegexp> regexp = is_literal ? call.pattern : IRegexp::compile(pattern.node->text);
  if (!regexp) return false;
  return call.function == Function::match ? regexp->matches(text.node->text, budget_)
                                          : regexp->is_found_in(text.node->text, budget_);
}

}  // namespace readiness::document::jsonpath
