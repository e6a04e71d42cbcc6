// SPDX-License-Identifier: Apache-2.0
// A JSONPath query as it was understood: RFC 9535's grammar as plain data. Private to the layer.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/iregexp.h"
#include "document/node.h"

namespace readiness::document::jsonpath {

struct Expression;

struct Selector {
  enum class Kind : std::uint8_t { name, wildcard, index, slice, filter };
  Kind kind = Kind::wildcard;
  std::string name{};
  std::int64_t index = 0;
  std::optional<std::int64_t> begin{};  ///< of a slice
  std::optional<std::int64_t> end{};
  std::int64_t step = 1;
  std::shared_ptr<const Expression> filter{};  ///< shared, because only that works before Expression is known
};

struct Segment {
  bool is_descendant = false;
  std::vector<Selector> selectors{};
};

struct Query {
  bool is_relative = false;  ///< `@…`, only inside filters
  std::vector<Segment> segments{};

  /// At most one node by its form (RFC 9535, section 2.3.5.1).
  bool is_singular() const;
};

enum class Function : std::uint8_t { length, count, match, search, value };

/// Something that has a value, a nodelist or a truth: a literal, a query, or a function of such.
struct Term {
  enum class Kind : std::uint8_t { literal, query, call };
  Kind kind = Kind::literal;
  Node literal{};
  Query query{};
  Function function = Function::length;
  std::vector<Term> arguments{};
  std::optional<IRegexp> pattern{};  ///< of match and search, when it is a valid literal
};

enum class Comparison : std::uint8_t { equal, not_equal, less, less_or_equal, greater, greater_or_equal };

struct Expression {
  enum class Kind : std::uint8_t { any_of, all_of, negation, comparison, test };
  Kind kind = Kind::test;
  std::vector<Expression> parts{};  ///< any_of, all_of: two or more; negation: one
  std::vector<Term> terms{};        ///< comparison: two; test: one
  Comparison comparison = Comparison::equal;
};

/// Checks well-formedness and validity (types of functions, ranges of integers).
base::Result<Query> parse_query(std::string_view text);

}  // namespace readiness::document::jsonpath
