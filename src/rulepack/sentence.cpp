// SPDX-License-Identifier: Apache-2.0
// The boolean sentences of `when`: or binds weakest, then and, then not (recursive descent, bounded depth).
#include <cctype>

#include "rulepack/expression.h"

namespace readiness::rulepack {
namespace {

class SentenceReader {
 public:
  SentenceReader(std::string_view text, const Place& place, Problems& problems)
      : text_(text), place_(place), problems_(problems) {
    next();
  }

  Expression read() {
    Expression result = either(0);
    if (!word_.empty()) fail("unexpected '" + std::string(word_) + "' in '" + std::string(text_) + "'");
    return result;
  }

 private:
  static constexpr int kMaxDepth = 32;

  static bool is_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == '.'; }

  void next() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    std::size_t end = at_;
    while (end < text_.size() && is_name(text_[end])) ++end;
    if (end == at_ && end < text_.size()) ++end;
    word_ = text_.substr(at_, end - at_);
    at_ = end;
  }

  void fail(std::string message) {
    if (!failed_) problems_.add(place_.mark, std::move(message), "names joined by and, or, not and parentheses");
    failed_ = true;
    word_ = {};
    at_ = text_.size();
  }

  Expression combined(Operator op, std::vector<Expression> operands) {
    if (operands.size() == 1) return std::move(operands.front());
    return {.op = op, .place = place_, .operands = std::move(operands)};
  }

  Expression either(int depth) {
    std::vector<Expression> operands{both(depth)};
    while (word_ == "or") next(), operands.push_back(both(depth));
    return combined(Operator::any, std::move(operands));
  }

  Expression both(int depth) {
    std::vector<Expression> operands{single(depth)};
    while (word_ == "and") next(), operands.push_back(single(depth));
    return combined(Operator::all, std::move(operands));
  }

  Expression single(int depth) {
    if (depth > kMaxDepth) fail("sentence nested too deeply");
    if (word_ == "not") {
      next();
      return {.op = Operator::negation, .place = place_, .operands = {single(depth + 1)}};
    }
    if (word_ == "(") {
      next();
      Expression inner = either(depth + 1);
      if (word_ != ")") fail("missing ')' in '" + std::string(text_) + "'");
      next();
      return inner;
    }
    if (word_.empty() || !is_name(word_.front()) || word_ == "and" || word_ == "or") {
      fail(word_.empty() ? "a name is missing at the end of '" + std::string(text_) + "'"
                         : "a name is missing before '" + std::string(word_) + "'");
      return {.op = Operator::any, .place = place_};
    }
    Expression reference{.op = Operator::reference, .place = place_, .name = std::string(word_)};
    next();
    return reference;
  }

  std::string_view text_;
  Place place_;
  Problems& problems_;
  std::size_t at_ = 0;
  std::string_view word_;
  bool failed_ = false;
};

}  // namespace

Expression read_sentence(std::string_view sentence, const Place& place, Problems& problems) {
  return SentenceReader(sentence, place, problems).read();
}

}  // namespace readiness::rulepack
