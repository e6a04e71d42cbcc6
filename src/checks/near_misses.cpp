// SPDX-License-Identifier: Apache-2.0
// A query that found nothing is asked again where its `where` did not let it look; why a hit there does not
// count follows from where it lies.
#include "checks/near_misses.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/glob.h"
#include "base/path_index.h"
#include "checks/findings.h"

namespace readiness::checks {
namespace {

using classify::Role;
using rulepack::Operator;

// Of a second look: a report must not cost another audit.
constexpr std::uint64_t kMostBytes = 4U << 20;
constexpr std::size_t kMostFiles = 1'500;

struct RoleWords {
  Role role;
  std::string_view why;
};
// Nearest first: what lies closest to counting is shown when there is not room for all.
constexpr std::array kByNearness{
    RoleWords{Role::source, "in source code, which does not count here"},
    RoleWords{Role::config, "in configuration, which does not count here"},
    RoleWords{Role::deploy, "in deployment files, which do not count here"},
    RoleWords{Role::ci, "in a CI pipeline, which does not count here"},
    RoleWords{Role::script, "in a script, which does not count here"},
    RoleWords{Role::test, "in tests"},
    RoleWords{Role::example, "in examples"},
    RoleWords{Role::docs, "in documentation"},
    RoleWords{Role::other, "in a file of another kind"},
    RoleWords{Role::generated, "in generated files"},
    RoleWords{Role::vendored, "in vendored code"},
};
static_assert(kByNearness.size() == classify::kRoles);

constexpr std::uint16_t bit(Role role) {
  return static_cast<std::uint16_t>(1U << static_cast<unsigned>(role));
}
constexpr std::uint16_t kEveryRole = (1U << classify::kRoles) - 1;
constexpr std::uint16_t kReadable = kEveryRole & ~(bit(Role::generated) | bit(Role::vendored) | bit(Role::other));

bool allows(const facts::Where& where, Role role) {
  return where.roles == 0 || (where.roles & bit(role)) != 0;
}

struct Near {
  std::size_t rank = 0;
  NearMiss miss{};
};

Near near_of(const facts::File& file, const facts::Hit& hit, std::string probe) {
  Near out{.miss = {.at = {.probe = std::move(probe),
                           .path = file.path,
                           .line = hit.mark.line,
                           .column = hit.mark.column,
                           .excerpt = hit.excerpt}}};
  while (kByNearness[out.rank].role != file.classification.role) ++out.rank;
  out.miss.why = kByNearness[out.rank].why;
  return out;
}

// What a verdict missed: the leaves below the parts of its expression that do not hold.
void missing_leaves(const Program& program, Evaluator& evaluator, const Bound& expression,
                    std::vector<const Bound*>& out) {
  if (expression.op == Operator::negation || evaluator.evaluate(expression).holds) return;
  if (expression.name != kNone)
    return missing_leaves(program, evaluator, program.names[expression.name].expression, out);
  for (const Bound& operand : expression.operands) missing_leaves(program, evaluator, operand, out);
  if (!expression.queries.empty()) out.push_back(&expression);
}

// The expression whose absence a verdict tells; nullptr when it tells none.
const Bound* absent_of(const BoundCheck& check, const Verdict& verdict) {
  if (verdict.outcome != Outcome::fail && verdict.outcome != Outcome::partial) return nullptr;
  if (check.require) return &*check.require;
  return verdict.items == 0 && check.without_items ? &*check.without_items : nullptr;
}

template <typename Visit>
void each_missing(const Program& program, const facts::Facts& facts, const Verdicts& verdicts, Visit visit) {
  Evaluator evaluator(program, facts);
  for (std::size_t i = 0; i < program.checks.size() && i < verdicts.verdicts.size(); ++i) {
    const Bound* absent = absent_of(program.checks[i], verdicts.verdicts[i]);
    if (absent == nullptr) continue;
    std::vector<const Bound*> leaves;
    missing_leaves(program, evaluator, *absent, leaves);
    visit(i, leaves);
  }
}

// The same question where the first time nobody looked; nothing when it looked everywhere.
std::optional<facts::Query> widened(const facts::Query& query) {
  facts::Query out = query;
  auto* text = std::get_if<facts::TextQuery>(&out.what);
  const bool by_bytes = text != nullptr || std::holds_alternative<facts::DocumentQuery>(out.what) ||
                        std::holds_alternative<facts::ImageQuery>(out.what);
  if (!by_bytes) return {};
  const bool by_region = text != nullptr && text->pattern.region.has_value();
  if (by_region) text->pattern.region.reset();
  // A word of pipelines or documents in source code means something else: source is near only to what looks at source.
  constexpr std::uint16_t kSource = bit(Role::source);
  const std::uint16_t near = (query.where.roles & kSource) != 0 ? kReadable : kReadable & ~kSource;
  out.where.roles = by_region ? near : query.where.roles == 0 ? 0 : near & ~query.where.roles;
  if (out.where.roles == 0) return {};
  return out;
}

bool is_guide(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return name == ".gitattributes" || name == "Chart.yaml";
}

std::vector<std::size_t> files_for(const facts::Facts& facts, std::uint16_t roles) {
  std::vector<std::size_t> out;
  std::uint64_t bytes = 0;
  const auto take = [&](bool source) {
    for (std::size_t i = 0; i < facts.files.size() && out.size() < kMostFiles; ++i) {
      const facts::File& file = facts.files[i];
      const Role role = file.classification.role;
      if ((role == Role::source) != source || (roles & bit(role)) == 0) continue;
      if (file.disposition != facts::Disposition::scanned || bytes + file.size > kMostBytes) continue;
      bytes += file.size;
      out.push_back(i);
    }
  };
  take(false);  // tests, documents and examples first: they are the likelier place
  take(true);
  // What says how the others are to be read.
  for (std::size_t i = 0; i < facts.files.size(); ++i)
    if (is_guide(facts.files[i].path) && std::find(out.begin(), out.end(), i) == out.end()) out.push_back(i);
  std::sort(out.begin(), out.end());
  return out;
}

/// A verdict by its number, and the leaves that it missed.
using Missing = std::pair<std::size_t, std::vector<const Bound*>>;

// The files whose paths the queries in vain name, whatever their role: all sets of globs go over each path at once.
class NamedFiles {
 public:
  NamedFiles(const Program& program, const facts::Facts& facts, const std::vector<Missing>& missing) {
    for (const auto& [verdict, leaves] : missing)
      for (const Bound* leaf : leaves)
        for (const std::uint32_t query : leaf->queries)
          if (const auto* path = std::get_if<facts::PathQuery>(&program.queries[query].what);
              path != nullptr && facts.answers[query].hits.empty())
            sets_.try_emplace(query, index_.add(path->globs));
    files_.resize(index_.size());
    if (sets_.empty()) return;
    base::PathIndex::Matches matches(index_);
    for (std::uint32_t i = 0; i < facts.files.size(); ++i)
      for (const base::GlobSetId set : matches.of(facts.files[i].path)) files_[set].push_back(i);
  }
  const std::vector<std::uint32_t>& of(std::uint32_t query) const { return files_[sets_.at(query)]; }

