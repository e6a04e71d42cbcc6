// SPDX-License-Identifier: Apache-2.0
// Groups, inline flags and quantifiers of a regex, with the limits on them.
#include <algorithm>
#include <utility>

#include "base/text.h"
#include "scan/regex_parse.h"
#include "scan/regex_parser.h"

namespace readiness::scan {
namespace {

// What it matches is one character, and every ASCII word character is among them.
bool takes_word_characters(const Node& body, const ByteClasses& classes) {
  const Node* node = &body;
  while (node->kind == NodeKind::sequence && node->children.size() == 1) node = &node->children.front();
  if (node->kind != NodeKind::text || node->text.size() != 1) return false;
  const ByteSet bytes = classes.at(node->text.front());
  for (unsigned char c = '0'; c <= 'z'; ++c)
    if (base::is_word(static_cast<char>(c)) && !bytes.test(c)) return false;
  return true;
}

}  // namespace

// At '('. Captures are numbered by PCRE2; only names matter here.
Node RegexParser::parse_group(RegexFlags& flags, int depth) {
  const std::size_t begin = at_;
  ++at_;
  if (here() == '*') {
    fail(begin, "verbs and (*…) groups are not taken", "write (?=…), (?!…), (?<=…), (?<!…) or (?>…)");
    return zero_width_node();
  }
  if (here() != '?') return parse_body(flags, begin, depth);
  ++at_;
  return parse_special_group(flags, begin, depth);
}

// Behind "(?".
Node RegexParser::parse_special_group(RegexFlags& flags, std::size_t begin, int depth) {
  for (const std::string_view look : {"=", "!", "<=", "<!", "*", "<*"}) {
    if (!take(look)) continue;
    const Node body = parse_body(flags, begin, depth);
    Node node = zero_width_node(look == "<!" && takes_word_characters(body, classes_) ? Edge::word : Edge::any);
    node.weight = body.weight;
    return node;
  }
  if (take(":") || take(">") || take("|")) return parse_body(flags, begin, depth);
  if (take("P<") || take("<")) return parse_named_group(flags, begin, '>', depth);
  if (take("'")) return parse_named_group(flags, begin, '\'', depth);
  if (take("P=")) {
    while (base::is_word(here())) ++at_;
    if (!take(")")) fail(begin, "a reference that does not end");
    return anything(0);
  }
  const char c = here();
  const bool calls = c == 'R' || c == '&' || (c >= '0' && c <= '9') || next_is("P>") || c == '+' ||
                     (c == '-' && at_ + 1 < text_.size() && text_[at_ + 1] >= '0' && text_[at_ + 1] <= '9');
  if (calls) {
    fail(begin, "recursion is not taken", "write the group out");
    return zero_width_node();
  }
  if (c == 'C') fail(begin, "callouts are not taken", "remove it");
  if (c == '(') fail(begin, "conditional groups are not taken", "write two alternatives");
  return parse_inline_flags(flags, begin, depth);
}

// The inside of a group up to its ')'. Flags set inside end with the group.
Node RegexParser::parse_body(RegexFlags flags, std::size_t begin, int depth) {
  Node body = parse_alternatives(flags, depth + 1);
  if (!take(")")) fail(begin, "this '(' is not closed", "write \\( for the character");
  return body;
}

Node RegexParser::parse_named_group(const RegexFlags& flags, std::size_t begin, char close, int depth) {
  const std::size_t name_begin = at_;
  while (base::is_word(here())) ++at_;
  std::string name(text_.substr(name_begin, at_ - name_begin));
  if (name.empty() || (name[0] >= '0' && name[0] <= '9') || name.size() > 32 || here() != close) {
    fail(name_begin, "a group needs a name of letters, digits and '_'", "write (?<name>…)");
    return zero_width_node();
  }
  ++at_;
  if (std::find(parsed_.groups.begin(), parsed_.groups.end(), name) != parsed_.groups.end()) {
    fail(name_begin, "the group name '" + name + "' is used twice", "give each group its own name");
  }
  parsed_.groups.push_back(std::move(name));
  return parse_body(flags, begin, depth);
}

// (?i) and (?i-s:…). J (equal names) is refused: a capture has one value.
Node RegexParser::parse_inline_flags(RegexFlags& flags, std::size_t begin, int depth) {
  RegexFlags changed = flags;
  bool on = true;
  if (take("^")) changed = RegexFlags{};
  for (; more() && here() != ')' && here() != ':'; ++at_) {
    switch (here()) {
      case '-':
        on = false;
        break;
      case 'i':
        changed.caseless = on;
        break;
      case 's':
        changed.dot_all = on;
        break;
      case 'x':
        changed.extended_more = on && at_ + 1 < text_.size() && text_[at_ + 1] == 'x';
        if (at_ + 1 < text_.size() && text_[at_ + 1] == 'x') ++at_;
        changed.extended = on;
        break;
      case 'm':
      case 'n':
      case 'U':
        break;
      default:
        fail(at_, std::string("the flag '") + here() + "' is not known", "flags are i, m, s, x, n and U");
        return zero_width_node();
    }
  }
  if (take(")")) {
    flags = changed;
    return zero_width_node();
  }
  if (!take(":")) fail(begin, "this '(' is not closed", "write \\( for the character");
  return parse_body(changed, begin, depth);
}

// {n} {n,} {n,m}; anything else is a plain '{'.
bool RegexParser::read_braces(std::uint32_t& min, std::uint32_t& max) {
  const std::size_t begin = at_;
  const auto number = [](std::string_view digits) {
    std::uint32_t value = 0;
    for (const char d : digits) value = std::min(value * 10 + static_cast<std::uint32_t>(d - '0'), 1000000U);
    return value;
  };
  ++at_;
  const std::string_view low = take_digits();
  min = max = number(low);
  if (take(",")) {
    const std::string_view high = take_digits();
    max = high.empty() ? kUnbounded : number(high);
  }
  if (low.empty() || !take("}")) {
    at_ = begin;
    return false;
  }
  return true;
}

Node RegexParser::parse_quantifiers(Node item, const RegexFlags& flags) {
  while (skip_ignored(flags)) {
  }
  const std::size_t begin = at_;
  Node repeat{.kind = NodeKind::repeat, .min = 0, .max = kUnbounded};
  if (take("+")) {
    repeat.min = 1;
  } else if (take("?")) {
    repeat.max = 1;
  } else if (!take("*") && (here() != '{' || !read_braces(repeat.min, repeat.max))) {
    return item;
  }
  if (!take("?")) take("+");  // lazy or possessive: the same bytes as far as we care
  const std::uint32_t most = repeat.max == kUnbounded ? repeat.min : repeat.max;
  repeat.weight = std::max<std::uint64_t>(most, 1) * item.weight;
  if (most > kMaxRepeat) {
    fail(begin, "a repeat of more than 1000", "use * or +, or a smaller number");
  } else if (repeat.weight > kMaxNestedRepeats) {
    fail(begin, "nested repeats that multiply to more than 10000", "use smaller numbers");
  } else if (repeat.max < repeat.min) {
    fail(begin, "a repeat whose numbers are out of order");
  }
  repeat.children.push_back(std::move(item));
  return repeat;
}

}  // namespace readiness::scan
