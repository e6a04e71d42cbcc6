// SPDX-License-Identifier: Apache-2.0
// Somebody's file, so nothing in it is believed: what is missing or of another kind is a diagnostic.
#include <algorithm>
#include <array>

#include "delta/snapshot.h"
#include "document/parse.h"

namespace readiness::delta {
namespace {

using document::Node;
using document::Type;

constexpr std::string_view kSchema = "readiness/report@1";
constexpr document::Limits kLimits{.max_bytes = 32U << 20, .max_nodes = 1'500'000};

class Reading {
 public:
  explicit Reading(const std::string& name) : name_(name) {}

  base::Result<Snapshot> read(const Node& root) {
    const Node* schema = root.find("schema");
    if (schema == nullptr || schema->text != kSchema)
      return base::Diagnostic{.file = name_,
                              .message = "is no report of readiness",
                              .hint = "readiness audit --format json=report.json writes one"};
    out_.side = {.name = name_, .ruler = text(root, "ruler"), .complete = truth(root, "complete")};
    if (const Node* identity = member(root, "identity", Type::object)) {
      out_.side.commit = text(*identity, "commit");
      out_.side.date = text(*identity, "commit_date");
    }
    out_.side.weeks = weeks_of(root);
    if (const Node* checks = member(root, "checks", Type::array))
      for (const Node& check : checks->items) out_.checks.push_back(state(check));
    if (!problems_.empty()) return problems_;
    const score::Tally tally = tally_of(out_.checks);
    out_.side.score = tally.points();
    out_.side.raw = tally.raw();
    out_.side.scored = tally.counted > 0;
    return std::move(out_);
  }

 private:
  static constexpr std::size_t kMostProblems = 10;

  void problem(const Node& node, std::string message) {
    if (problems_.size() < kMostProblems)
      problems_.push_back({.file = name_, .mark = node.mark, .message = std::move(message)});
  }

  const Node* member(const Node& node, std::string_view key, Type type) {
    const Node* found = node.find(key);
    const bool fits =
        found != nullptr && (found->is(type) || (type == Type::real && found->is(Type::integer)));
    if (fits) return found;
    problem(node, "'" + std::string(key) + "' is missing or of another kind");
    return nullptr;
  }
  std::string text(const Node& node, std::string_view key) {
    const Node* found = member(node, key, Type::string);
    return found == nullptr ? "" : found->text;
  }
  bool truth(const Node& node, std::string_view key) {
    const Node* found = member(node, key, Type::boolean);
    return found != nullptr && found->boolean;
  }
  double number(const Node& node, std::string_view key, double most) {
    const Node* found = member(node, key, Type::real);
    if (found == nullptr) return 0;
    const double value = found->is(Type::integer) ? static_cast<double>(found->integer) : found->real;
    if (value >= 0 && value <= most) return value;
    problem(*found, "'" + std::string(key) + "' is out of range");
    return 0;
  }
  // One of `count` values of an enumeration by its name.
  template <typename Enum>
  Enum word(const Node& node, std::string_view key, Enum last) {
    const std::string found = text(node, key);
    for (int i = 0; i <= static_cast<int>(last); ++i)
      if (checks::name_of(static_cast<Enum>(i)) == found) return static_cast<Enum>(i);
    problem(node, "'" + std::string(key) + "' is not known");
    return last;
  }

  // Reports of earlier programs do not say.
  std::optional<Weeks> weeks_of(const Node& root) {
    const Node* plan = root.find("plan");
    const Node* road = plan == nullptr ? nullptr : plan->find("to_production");
    const Node* weeks = road == nullptr ? nullptr : member(*road, "weeks", Type::object);
    if (weeks == nullptr) return {};
    return Weeks{number(*weeks, "min", 1e6), number(*weeks, "max", 1e6)};
  }

  CheckState state(const Node& check) {
    CheckState out{.id = text(check, "id"), .title = text(check, "title"), .pack = text(check, "pack")};
    out.priority = word(check, "priority", rulepack::Priority::low);
    out.confidence = word(check, "confidence", rulepack::Confidence::heuristic);
    out.outcome = word(check, "verdict", checks::Outcome::unknown);
    out.preview = truth(check, "preview");
    out.counts = truth(check, "counts");
    out.weight = number(check, "weight", 10'000);
    out.earned = number(check, "earned", 1);
    if (const Node* rule = check.find("rule")) out.rule = rule->text;
    out.findings_total = static_cast<std::uint64_t>(number(check, "findings_total", 1e15));
    if (const Node* findings = member(check, "findings", Type::array))
      for (const Node& finding : findings->items) {
        const Node* waiver = finding.find("waiver");
        out.findings.push_back({.fingerprint = text(finding, "fingerprint"),
                                .path = text(finding, "path"),
                                .line = static_cast<std::uint32_t>(number(finding, "line", 4e9)),
                                .waived = waiver != nullptr && waiver->is(Type::string)});
      }
    return out;
  }

  const std::string& name_;
  Snapshot out_;
  std::vector<base::Diagnostic> problems_;
};

}  // namespace

base::Result<Snapshot> read_report(std::string_view json, const std::string& name) {
  const base::Result<std::vector<Node>> parsed = document::parse(document::Format::json, json, name, kLimits);
  if (!parsed) return parsed.errors();
  if (parsed->size() != 1 || !parsed->front().is(Type::object))
    return base::Diagnostic{.file = name, .message = "is no JSON object"};
  return Reading(name).read(parsed->front());
}

}  // namespace readiness::delta
