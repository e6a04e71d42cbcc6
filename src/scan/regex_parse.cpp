// SPDX-License-Identifier: Apache-2.0
// Sequences, literals, classes and escapes of a regex, and what is rewritten for PCRE2.
#include "scan/regex_parse.h"

#include <algorithm>
#include <utility>

#include "scan/regex_class.h"
#include "scan/regex_parser.h"

namespace readiness::scan {
namespace {

constexpr int kMaxDepth = 100;

}  // namespace

Node node_of_children(std::vector<Node> children, NodeKind kind) {
  Node node{.kind = kind};
  for (const Node& child : children) node.weight = std::max(node.weight, child.weight);
  node.children = std::move(children);
  return node;
}

Node zero_width_node(Edge edge) { return {.kind = NodeKind::zero_width, .edge = edge}; }

// What may be any bytes, `min` at least: back references, \X.
Node RegexParser::anything(std::uint32_t min) {
  return {.kind = NodeKind::code_point,
          .min = min,
          .max = kUnbounded,
          .text = ByteRun(1, classes_.id_of(~ByteSet{}))};
}

Node RegexParser::any_characters() {
  return {.kind = NodeKind::code_point, .min = 1, .max = 4, .text = ByteRun(1, classes_.id_of(~ByteSet{}))};
}

Node RegexParser::not_newline() {
  CharSet set{~ByteSet{}, true};
  set.ascii.reset('\n');
  return node_of(set);
}

Node RegexParser::node_of(const CharSet& set) {
  if (!set.beyond_ascii) return {.kind = NodeKind::text, .text = ByteRun(1, classes_.id_of(set.ascii))};
  ByteSet bytes = set.ascii;
  for (unsigned byte = 128; byte < 256; ++byte) bytes.set(byte);
  return {.kind = NodeKind::code_point, .min = 1, .max = 4, .text = ByteRun(1, classes_.id_of(bytes))};
}

// Texts that follow each other become one.
void RegexParser::add_item(std::vector<Node>& items, Node item) {
  if (item.kind == NodeKind::text && !items.empty() && items.back().kind == NodeKind::text) {
    items.back().text += item.text;
  } else {
    items.push_back(std::move(item));
  }
}

base::Result<ParsedRegex> RegexParser::parse() {
  if (text_.size() > kMaxRegexBytes) {
    fail(kMaxRegexBytes, "a regex of more than 4096 bytes", "split it into several patterns");
  } else if (text_.starts_with("(*")) {
    fail(0, "verbs such as (*UTF) are not taken", "remove it; UTF-8 and line breaks of \\n are always on");
  }
  RegexFlags flags;
  parsed_.root = parse_alternatives(flags, 0);
  if (!problem_ && more()) fail(at_, "this ')' closes nothing", "write \\) for the character");
  if (problem_) return *std::move(problem_);
  apply_patches();
  return std::move(parsed_);
}

void RegexParser::fail(std::size_t at, std::string message, std::string hint) {
  if (problem_) return;
  problem_ = base::Diagnostic{.file = {},
                              .mark = {1, static_cast<std::uint32_t>(at + 1)},
                              .message = std::move(message),
                              .hint = std::move(hint),
                              .source_line = std::string(text_)};
  at_ = text_.size();
}

bool RegexParser::take(std::string_view what) {
  if (!next_is(what)) return false;
  at_ += what.size();
  return true;
}
std::string_view RegexParser::take_digits() {
  const std::size_t begin = at_;
  while (here() >= '0' && here() <= '9') ++at_;
  return text_.substr(begin, at_ - begin);
}

void RegexParser::patch(std::size_t begin, std::size_t length, std::string replacement) {
  parsed_.patches.push_back(
      {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(length), std::move(replacement)});
}
void RegexParser::apply_patches() {
  std::size_t from = 0;
  for (const Patch& p : parsed_.patches) {
    parsed_.rewritten.append(text_.substr(from, p.begin - from)).append(p.replacement);
    from = p.begin + p.length;
  }
  parsed_.rewritten.append(text_.substr(from));
}

// Flags are taken by reference: (?i) holds until the group ends, in later alternatives too.
Node RegexParser::parse_alternatives(RegexFlags& flags, int depth) {
  if (depth > kMaxDepth) fail(at_, "groups nested more than 100 deep");
  std::vector<Node> alternatives;
  do {
    alternatives.push_back(parse_sequence(flags, depth));
  } while (take("|"));
  if (alternatives.size() == 1) return std::move(alternatives.front());
  return node_of_children(std::move(alternatives), NodeKind::alternation);
}

Node RegexParser::parse_sequence(RegexFlags& flags, int depth) {
  std::vector<Node> items;
  while (more() && text_[at_] != '|' && text_[at_] != ')') {
    if (skip_ignored(flags)) continue;
    if (take("\\Q")) {
      parse_quoted(flags, items);
      continue;
    }
    Node item = parse_atom(flags, depth);
    add_item(items, parse_quantifiers(std::move(item), flags));
  }
  return node_of_children(std::move(items), NodeKind::sequence);
}

// Blanks and comments that mean nothing, a lone \E.
bool RegexParser::skip_ignored(const RegexFlags& flags) {
  if (take("\\E")) return true;
  if (next_is("(?#")) {
    const std::size_t end = text_.find(')', at_);
    if (end == std::string_view::npos) fail(at_, "a comment without its ')'");
    at_ = std::min(end, text_.size() - 1) + 1;
    return true;
  }
  if (!flags.extended || !more()) return false;
  if (std::string_view(" \t\n\r\f\v").find(text_[at_]) != std::string_view::npos) return ++at_, true;
  if (text_[at_] != '#') return false;
  at_ = std::min(text_.find('\n', at_), text_.size());
  return true;
}

// \Q…\E is handed to PCRE2 as escaped characters, as its letters may have to be rewritten.
void RegexParser::parse_quoted(const RegexFlags& flags, std::vector<Node>& items) {
  patch(at_ - 2, 2, "");
  while (more() && !next_is("\\E")) {
    const std::size_t begin = at_;
    std::size_t length = 1;
    const char32_t code = first_character(text_.substr(at_), length);
    at_ += length;
    Node item = literal(code, begin, flags);
    const bool special = code < 0x80 && !is_ascii_letter(code) && !(code >= '0' && code <= '9');
    if (special) patch(begin, 1, std::string("\\") + text_[begin]);
    if (take("\\E")) {
      patch(at_ - 2, 2, "");
      add_item(items, parse_quantifiers(std::move(item), flags));
      return;
    }
    add_item(items, std::move(item));
  }
  if (take("\\E")) patch(at_ - 2, 2, "");
}

Node RegexParser::literal(char32_t code, std::size_t begin, const RegexFlags& flags) {
  if (code >= 0x80) {
    if (flags.caseless) return any_characters();
    Node node{.kind = NodeKind::text};
    for (const char c : utf8(code)) node.text += static_cast<unsigned char>(c);
    return node;
  }
  if (!flags.caseless || !is_ascii_letter(code)) {
    return {.kind = NodeKind::text, .text = ByteRun(1, static_cast<ClassId>(code))};
  }
  ByteSet cases;
  cases.set(code | 32).set(code & ~char32_t{32});
  const char lower = static_cast<char>(code | 32);
  if (lower == 'k') patch(begin, at_ - begin, "(?-i:[kK])");
  if (lower == 's') patch(begin, at_ - begin, "(?-i:[sS])");
  return {.kind = NodeKind::text, .text = ByteRun(1, classes_.id_of(cases))};
}

Node RegexParser::parse_atom(RegexFlags& flags, int depth) {
  const std::size_t begin = at_;
  const char c = text_[at_];
  switch (c) {
    case '(':
      return parse_group(flags, depth);
    case '[':
      return parse_class(flags);
    case '\\':
      return parse_escape(flags);
    case '^':
      ++at_;
      return zero_width_node(Edge::line);
    case '$':
      ++at_;
      patch(begin, 1, "(?=\\r?$)");
      return zero_width_node();
    case '.':
      ++at_;
      return flags.dot_all ? any_characters() : not_newline();
    case '*':
    case '+':
    case '?':
      fail(begin, "a quantifier without anything to repeat",
           std::string("write \\") + c + " for the character");
      return zero_width_node();
    default:
      break;
  }
  std::size_t length = 1;
  const char32_t code = first_character(text_.substr(at_), length);
  at_ += length;
  return literal(code, begin, flags);
}

Node RegexParser::parse_class(const RegexFlags& flags) {
  const std::size_t begin = at_;
  BracketClass parsed = read_class(text_.substr(at_), flags.extended_more);
  if (parsed.length == 0) {
    fail(begin, "a class that does not end, or holds a range or an escape that is none");
    return zero_width_node();
  }
  at_ += parsed.length;
  if (!flags.caseless) return node_of(parsed.set);
  if (parsed.negated) return node_of(parsed.set);  // folding only takes away from a complement
  if (parsed.set.beyond_ascii) return any_characters();
  const ByteSet unfolded = parsed.set.ascii;
  fold_ascii(parsed.set.ascii);
  if (parsed.set.ascii.test('k') || parsed.set.ascii.test('s')) {
    // The other cases come first, where they cannot become the end of a range; a leading ']' is no longer
    // first then.
    std::string members;
    for (unsigned char c = 'A'; c <= 'z'; ++c) {
      if (is_ascii_letter(c) && parsed.set.ascii.test(c) && !unfolded.test(c))
        members += static_cast<char>(c);
    }
    std::string_view written = text_.substr(begin + 1, parsed.length - 1);
    if (written.starts_with(']')) members += '\\';
    patch(begin, parsed.length, "(?-i:[" + members.append(written) + ")");
  }
  return node_of(parsed.set);
}

Node RegexParser::parse_escape(const RegexFlags& flags) {
  const std::size_t begin = at_;
  const std::string_view rest = text_.substr(at_);
  if (rest.size() < 2) {
    fail(begin, "a backslash at the end", "write \\\\ for the character");
    return zero_width_node();
  }
  const char c = rest[1];
  switch (c) {
    case 'b':
      at_ += 2;
      return zero_width_node(Edge::boundary);
    case 'A':
      at_ += 2;
      return zero_width_node(Edge::line);
    case 'B':
    case 'Z':
    case 'z':
      at_ += 2;
      return zero_width_node();
    case 'R':
      at_ += 2;
      return any_characters();
    case 'X':
      at_ += 2;
      return anything(1);
    case 'N':
      return parse_not_newline();
    case 'K':
      fail(begin, "\\K is not taken", "write a look-behind (?<=…)");
      return zero_width_node();
    case 'G':
      fail(begin, "\\G is not taken", "no pattern knows where a search began");
      return zero_width_node();
    case 'C':
      fail(begin, "\\C is not taken", "write . or a class");
      return zero_width_node();
    case 'g':
    case 'k':
      return parse_reference();
    default:
      break;
  }
  if (c >= '1' &&
      c <= '9') {  // \1 is a back reference, \10 might be octal: anything at all is a safe idea of both
    ++at_;
    take_digits();
    return anything(0);
  }
  const Escape escape = read_escape(rest);
  if (escape.length == 0) {
    fail(begin, std::string("the escape \\") + c + " is not known");
    return zero_width_node();
  }
  at_ += escape.length;
  if (escape.is_character) return literal(escape.code, begin, flags);
  // PCRE2 10.42's JIT takes a negated type for a broken character beyond ASCII; the class means the same and
  // works.
  if (c == 'S' || c == 'W' || c == 'D')
    patch(begin, 2, std::string("[^\\") + static_cast<char>(c | 32) + ']');
  return node_of(escape.set);
}

Node RegexParser::parse_not_newline() {
  if (text_.substr(at_).starts_with("\\N{")) {
    fail(at_, "\\N{…} is not taken", "write \\x{…}");
    return zero_width_node();
  }
  at_ += 2;
  return not_newline();
}

// \g{…} \g1 \k<…> \k'…' \k{…}; \g<…> and \g'…' would call a group.
Node RegexParser::parse_reference() {
  const std::size_t begin = at_;
  const bool is_g = text_[at_ + 1] == 'g';
  at_ += 2;
  const char open = here();
  if (is_g && (open == '<' || open == '\'')) {
    fail(begin, "recursion (\\g<…>) is not taken", "write the group out, or \\g{…} for a back reference");
    return zero_width_node();
  }
  const char close = open == '{' ? '}' : open == '<' ? '>' : open == '\'' ? '\'' : '\0';
  if (close != '\0') {
    const std::size_t end = text_.find(close, at_ + 1);
    if (end == std::string_view::npos) fail(begin, "a reference that does not end");
    at_ = std::min(end, text_.size() - 1) + 1;
    return anything(0);
  }
  if (!is_g) fail(begin, "\\k needs a name", "write \\k<name>");
  if (here() == '-' || here() == '+') ++at_;
  take_digits();
  return anything(0);
}

base::Result<ParsedRegex> parse_regex(std::string_view regex, ByteClasses& classes) {
  return RegexParser(regex, classes).parse();
}

std::uint32_t original_column(const ParsedRegex& parsed, std::size_t rewritten_offset) {
  std::size_t shift_to_original = 0;  // modulo 2^64: may stand for a negative number
  for (const Patch& p : parsed.patches) {
    const std::size_t begin =
        p.begin - shift_to_original;  // where the replacement begins in the rewritten regex
    if (rewritten_offset <= begin) break;
    if (rewritten_offset < begin + p.replacement.size()) return p.begin + 1;
    shift_to_original += p.length - p.replacement.size();
  }
  return static_cast<std::uint32_t>(rewritten_offset + shift_to_original + 1);
}

}  // namespace readiness::scan
