// SPDX-License-Identifier: Apache-2.0
// Helm templates as YAML with holes.
#include "document/helm_text.h"
#include "document/parse.h"

namespace readiness::document {
namespace {

constexpr std::string_view kHole = "{{}}";

void fill_holes(std::string& text) {
  if (text.find(kAction) == std::string::npos) return;
  std::string filled;
  std::size_t from = 0;
  for (std::size_t at; (at = text.find(kAction, from)) != std::string::npos; from = at + kAction.size())
    filled.append(text, from, at - from).append(kHole);
  text = filled.append(text, from);
}

void fill_holes(Node& node) {
  fill_holes(node.text);
  for (Node& item : node.items) fill_holes(item);
  for (Member& member : node.members) {
    fill_holes(member.key);
    fill_holes(member.value);
  }
}

Documents parse_text(const std::string& text, const Input& input) {
  Documents documents =
      parse_yaml({.text = text, .file = input.file, .limits = input.limits, .tolerates_duplicates = true});
  if (documents)
    for (Node& document : *documents) fill_holes(document);
  return documents;
}

}  // namespace

Documents parse_helm_yaml(const Input& input) {
  const base::Result<std::string> text = helm_text(input, Branches::all);
  if (!text) return text.errors();
  Documents documents = parse_text(*text, input);
  if (documents) return documents;
  if (Documents first = parse_text(*helm_text(input, Branches::first), input)) return first;
  std::vector<base::Diagnostic> problems = documents.errors();
  for (base::Diagnostic& problem : problems)  // with the line as it was written
    problem = input.problem(problem.mark, std::move(problem.message),
                            "the template is read with its actions taken out");
  return problems;
}

}  // namespace readiness::document
