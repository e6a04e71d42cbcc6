// SPDX-License-Identifier: Apache-2.0
// RFC 9535's grammar by recursive descent. Where the RFC allows white space (S in its ABNF) skip_blanks() is
// called, nowhere else.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "document/code_points.h"
#include "document/jsonpath_query.h"
#include "document/jsonpath_text.h"
#include "document/yaml_scalar.h"

namespace readiness::document::jsonpath {
namespace {

constexpr std::size_t kLongest = 16384;
constexpr std::size_t kDeepest = 50;  // filters in filters and parentheses; parsing and selecting recurse

struct Signature {
  std::string_view name;
  Function function;
  bool takes_nodes;  // else values
  std::size_t arity;
  bool is_logical;  // else gives a value
};

constexpr std::array kFunctions{
    Signature{"length", Function::length, false, 1, false},
    Signature{"count", Function::count, true, 1, false},
    Signature{"match", Function::match, false, 2, true},
    Signature{"search", Function::search, false, 2, true},
    Signature{"value", Function::value, true, 1, false},
};

const Signature& signature_of(Function function) {
  return *std::find_if(kFunctions.begin(), kFunctions.end(),
                       [&](const Signature& row) { return row.function == function; });
}

class Parser {
 public:
  explicit Parser(std::string_view text) : in_(text) {}

  base::Result<Query> parse() try {
    if (in_.text().size() > kLongest) in_.fail("the query is too long");
    in_.expect('$', "a query begins with '$'");
    Query query;
    segments(query);
    if (!in_.at_end()) in_.fail("expected '.', '..' or '[' here");
    return query;
  } catch (const QueryText::Mistake& mistake) {
    return base::Diagnostic{.file = {},
                            .mark = {1, static_cast<std::uint32_t>(mistake.offset + 1)},
                            .message = mistake.message,
                            .source_line = std::string(in_.text())};
  }

 private:
  struct Level {
    explicit Level(Parser& parser) : depth(parser.depth_) {
      if (++depth > kDeepest) parser.in_.fail("the query is nested too deeply");
    }
    ~Level() { --depth; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;
    std::size_t& depth;
  };

  void segments(Query& query) {
    for (;;) {
      const std::size_t before = in_.offset();
      in_.skip_blanks();
      if (in_.peek() == '[') {
        query.segments.push_back({.selectors = bracketed()});
      } else if (in_.peek() == '.') {
        query.segments.push_back(dotted());
      } else {
        in_.back_to(before);  // the white space belongs to what follows the query
        return;
      }
    }
  }

  Segment dotted() {
    in_.next();
    Segment segment;
    segment.is_descendant = in_.take('.');
    if (segment.is_descendant && in_.peek() == '[') {
      segment.selectors = bracketed();
    } else if (in_.take('*')) {
      segment.selectors.push_back({});
    } else {
      segment.selectors.push_back({.kind = Selector::Kind::name, .name = in_.shorthand_name()});
    }
    return segment;
  }

  std::vector<Selector> bracketed() {
    in_.next();
    std::vector<Selector> selectors;
    do {
      in_.skip_blanks();
      selectors.push_back(selector());
      in_.skip_blanks();
    } while (in_.take(','));
    in_.expect(']', "expected ',' or ']' here");
    return selectors;
  }

  Selector selector() {
    const char c = in_.peek();
    if (c == '\'' || c == '"') return {.kind = Selector::Kind::name, .name = in_.string_literal()};
    if (in_.take('*')) return {};
    if (in_.take('?')) {
      in_.skip_blanks();
      Selector selector{.kind = Selector::Kind::filter};
      selector.filter = std::make_shared<const Expression>(any_of());
      return selector;
    }
    return index_or_slice();
  }

  Selector index_or_slice() {
    Selector selector{.kind = Selector::Kind::index};
    if (in_.peek() != ':') {
      selector.index = in_.integer();
      selector.begin = selector.index;
      const std::size_t before = in_.offset();
      in_.skip_blanks();
      if (in_.peek() != ':') {
        in_.back_to(before);
        return selector;
      }
    }
    selector.kind = Selector::Kind::slice;
    in_.next();
    in_.skip_blanks();
    if (in_.at_integer()) selector.end = in_.integer();
    const std::size_t before = in_.offset();
    in_.skip_blanks();
    if (!in_.take(':')) {
      in_.back_to(before);
      return selector;
    }
    in_.skip_blanks();
    if (in_.at_integer()) selector.step = in_.integer();
    return selector;
  }

  template <typename Operand>
  Expression chain(Expression::Kind kind, std::string_view symbol, Operand operand) {
    Expression first = (this->*operand)();
    Expression whole{.kind = kind};
    for (;;) {
      const std::size_t before = in_.offset();
      in_.skip_blanks();
      if (!in_.take(symbol)) {
        in_.back_to(before);
        break;
      }
      in_.skip_blanks();
      if (whole.parts.empty()) whole.parts.push_back(std::move(first));
      whole.parts.push_back((this->*operand)());
    }
    return whole.parts.empty() ? first : whole;
  }

  Expression any_of() {
    const Level level(*this);
    return chain(Expression::Kind::any_of, "||", &Parser::all_of);
  }
  Expression all_of() { return chain(Expression::Kind::all_of, "&&", &Parser::basic); }

