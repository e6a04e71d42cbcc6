// SPDX-License-Identifier: Apache-2.0
#include "checks/findings.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/digest.h"
#include "base/text.h"

namespace readiness::checks {
namespace {

using rulepack::Operator;

// Calls `visit` for every query below an expression, through names.
template <typename Visit>
void each_query(const Program& program, const Bound& expression, Visit visit) {
  if (expression.name != kNone) each_query(program, program.names[expression.name].expression, visit);
  for (const Bound& operand : expression.operands) each_query(program, operand, visit);
  for (const std::uint32_t query : expression.queries) visit(query);
}

void add_once(std::vector<std::string>& list, const std::string& text) {
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

}  // namespace

Evaluator::Evaluator(const Program& program, const facts::Facts& facts, const std::vector<bool>* only)
    : program_(program), facts_(facts), only_(only), named_(program.names.size()) {}

const Value& Evaluator::named(std::uint32_t name) {
  if (!named_[name]) {
    const BoundName& bound = program_.names[name];
    Value value = evaluate(bound.expression, bound.name);
    if (const auto forced = program_.settings.traits.find(bound.name); bound.is_trait && forced != program_.settings.traits.end())
      value = forced->second ? Value{.holds = true, .hits = std::move(value.hits), .total = value.total} : Value{};
    named_[name] = std::move(value);
  }
  return *named_[name];
}

Value Evaluator::evaluate(const Bound& expression, std::string_view probe) {
  if (expression.op == Operator::reference) return named(expression.name);
  if (expression.op >= Operator::path) return leaf(expression, probe);
  if (expression.op == Operator::negation) return {.holds = !evaluate(expression.operands.front(), probe).holds};
  const bool all = expression.op == Operator::all;
  Value out{.holds = all};
  for (const Bound& operand : expression.operands) {
    Value value = evaluate(operand, probe);
    out.holds = all ? out.holds && value.holds : out.holds || value.holds;
    out.total += value.total;
    out.hits.insert(out.hits.end(), value.hits.begin(), value.hits.end());
    if (all && !out.holds) return {};
  }
  return out;
}

std::vector<bool> Evaluator::files_of(const Bound& expression) {
  std::vector<bool> files(facts_.files.size());
  for (const Found& found : evaluate(expression).hits)
    if (hit(found).file != facts::kNoFile) files[hit(found).file] = true;
  return files;
}

Value Evaluator::leaf(const Bound& expression, std::string_view probe) {
  Value out;
  const std::string_view name = probe.empty() ? std::string_view(expression.what) : probe;
  const std::vector<bool> in = expression.in_files.empty() ? std::vector<bool>{} : files_of(expression.in_files.front());
  const std::vector<bool> out_of =
      expression.not_in_files.empty() ? std::vector<bool>{} : files_of(expression.not_in_files.front());
  for (const std::uint32_t query : expression.queries) {
    const facts::Answer& answer = facts_.answers[query];
    std::uint64_t kept = 0;
    for (std::uint32_t i = 0; i < answer.hits.size(); ++i) {
      const std::uint32_t file = answer.hits[i].file;
      if (!in.empty() && (file == facts::kNoFile || !in[file])) continue;
      if (!out_of.empty() && file != facts::kNoFile && out_of[file]) continue;
      if (only_ != nullptr && file != facts::kNoFile && !(*only_)[file]) continue;
      out.hits.push_back({query, i, name, expression.label});
      ++kept;
    }
    out.total += in.empty() && out_of.empty() && only_ == nullptr ? answer.total : kept;
  }
  out.holds = !out.hits.empty();
  return out;
}

const std::string& Evaluator::path(const Found& found) const {
  static const std::string kNowhere;
  const std::uint32_t file = hit(found).file;
  return file == facts::kNoFile ? kNowhere : facts_.files[file].path;
}

Evidence Evaluator::evidence(const Found& found) const {
  const facts::Hit& h = hit(found);
  return {.probe = std::string(found.probe), .path = path(found), .line = h.mark.line, .column = h.mark.column,
          .excerpt = h.excerpt, .label = std::string(found.label)};
}

void Evaluator::order(std::vector<Found>& hits) const {
  const auto key = [&](const Found& f) {
    const facts::Hit& h = hit(f);
    return std::tuple(h.file, h.mark.line, h.mark.column, f.probe, f.query);
  };
  std::sort(hits.begin(), hits.end(), [&](const Found& a, const Found& b) { return key(a) < key(b); });
  const auto place = [&](const Found& f) {
    const facts::Hit& h = hit(f);
    return std::tuple(h.file, h.mark.line, h.mark.column, f.probe);
  };
  hits.erase(std::unique(hits.begin(), hits.end(), [&](const Found& a, const Found& b) { return place(a) == place(b); }),
             hits.end());
}

std::vector<Finding> make_findings(const Evaluator& evaluator, const std::string& check, const std::vector<Found>& hits) {
  std::vector<Finding> out;
  std::map<std::string, std::uint32_t> seen;
  for (const Found& found : hits) {
    const facts::Hit& hit = evaluator.hit(found);
    Finding finding{.probe = std::string(found.probe), .path = evaluator.path(found), .line = hit.mark.line,
                    .column = hit.mark.column, .excerpt = hit.excerpt, .captures = hit.captures};
    base::Digest digest;
    digest.add(check).add(finding.probe).add(finding.path).add(base::trimmed(hit.excerpt));
    const std::uint32_t ordinal = seen[digest.hex()]++;
    finding.fingerprint = digest.add(std::to_string(ordinal)).hex();
    out.push_back(std::move(finding));
  }
  return out;
}

void add_receipt(const Program& program, const facts::Facts& facts, const Bound& expression, Receipt& receipt) {
  each_query(program, expression, [&](std::uint32_t query) {
    const QueryText& text = program.query_texts[query];
    std::vector<std::string>* list = &receipt.patterns;
    if (text.op == Operator::path) list = &receipt.paths;
    if (text.op == Operator::dependency) list = &receipt.dependencies;
    if (text.op == Operator::image) list = &receipt.images;
    if (text.op == Operator::document) list = &receipt.documents;
    add_once(*list, text.text);
    receipt.files = std::max<std::uint64_t>(receipt.files, facts.answers[query].files_searched);
  });
  if (expression.name != kNone) add_once(receipt.probes, program.names[expression.name].name);
  for (const Bound& operand : expression.operands)
    if (operand.name != kNone) add_once(receipt.probes, program.names[operand.name].name);
}

std::vector<std::string> unread_files(const Program& program, const facts::Facts& facts, const Bound& expression) {
  std::set<std::uint32_t> files;
  each_query(program, expression, [&](std::uint32_t query) {
    files.insert(facts.answers[query].unread.begin(), facts.answers[query].unread.end());
  });
  std::vector<std::string> out;
  for (const std::uint32_t file : files) out.push_back(facts.files[file].path);
  return out;
}

}  // namespace readiness::checks
