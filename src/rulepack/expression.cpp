// SPDX-License-Identifier: Apache-2.0
// One row a kind of probe; what narrows and filters a leaf is read the same way for all of them.
#include "rulepack/expression.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace readiness::rulepack {
namespace {

using document::Node;
using document::Type;

struct Kind {
  std::string_view key;
  Operator op;
};
constexpr std::array kKinds{
    Kind{"any", Operator::any},           Kind{"all", Operator::all},         Kind{"not", Operator::negation},
    Kind{"probe", Operator::reference},   Kind{"path", Operator::path},       Kind{"text", Operator::text},
    Kind{"code", Operator::code},         Kind{"comment", Operator::comment}, Kind{"string", Operator::string},
    Kind{"dependency", Operator::dependency}, Kind{"image", Operator::image}, Kind{"document", Operator::document},
    Kind{"commit", Operator::commit},
};

bool is_text_probe(Operator op) {
  return op == Operator::text || op == Operator::code || op == Operator::comment || op == Operator::string;
}

bool is_leaf(Operator op) { return op >= Operator::path; }

void read_entropy(Fields& fields, Narrowing& narrowing) {
  const Node* node = fields.take("entropy");
  if (node == nullptr) return;
  Fields entropy(*node, "'entropy'", fields.problems());
  if (!entropy.valid()) return;
  narrowing.entropy_min = entropy.number("min", 0, 8).value_or(0);
  narrowing.entropy_group = entropy.text("group");
  entropy.finish();
}

void read_filters(Fields& fields, Narrowing& n) {
  n.unless = fields.texts("unless");
  n.with = fields.texts("with");
  n.near = static_cast<std::uint32_t>(fields.number("near", 0, 50).value_or(0));
  n.value_not = fields.strings("value_not");
  read_entropy(fields, n);
  if (std::vector<Text> checksum = fields.texts("checksum"); !checksum.empty()) n.checksum = checksum.front();
  n.drop_placeholders = fields.word("placeholder", {"drop"}).has_value();
  n.distinct = fields.strings("distinct");
  n.secret = fields.text("secret");
}

void read_where(Fields& fields, Operator op, Narrowing& n) {
  n.languages = fields.texts("languages");
  n.roles = fields.texts("roles");
  n.paths = fields.texts("paths");
  n.not_paths = fields.texts("not_paths");
  if (op != Operator::document) n.kinds = fields.texts("kinds");
  n.label = fields.text("label");
  if (const Node* node = fields.take("in_files")) n.in_files.push_back(read_expression(*node, fields.problems()));
  if (const Node* node = fields.take("not_in_files")) n.not_in_files.push_back(read_expression(*node, fields.problems()));
  if (const Node* size = fields.take("max_size")) {
    n.max_size = parse_size(size->text);
    if (!n.max_size) fields.problems().add(size->mark, "'max_size' must be like 64KB or 1MB");
  }
  if (op == Operator::dependency) {
    static const std::vector<std::string> kScopes{"any", "runtime", "development"};
    static const std::vector<std::string> kUses{"imported", "declared"};
    if (const auto scope = fields.word("scope", kScopes)) n.scope = kScopes[*scope];
    if (const auto use = fields.word("use", kUses)) n.use = kUses[*use];
  }
}

std::optional<std::int64_t> parse_days(std::string_view text) {
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  const std::int64_t days = unit == "d" ? 1 : unit == "w" ? 7 : unit == "m" ? 30 : unit == "y" ? 365 : 0;
  if (error != std::errc{} || days == 0 || count <= 0 || count > 10000) return {};
  return count * days;
}

void read_commit(const Node& node, Problems& problems, Expression& out) {
  Fields fields(node, "'commit'", problems);
  if (!fields.valid()) return;
  out.commit.ever = fields.texts("ever");
  if (const Node* age = fields.take("older_than")) {
    const auto days = parse_days(age->text);
    if (days) out.commit.older_than_days = *days;
    else problems.add(age->mark, "'older_than' must be like 90d, 26w, 6m or 2y");
  }
  if (out.commit.ever.empty() == (out.commit.older_than_days == 0))
    problems.add(node.mark, "'commit' takes either 'ever' or 'older_than'");
  fields.finish();
}

void read_document(const Node& node, Problems& problems, Expression& out) {
  Fields fields(node, "'document'", problems);
  if (!fields.valid()) return;
  out.document.kinds = fields.texts("kinds");
  if (out.document.kinds.empty()) problems.add(node.mark, "'document' needs 'kinds'", "such as kinds: [kubernetes]");
  std::vector<Text> query = fields.texts("query");
  out.document.query = query.size() == 1 ? query.front() : Text{"$", problems.place(node.mark)};
  if (query.size() > 1) problems.add(node.mark, "'document' takes one 'query'");
  if (const Node* where = fields.take("where")) {
    Fields conditions(*where, "'where'", problems);
    if (conditions.valid()) {
      out.document.where_text = conditions.texts("text");
      out.document.where_has = conditions.texts("has");
      out.document.where_has_not = conditions.texts("has_not");
      conditions.finish();
    }
  }
  if (const Node* captures = fields.take("captures"))
    for (const document::Member& member : captures->members)
      out.document.captures.push_back({member.key, {member.value.text, problems.place(member.value.mark)}});
  fields.finish();
}

void read_operands(const Node& value, Problems& problems, Expression& out) {
  if (out.op == Operator::negation) {
    out.operands.push_back(read_expression(value, problems));
    return;
  }
  if (!value.is(Type::array) || value.items.empty()) {
    problems.add(value.mark, "'any' and 'all' take a list of expressions");
    return;
  }
  for (const Node& item : value.items) out.operands.push_back(read_expression(item, problems));
}

void read_body(const Node& value, Fields& fields, Problems& problems, Expression& out) {
  if (out.op == Operator::reference) {
    out.name = value.text;
  } else if (!is_leaf(out.op)) {
    read_operands(value, problems, out);
  } else if (out.op == Operator::document) {
    read_document(value, problems, out);
  } else if (out.op == Operator::commit) {
    read_commit(value, problems, out);
  } else {
    out.patterns = texts_of(value, problems);
    if (out.patterns.empty()) problems.add(value.mark, "a probe needs at least one pattern");
  }
  if (is_leaf(out.op)) read_where(fields, out.op, out.narrowing);
  if (is_text_probe(out.op)) read_filters(fields, out.narrowing);
}

const Kind* operator_of(const Node& node, Problems& problems) {
  const Kind* found = nullptr;
  for (const Kind& kind : kKinds) {
    if (node.find(kind.key) == nullptr) continue;
    if (found != nullptr) {
      problems.add(node.mark, "an expression has one of '" + std::string(found->key) + "' and '" + std::string(kind.key) +
                                  "', not both", "combine them with any: or all:");
      return nullptr;
    }
    found = &kind;
  }
  if (found == nullptr) {
    std::string names;
    for (const Kind& kind : kKinds) names += (names.empty() ? "" : ", ") + std::string(kind.key);
    problems.add(node.mark, "an expression needs one of: " + names);
  }
  return found;
}

}  // namespace

Expression read_expression(const Node& node, Problems& problems, const std::vector<std::string>& extra_keys) {
  Expression out{.place = problems.place(node.mark)};
  if (node.is(Type::array)) {
    for (const Node& item : node.items) out.operands.push_back(read_expression(item, problems));
    if (node.items.empty()) problems.add(node.mark, "an empty list is no expression");
    return out;
  }
  if (node.is_scalar()) return read_sentence(node.text, out.place, problems);
  const Kind* kind = operator_of(node, problems);
  if (kind == nullptr) return out;
  out.op = kind->op;
  Fields fields(node, "the " + std::string(kind->key) + " expression", problems);
  for (const std::string& key : extra_keys) fields.take(key);
  read_body(*fields.take(kind->key), fields, problems, out);
  fields.finish();
  return out;
}

}  // namespace readiness::rulepack