  Expression basic() {
    if (!in_.take('!')) return in_.peek() == '(' ? parenthesized() : comparison_or_test(false);
    in_.skip_blanks();
    Expression negation{.kind = Expression::Kind::negation};
    negation.parts.push_back(in_.peek() == '(' ? parenthesized() : comparison_or_test(true));
    return negation;
  }

  Expression parenthesized() {
    in_.next();
    in_.skip_blanks();
    Expression inner = any_of();
    in_.skip_blanks();
    in_.expect(')', "expected ')' here");
    return inner;
  }

  Expression comparison_or_test(bool is_negated) {
    const std::size_t begin = in_.offset();
    Expression expression;
    expression.terms.push_back(term());
    const std::size_t end = in_.offset();
    in_.skip_blanks();
    const auto comparison = in_.comparison();
    if (!comparison || is_negated) {
      in_.back_to(end);
      check_test(expression.terms[0], begin);
      return expression;
    }
    check_comparable(expression.terms[0], begin);
    in_.skip_blanks();
    const std::size_t right = in_.offset();
    expression.terms.push_back(term());
    check_comparable(expression.terms[1], right);
    expression.kind = Expression::Kind::comparison;
    expression.comparison = *comparison;
    return expression;
  }

  void check_test(const Term& term, std::size_t at) {
    if (term.kind == Term::Kind::literal)
      in_.fail_at(at, "a literal is no condition; compare it with something");
    const bool is_value = term.kind == Term::Kind::call && !signature_of(term.function).is_logical;
    if (is_value) in_.fail_at(at, "this function gives a value; compare it with something");
  }

  void check_comparable(const Term& term, std::size_t at) {
    if (term.kind == Term::Kind::query && !term.query.is_singular())
      in_.fail_at(at, "only a query for a single value can be compared; use count() or value()");
    if (term.kind == Term::Kind::call && signature_of(term.function).is_logical)
      in_.fail_at(at, "this function gives no value that could be compared");
  }

  Term term() {
    const char c = in_.peek();
    if (c == '@' || c == '$') {
      in_.next();
      Term term{.kind = Term::Kind::query};
      term.query.is_relative = c == '@';
      segments(term.query);
      return term;
    }
    if (c == '\'' || c == '"') return literal({.type = Type::string, .text = in_.string_literal()});
    if (c == '-' || (c >= '0' && c <= '9')) return literal(decimal_number(in_.number()));
    const std::size_t begin = in_.offset();
    const std::string name = in_.function_name();
    if (in_.peek() == '(') return call(name, begin);
    if (name == "true") return literal({.type = Type::boolean, .boolean = true});
    if (name == "false") return literal({.type = Type::boolean});
    if (name == "null") return literal({});
    in_.fail_at(begin, "expected a condition: '@…', '$…', a literal or a function");
  }

  static Term literal(Node value) { return {.kind = Term::Kind::literal, .literal = std::move(value)}; }

  Term call(const std::string& name, std::size_t begin) {
    const Level level(*this);
    const auto* const row = std::find_if(kFunctions.begin(), kFunctions.end(),
                                         [&](const Signature& signature) { return signature.name == name; });
    if (row == kFunctions.end())
      in_.fail_at(
          begin,
          fmt::format("there is no function {}(); known are length, count, match, search, value", name));
    in_.next();
    Term term{.kind = Term::Kind::call, .function = row->function};
    in_.skip_blanks();
    while (in_.peek() != ')') {
      if (!term.arguments.empty()) {
        in_.expect(',', "expected ',' or ')' here");
        in_.skip_blanks();
      }
      argument(*row, term.arguments);
      in_.skip_blanks();
    }
    in_.next();
    if (term.arguments.size() != row->arity)
      in_.fail_at(begin,
                  fmt::format("{}() takes {} argument{}", name, row->arity, row->arity == 1 ? "" : "s"));
    prepare_pattern(term);
    return term;
  }

  // RFC 9535, section 2.4.3. An argument that begins like one but goes on (`1 == 1`) is of no known type
  // either.
  void argument(const Signature& function, std::vector<Term>& arguments) {
    const std::size_t begin = in_.offset();
    arguments.push_back(term());
    const Term& given = arguments.back();
    if (function.takes_nodes && given.kind != Term::Kind::query)
      in_.fail_at(begin, fmt::format("{}() takes a query", function.name));
    if (!function.takes_nodes) check_comparable(given, begin);
  }

  static void prepare_pattern(Term& term) {
    const bool is_regexp = term.function == Function::match || term.function == Function::search;
    if (!is_regexp || term.arguments[1].kind != Term::Kind::literal) return;
    const Node& pattern = term.arguments[1].literal;
    if (pattern.is(Type::string)) term.pattern = IRegexp::compile(pattern.text);
  }

  QueryText in_;
  std::size_t depth_ = 0;
};

}  // namespace

bool Query::is_singular() const {
  return std::all_of(segments.begin(), segments.end(), [](const Segment& segment) {
    const bool one = !segment.is_descendant && segment.selectors.size() == 1;
    return one && (segment.selectors[0].kind == Selector::Kind::name ||
                   segment.selectors[0].kind == Selector::Kind::index);
  });
}

base::Result<Query> parse_query(std::string_view text) {
  if (!base::is_valid_utf8(text))
    return base::Diagnostic{.file = {}, .message = "the query is not valid UTF-8"};
  return Parser(text).parse();
}

}  // namespace readiness::document::jsonpath
