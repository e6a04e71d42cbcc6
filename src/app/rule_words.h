// SPDX-License-Identifier: Apache-2.0
// What a rule looks for, as nested bullets of Markdown: for people who want to know how a check decides
// without reading YAML.
#pragma once
#include <map>
#include <set>
#include <string>

#include "rulepack/model.h"

namespace readiness::app {

class RuleWords {
 public:
  explicit RuleWords(const rulepack::RuleBook& book);
  /// Bullets for an expression; names are opened once and referred to afterwards, traits are linked.
  std::string bullets(const rulepack::Expression& expression);
  std::string bullets(const rulepack::Relation& relation);
  /// Begins a new check: names are opened again.
  void start() { opened_.clear(); }
  /// "`a`, `b` and 12 more".
  static std::string codes(const std::vector<std::string>& list, std::size_t most);
  /// Text between backticks, whatever is in it.
  static std::string code(std::string text);

 private:
  void add(const rulepack::Expression& expression, std::size_t depth, std::string& out);
  void add(const rulepack::Relation& relation, std::size_t depth, std::string& out);
  void add_name(const std::string& name, std::size_t depth, std::string& out);
  void add_leaf(const rulepack::Expression& leaf, std::size_t depth, std::string& out);

  std::map<std::string, const rulepack::Probe*> probes_;
  std::map<std::string, const rulepack::Trait*> traits_;
  std::set<std::string> opened_;
};

}  // namespace readiness::app