 private:
  base::PathIndex index_{};
  std::map<std::uint32_t, base::GlobSetId> sets_{};  // by query
  std::vector<std::vector<std::uint32_t>> files_{};   // by set
};

class Finder {
 public:
  Finder(const Program& program, const facts::Facts& facts, const SecondLook& look,
         const facts::Facts* second, const std::vector<Missing>& missing)
      : program_(program), facts_(facts), second_(second), named_(program, facts, missing) {
    for (std::uint32_t i = 0; i < look.asked_as.size(); ++i)
      if (look.asked_as[i] != kNone) again_[look.asked_as[i]] = i;
  }

  std::vector<NearMiss> near(const std::vector<const Bound*>& leaves) {
    std::vector<Near> found;
    for (const Bound* leaf : leaves)
      for (const std::uint32_t query : leaf->queries) ask(*leaf, query, found);
    return nearest(std::move(found));
  }

 private:
  void ask(const Bound& leaf, std::uint32_t query, std::vector<Near>& out) {
    const facts::Query& asked = program_.queries[query];
    if (!facts_.answers[query].hits.empty()) return;  // found, and dropped by `in_files`: about something else
    if (std::holds_alternative<facts::PathQuery>(asked.what))
      return add_paths(leaf, named_.of(query), asked.where, out);
    if (const auto* dependency = std::get_if<facts::DependencyQuery>(&asked.what))
      return add_dependencies(leaf, *dependency, asked.where, out);
    const auto again = again_.find(query);
    if (second_ == nullptr || again == again_.end()) return;
    const facts::Answer& answer = second_->answers[again->second];
    for (std::size_t i = 0; i < std::min(answer.hits.size(), kLooked); ++i) {
      const facts::File& file = second_->files[answer.hits[i].file];
      Near near = near_of(file, answer.hits[i], leaf.what);
      if (allows(asked.where, file.classification.role)) near.miss.why = outside_region(leaf.op);
      out.push_back(std::move(near));
    }
  }

