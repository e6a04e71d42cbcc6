// SPDX-License-Identifier: Apache-2.0
#include "rulepack/check.h"

#include <algorithm>

#include "rulepack/expression.h"

namespace readiness::rulepack {
namespace {

using document::Node;
using document::Type;

void read_effort(Fields& fields, Check& check) {
  const Node* node = fields.take("effort");
  if (node == nullptr) return;
  Problems& problems = fields.problems();
  const auto parsed = [&](std::string_view text, base::Mark mark) {
    const std::optional<Effort> effort = parse_effort(text);
    if (!effort) problems.add(mark, "effort must be like 30min, 2h, 2-3h, 1-2d or 1-2w");
    return effort.value_or(Effort{});
  };
  if (node->is_scalar()) {
    check.effort = parsed(node->text, node->mark);
    return;
  }
  Fields parts(*node, "'effort'", problems);
  if (!parts.valid()) return;
  const Effort each = parsed(parts.text("each"), node->mark);
  check.effort = {.each_min_hours = each.min_hours, .each_max_hours = each.max_hours, .by_count = true};
  if (parts.has("min")) check.effort.min_hours = parsed(parts.text("min"), node->mark).min_hours;
  check.effort.max_hours = parts.has("max") ? parsed(parts.text("max"), node->mark).max_hours : 160;
  parts.finish();
}

Relation read_relation(const Node& node, Problems& problems) {
  Relation out{.place = problems.place(node.mark)};
  Fields fields(node, "a relation", problems);
  if (!fields.valid()) return out;
  const auto operands = [&](const Node& list) {
    for (const Node& item : list.items) out.operands.push_back(read_relation(item, problems));
    if (list.items.empty()) problems.add(list.mark, "expected a list of relations");
  };
  int forms = 0;
  if (const Node* any = fields.take("any")) out.kind = Relation::Kind::any, operands(*any), ++forms;
  if (const Node* all = fields.take("all")) out.kind = Relation::Kind::all, operands(*all), ++forms;
  if (const Node* negated = fields.take("not"))
    out.kind = Relation::Kind::negation, out.operands.push_back(read_relation(*negated, problems)), ++forms;
  if (const Node* path = fields.take("has"))
    out.kind = Relation::Kind::has, out.path = {path->text, problems.place(path->mark)}, ++forms;
  if (const Node* file = fields.take("file"))
    out.kind = Relation::Kind::file, out.expression = read_expression(*file, problems), ++forms;
  if (const Node* other = fields.take("named_in"))
    out.kind = Relation::Kind::named_in, out.expression = read_expression(*other, problems), ++forms;
  out.by = fields.strings("by");
  out.as_path = fields.word("as", {"path"}).has_value();
  if (out.as_path && out.by.size() != 1) problems.add(node.mark, "'as: path' compares one capture");
  if (forms != 1) problems.add(node.mark, "a relation takes one of: has, file, named_in, any, all, not");
  if ((out.kind == Relation::Kind::named_in) == out.by.empty())
    problems.add(node.mark, "'by' names the captures that 'named_in' compares");
  fields.finish();
  return out;
}

void read_tests(const Node& list, Problems& problems, Check& check) {
  static const std::vector<std::string> kVerdicts{"pass", "partial", "fail", "not-applicable", "unknown"};
  check.tests.clear();
  for (const Node& item : list.items) {
    Fields fields(item, "a test", problems);
    if (!fields.valid()) continue;
    PackTest test{.name = fields.text("name"), .place = problems.place(item.mark)};
    if (const Node* files = fields.take("files"))
      for (const document::Member& member : files->members) test.files.emplace_back(member.key, member.value.text);
    if (const auto verdict = fields.word("expect", kVerdicts)) test.expect = kVerdicts[*verdict];
    if (test.expect.empty() || test.name.empty()) problems.add(item.mark, "a test needs 'name' and 'expect'");
    test.findings = fields.count("findings");
    fields.finish();
    check.tests.push_back(std::move(test));
  }
}

void read_expression_field(Fields& fields, std::string_view key, Shared<Expression>& out) {
  if (const Node* node = fields.take(key)) out = read_expression(*node, fields.problems());
}

void read_form(Fields& fields, Check& check) {
  read_expression_field(fields, "partial", check.partial);
  read_expression_field(fields, "excused_by", check.excused_by);
  read_expression_field(fields, "without_items", check.without_items);
  int forms = 0;
  if (const Node* node = fields.take("require"))
    check.form = Form::require, check.require = read_expression(*node, fields.problems()), ++forms;
  if (const Node* node = fields.take("forbid"))
    check.form = Form::forbid, check.forbid = read_expression(*node, fields.problems()), ++forms;
  if (const Node* node = fields.take("each"))
    check.form = Form::each, check.each = read_expression(*node, fields.problems()), ++forms;
  if (const Node* node = fields.take("among")) check.among = read_relation(*node, fields.problems());
  if (const Node* node = fields.take("must")) check.must = read_relation(*node, fields.problems());
  if (forms > 1) fields.problems().add(fields.node().mark, "a check has one of 'require', 'forbid', 'each'");
  if (const auto allow = fields.count("allow")) check.allow = allow;
  if (const auto worst = fields.count("worst")) check.worst = worst;
  if (const auto worst = fields.number("worst_per_kloc", 0, 1000)) check.worst_per_kloc = worst;
  if (const auto share = fields.share("pass_at")) check.pass_at = *share;
  if (const auto share = fields.share("partial_at")) check.partial_at = *share;
  if (fields.has("items")) check.items = fields.text("items");
  if (fields.has("distinct_items")) check.distinct_items = fields.strings("distinct_items");
  fields.take("items"), fields.take("distinct_items");
}

void read_words(Fields& fields, Check& check) {
  static const std::vector<std::string> kPriorities{"critical", "high", "medium", "low"};
  static const std::vector<std::string> kConfidences{"structural", "lexical", "heuristic"};
  if (const auto word = fields.word("priority", kPriorities)) check.priority = static_cast<Priority>(*word);
  if (const auto word = fields.word("confidence", kConfidences)) check.confidence = static_cast<Confidence>(*word);
  if (const auto word = fields.word("status", {"stable", "preview"})) check.preview = *word == 1;
  if (const auto word = fields.word("per", {"repository", "unit"})) check.per_unit = *word == 1;
  if (const Node* node = fields.take("disabled")) check.disabled = node->text == "true";
}

void read_prose(Fields& fields, Check& check) {
  struct One {
    std::string_view key;
    std::string* out;
  };
  for (const One& one : {One{"title", &check.title}, One{"impact", &check.impact}, One{"risk", &check.risk},
                         One{"why", &check.why}, One{"owner", &check.owner}, One{"na", &check.na_reason}}) {
    const bool present = fields.has(one.key);
    std::string value = fields.text(one.key);
    if (present) *one.out = std::move(value);
  }
  struct Many {
    std::string_view key;
    std::vector<std::string>* out;
  };
  for (const Many& many : {Many{"tasks", &check.tasks}, Many{"create", &check.create}, Many{"update", &check.update},
                           Many{"after", &check.after}, Many{"references", &check.references}, Many{"tags", &check.tags},
                           Many{"phrases", &check.phrases}, Many{"options", &check.options}}) {
    const bool present = fields.has(many.key);
    std::vector<std::string> value = fields.strings(many.key);
    if (present) *many.out = std::move(value);
  }
}

/// `snippet: {bash: "openssl rand -hex 32"}`: one language and its lines.
void read_snippet(Fields& fields, Check& check) {
  const Node* node = fields.take("snippet");
  if (node == nullptr) return;
  if (node->members.size() != 1 || node->members[0].value.text.empty()) {
    fields.problems().add(node->mark, "'snippet' takes one language and its lines", "snippet: {bash: \"openssl rand -hex 32\"}");
    return;
  }
  check.snippet_language = node->members[0].key;
  check.snippet = node->members[0].value.text;
}

void demand(const Check& check, base::Mark mark, Problems& problems) {
  const std::string name = check.id.empty() ? "a check" : "check '" + check.id + "'";
  const auto missing = [&](bool absent, const char* what) {
    if (absent) problems.add(mark, name + " needs " + what);
  };
  missing(check.id.empty(), "an 'id'");
  missing(check.title.empty(), "a 'title'");
  missing(check.why.empty(), "'why'");
  missing(check.tasks.empty(), "'tasks'");
  missing(check.effort.max_hours <= 0, "an 'effort'");
  missing(!check.require && !check.forbid && !check.each, "one of 'require', 'forbid', 'each'");
  missing(check.each.has_value() != check.must.has_value(), "both 'each' and 'must', or neither");
  missing(check.among && !check.each, "'each' beside 'among'");
  const auto expects = [&](auto... verdicts) {
    return std::any_of(check.tests.begin(), check.tests.end(),
                       [&](const PackTest& test) { return ((test.expect == verdicts) || ...); });
  };
  missing(!expects("pass"), "a test that passes");
  missing(!expects("fail", "partial"), "a test that fails");
}

}  // namespace

void read_check(const Node& node, Problems& problems, bool complete, Check& check) {
  Fields fields(node, complete ? "a check" : "an override", problems);
  if (!fields.valid()) return;
  if (complete) check.place = problems.place(node.mark);
  check.id = fields.text("id");
  read_words(fields, check);
  read_prose(fields, check);
  read_snippet(fields, check);
  read_effort(fields, check);
  if (const Node* when = fields.take("when")) {
    check.when = read_expression(*when, problems);
    check.when_text = when->is_scalar() ? when->text : std::string();
  }
  read_form(fields, check);
  if (const Node* tests = fields.take("tests")) read_tests(*tests, problems, check);
  fields.finish();
  for (const document::Member& member : node.members)
    check.field_origins.emplace_back(member.key, problems.place(member.key_mark));
  if (complete) demand(check, node.mark, problems);
}

}  // namespace readiness::rulepack
