// SPDX-License-Identifier: Apache-2.0
#include "checks/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"

namespace readiness::checks {
namespace {

using rulepack::Operator;

std::string trait_title(const Program& program, std::uint32_t name) {
  const BoundName& bound = program.names[name];
  return bound.title.empty() ? bound.name : bound.title;
}

// The operands of `all` that do not hold, as "not a service"; anything more tangled is told as a whole.
void missing_conditions(const Program& program, Evaluator& evaluator, const Bound& when, std::vector<std::string>& out) {
  if (evaluator.evaluate(when).holds) return;
  if (when.op == Operator::reference) {
    out.push_back("not: " + trait_title(program, when.name));
  } else if (when.op == Operator::all) {
    for (const Bound& operand : when.operands) missing_conditions(program, evaluator, operand, out);
  } else if (when.op == Operator::negation && when.operands.front().op == Operator::reference) {
    out.push_back(trait_title(program, when.operands.front().name));
  } else if (when.op == Operator::any) {
    std::vector<std::string> names;
    for (const Bound& operand : when.operands)
      if (operand.op == Operator::reference) names.push_back(trait_title(program, operand.name));
    if (!names.empty()) out.push_back("none of: " + base::joined(names, ", "));
  }
}

// What shows a trait: labels and dependency names, at most three.
std::string trait_words(const Program& program, Evaluator& evaluator, const std::string& name) {
  for (std::uint32_t i = 0; i < program.names.size(); ++i) {
    if (program.names[i].name != name) continue;
    std::vector<std::string> words;
    for (const Found& found : evaluator.named(i).hits) {
      std::string word(found.label);
      for (const auto& [key, value] : evaluator.hit(found).captures)
        if (word.empty() && key == "name") word = value;
      if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
    }
    if (words.size() > 3) words.resize(3);
    return words.empty() ? trait_title(program, i) : base::joined(words, ", ");
  }
  return name;
}

std::string short_list(const std::set<std::string>& names) {
  std::vector<std::string> shown(names.begin(), names.end());
  const std::size_t rest = shown.size() > 3 ? shown.size() - 3 : 0;
  if (rest > 0) shown.resize(3);
  return base::joined(shown, ", ") + (rest > 0 ? fmt::format(" and {} more", rest) : "");
}

std::string fill(const Program& program, Evaluator& evaluator, const Verdict& verdict, std::string_view task) {
  std::set<std::string> files;
  std::set<std::string> missing;
  for (const Finding& finding : verdict.findings) {
    files.insert(finding.path);
    for (const auto& [key, value] : finding.captures)
      if (key == "name") missing.insert(value);
  }
  std::string out;
  while (!task.empty()) {
    const std::size_t open = task.find('{');
    const std::size_t close = open == std::string_view::npos ? open : task.find('}', open);
    out += task.substr(0, close == std::string_view::npos ? close : open);
    if (close == std::string_view::npos) break;
    const std::string_view name = task.substr(open + 1, close - open - 1);
    if (name == "count") out += std::to_string(verdict.findings_total);
    else if (name == "files") out += files.empty() ? "the files" : short_list(files);
    else if (name == "items") out += std::to_string(verdict.items);
    else if (name == "missing") out += missing.empty() ? files.empty() ? "what lacks it" : short_list(files) : short_list(missing);
    else if (name.starts_with("trait:")) out += trait_words(program, evaluator, std::string(name.substr(6)));
    else out += task.substr(open, close - open + 1);
    task.remove_prefix(close + 1);
  }
  // "(0 places)": nothing was counted, the task stands all the same.
  if (const std::size_t none = out.find(" (0 "); none != std::string::npos && verdict.findings_total == 0)
    if (const std::size_t end = out.find(')', none); end != std::string::npos) out.erase(none, end - none + 1);
  return out;
}

}  // namespace

std::string counted(std::uint64_t n, const std::string& singular) {
  return fmt::format("{} {}{}", n, singular, n == 1 ? "" : "s");
}

std::string found_where(const std::vector<Evidence>& evidence, std::uint64_t total) {
  if (evidence.empty()) return "nothing speaks against it";
  const Evidence& first = evidence.front();
  const bool is_path = first.line == 0 && !first.path.empty();
  const bool unnamed = first.label.empty() && (first.probe == "text" || first.probe == "code" ||
                                               first.probe == "comment" || first.probe == "string");
  std::string out = "found " + (is_path || unnamed ? first.path : first.label.empty() ? first.probe : first.label);
  if (!is_path && !unnamed && !first.path.empty()) out += " in " + first.path;
  if (first.line > 0) out += ":" + std::to_string(first.line);
  if (total > 1) out += fmt::format(" (and {} more)", total - 1);
  return out;
}

std::string not_applicable_reason(const Program& program, Evaluator& evaluator, const BoundCheck& check) {
  if (!check.check.na_reason.empty()) return check.check.na_reason;
  std::vector<std::string> reasons;
  missing_conditions(program, evaluator, *check.when, reasons);
  if (reasons.empty()) return "only when " + (check.check.when_text.empty() ? "its condition holds" : check.check.when_text);
  return base::joined(reasons, "; ");
}

void fill_tasks(const Program& program, Evaluator& evaluator, Verdict& verdict) {
  for (const std::string& task : verdict.check.tasks) verdict.tasks.push_back(fill(program, evaluator, verdict, task));
}

}  // namespace readiness::checks