  static std::string outside_region(Operator op) {
    if (op == Operator::code) return "in a comment or a text, not in code";
    return op == Operator::comment ? "not in a comment" : "not in a text";
  }

  void add_paths(const Bound& leaf, const std::vector<std::uint32_t>& files, const facts::Where& where,
                 std::vector<Near>& out) {
    for (const std::uint32_t index : files) {
      const facts::File& file = facts_.files[index];
      if (allows(where, file.classification.role)) continue;
      if (!where.paths.empty() && !where.paths.matches(file.path)) continue;
      if (where.not_paths.matches(file.path)) continue;
      out.push_back(near_of(file, {}, leaf.what));
    }
  }

  void add_dependencies(const Bound& leaf, const facts::DependencyQuery& query, const facts::Where& where,
                        std::vector<Near>& out) {
    for (const facts::Dependency& dependency : facts_.dependencies) {
      const auto named = [&](const std::string& glob) { return base::name_matches(glob, dependency.name); };
      if (std::none_of(query.names.begin(), query.names.end(), named)) continue;
      const facts::File& file = facts_.files[dependency.file];
      Near near = near_of(file, {.mark = dependency.mark, .excerpt = dependency.name}, leaf.what);
      if (allows(where, file.classification.role)) {
        near.rank = 0;
        near.miss.why =
            dependency.direct ? "declared for development only" : "only pulled in by another dependency";
      }
      out.push_back(std::move(near));
    }
  }

  static std::vector<NearMiss> nearest(std::vector<Near> found) {
    const auto key = [](const Near& n) {
      return std::tie(n.rank, n.miss.at.path, n.miss.at.line, n.miss.at.column, n.miss.at.probe);
    };
    std::sort(found.begin(), found.end(), [&](const Near& a, const Near& b) { return key(a) < key(b); });
    std::vector<NearMiss> out;
    std::set<std::string> files;
    for (Near& near : found)
      if (out.size() < kNearMissesShown && files.insert(near.miss.at.path).second)
        out.push_back(std::move(near.miss));
    return out;
  }

  static constexpr std::size_t kLooked = 50;  // hits of one query: enough to choose the nearest

  const Program& program_;
  const facts::Facts& facts_;
  const facts::Facts* second_;
  NamedFiles named_;
  std::map<std::uint32_t, std::uint32_t> again_;
};

}  // namespace

SecondLook plan_second_look(const Program& program, const facts::Facts& facts, const Verdicts& verdicts) {
  SecondLook out;
  std::set<std::uint32_t> wanted;
  each_missing(program, facts, verdicts, [&](std::size_t, const std::vector<const Bound*>& leaves) {
    for (const Bound* leaf : leaves)
      for (const std::uint32_t query : leaf->queries)
        if (facts.answers[query].hits.empty()) wanted.insert(query);
  });
  std::uint16_t roles = 0;
  for (const std::uint32_t query : wanted)
    if (std::optional<facts::Query> again = widened(program.queries[query])) {
      roles |= again->where.roles;
      out.queries.push_back(std::move(*again));
      out.asked_as.push_back(query);
    }
  if (out.queries.empty()) return out;
  for (const facts::Query& query : program.queries)
    if (const auto* text = std::get_if<facts::TextQuery>(&query.what);
        text != nullptr && text->pattern.filters && !text->pattern.filters->secret.empty()) {
      out.queries.push_back(query);
      out.queries.back().where.roles = 0;
      out.asked_as.push_back(kNone);
    }
  out.files = files_for(facts, roles);
  return out;
}

void add_near_misses(const Program& program, const facts::Facts& facts, const SecondLook& look,
                     const facts::Facts* second, Verdicts& verdicts) {
  std::vector<Missing> missing;
  each_missing(program, facts, verdicts, [&](std::size_t i, const std::vector<const Bound*>& leaves) {
    missing.emplace_back(i, leaves);
  });
  Finder finder(program, facts, look, second, missing);
  for (const auto& [verdict, leaves] : missing)
    verdicts.verdicts[verdict].receipt.near_misses = finder.near(leaves);
}

}  // namespace readiness::checks
