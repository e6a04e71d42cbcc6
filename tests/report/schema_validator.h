// SPDX-License-Identifier: Apache-2.0
// JSON Schema 2020-12 as far as docs/report.schema.json uses it. A keyword that it does not know is an error,
// so the schema cannot outgrow it in silence.
#pragma once
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace readiness::report::testing {

using nlohmann::json;

class SchemaValidator {
 public:
  explicit SchemaValidator(json schema) : root_(std::move(schema)) {}

  /// "place: what is wrong", one a problem; empty when `value` is valid.
  std::vector<std::string> problems(const json& value) const {
    std::vector<std::string> out;
    check(root_, value, "$", out);
    return out;
  }

 private:
  using Problems = std::vector<std::string>;

  static bool has_type(const json& value, const std::string& type) {
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    return value.type_name() == type;  // null, boolean, string, array, object
  }

  void check(const json& schema, const json& value, const std::string& at, Problems& out) const {
    for (const auto& [keyword, rule] : schema.items())
      if (!apply(keyword, rule, schema, value, at, out)) out.push_back(at + ": unknown keyword " + keyword);
  }

  bool apply(const std::string& keyword, const json& rule, const json& schema, const json& value,
             const std::string& at, Problems& out) const {
    static const std::set<std::string> kNotes{"$schema", "$id", "$defs", "title", "description"};
    const auto demand = [&](bool holds, const std::string& what) {
      if (!holds) out.push_back(fmt::format("{}: {}", at, what));
      return true;
    };
    if (kNotes.count(keyword) > 0) return true;
    if (keyword == "$ref") return check(resolve(rule), value, at, out), true;
    if (keyword == "type") return demand(has_type(value, rule), "is no " + rule.get<std::string>());
    if (keyword == "const") return demand(value == rule, "is not " + rule.dump());
    if (keyword == "enum")
      return demand(rule.end() != std::find(rule.begin(), rule.end(), value), "is none of " + rule.dump());
    if (keyword == "minimum") return demand(!value.is_number() || value >= rule, "is below " + rule.dump());
    if (keyword == "maximum") return demand(!value.is_number() || value <= rule, "is above " + rule.dump());
    if (keyword == "anyOf") return demand(any_of(rule, value, at), "fits none of the alternatives");
    if (keyword == "items") return check_items(rule, value, at, out), true;
    if (keyword == "required") return check_required(rule, value, at, out), true;
    if (keyword == "properties") return check_properties(rule, value, at, out), true;
    if (keyword == "additionalProperties") return check_others(rule, schema, value, at, out), true;
    return false;
  }

  json resolve(const std::string& reference) const {
    return root_.at(json::json_pointer(reference.substr(1)));
  }

  bool any_of(const json& alternatives, const json& value, const std::string& at) const {
    return std::any_of(alternatives.begin(), alternatives.end(), [&](const json& alternative) {
      Problems problems;
      check(alternative, value, at, problems);
      return problems.empty();
    });
  }

  void check_items(const json& rule, const json& value, const std::string& at, Problems& out) const {
    if (!value.is_array()) return;
    for (std::size_t i = 0; i < value.size(); ++i) check(rule, value[i], fmt::format("{}[{}]", at, i), out);
  }

  static void check_required(const json& rule, const json& value, const std::string& at, Problems& out) {
    if (!value.is_object()) return;
    for (const json& key : rule)
      if (!value.contains(key)) out.push_back(fmt::format("{}: lacks {}", at, key.dump()));
  }

  void check_properties(const json& rule, const json& value, const std::string& at, Problems& out) const {
    if (!value.is_object()) return;
    for (const auto& [key, part] : value.items())
      if (rule.contains(key)) check(rule[key], part, at + "." + key, out);
  }

  void check_others(const json& rule, const json& schema, const json& value, const std::string& at,
                    Problems& out) const {
    if (!value.is_object()) return;
    for (const auto& [key, part] : value.items()) {
      if (schema.contains("properties") && schema["properties"].contains(key)) continue;
      if (rule == false)
        out.push_back(fmt::format("{}: unexpected {}", at, key));
      else if (rule.is_object())
        check(rule, part, at + "." + key, out);
    }
  }

  json root_;
};

}  // namespace readiness::report::testing
