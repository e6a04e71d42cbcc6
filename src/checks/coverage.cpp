// SPDX-License-Identifier: Apache-2.0
// A relation is made ready once (its other side indexed), then asked for every item.
#include "checks/coverage.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "checks/route_path.h"

namespace readiness::checks {
namespace {

using Kind = rulepack::Relation::Kind;

std::string_view capture_of(const facts::Hit& hit, const std::string& name) {
  const auto it = std::find_if(hit.captures.begin(), hit.captures.end(), [&](const auto& c) { return c.first == name; });
  return it == hit.captures.end() ? std::string_view() : std::string_view(it->second);
}

std::string joined_captures(const facts::Hit& hit, const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += std::string(capture_of(hit, name)) + '\x1f';
  return out;
}

class Judge {
 public:
  Judge(Evaluator& evaluator, const BoundRelation& relation) : relation_(relation), evaluator_(evaluator) {
    for (const BoundRelation& operand : relation.operands) operands_.emplace_back(evaluator, operand);
    if (relation.kind != Kind::file && relation.kind != Kind::named_in) return;
    for (const Found& found : evaluator.evaluate(relation.expression).hits) {
      const facts::Hit& hit = evaluator.hit(found);
      if (relation.kind == Kind::file) files_.insert(hit.file);
      else if (relation.as_path) routes_.add(capture_of(hit, relation.by.front()));
      else names_.insert(joined_captures(hit, relation.by));
    }
  }

  bool holds(const Found& item) const {
    const facts::Hit& hit = evaluator_.hit(item);
    const auto met = [&](const Judge& operand) { return operand.holds(item); };
    switch (relation_.kind) {
      case Kind::any: return std::any_of(operands_.begin(), operands_.end(), met);
      case Kind::all: return std::all_of(operands_.begin(), operands_.end(), met);
      case Kind::negation: return !operands_.front().holds(item);
      case Kind::file: return files_.contains(hit.file);
      case Kind::named_in:
        return relation_.as_path ? routes_.has(capture_of(hit, relation_.by.front()))
                                 : names_.contains(joined_captures(hit, relation_.by));
      case Kind::has: {
        const auto it = relation_.has.find(item.query);
        return it != relation_.has.end() && it->second < hit.relations.size() && hit.relations[it->second];
      }
    }
    return false;
  }

 private:
  const BoundRelation& relation_;
  Evaluator& evaluator_;
  std::vector<Judge> operands_;
  std::set<std::uint32_t> files_;
  std::set<std::string> names_;
  RouteSet routes_;
};

}  // namespace

std::vector<Found> those_among(Evaluator& evaluator, const std::vector<Found>& items, const BoundRelation& relation) {
  const Judge judge(evaluator, relation);
  std::vector<Found> out;
  std::copy_if(items.begin(), items.end(), std::back_inserter(out), [&](const Found& item) { return judge.holds(item); });
  return out;
}

Coverage cover(Evaluator& evaluator, std::vector<Found> items, const BoundRelation& must,
               const std::vector<std::string>& distinct) {
  evaluator.order(items);
  const Judge judge(evaluator, must);
  Coverage out;
  std::map<std::string, std::size_t> first;  // captures → index into `verdicts`
  std::vector<std::pair<Found, bool>> verdicts;
  for (const Found& item : items) {
    const bool met = judge.holds(item);
    const auto [it, fresh] = distinct.empty() ? std::pair(first.end(), true)
                                              : first.try_emplace(joined_captures(evaluator.hit(item), distinct), verdicts.size());
    if (fresh) verdicts.emplace_back(item, met);
    else if (met) verdicts[it->second].second = true;
  }
  for (const auto& [item, met] : verdicts) (met ? out.with : out.without).push_back(item);
  out.items = verdicts.size();
  out.met = out.with.size();
  return out;
}

}  // namespace readiness::checks
