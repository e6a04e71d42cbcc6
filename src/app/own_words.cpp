// SPDX-License-Identifier: Apache-2.0
#include "app/own_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.h"

namespace readiness::app {
namespace {

using document::Member;
using document::Type;

const std::vector<std::string>& priorities() {
  static const std::vector<std::string> kWords{"critical", "high", "medium", "low"};
  return kWords;
}

void read_deadline(const Member& member, plan::OwnWords& out, ConfigProblems& problems) {
  const auto found = std::find(priorities().begin(), priorities().end(), member.key);
  if (found == priorities().end())
    return problems.add(member.key_mark,
                        fmt::format("'{}' must be critical, high, medium or low", member.key),
                        base::did_you_mean(member.key, priorities()), member.key.size());
  if (!member.value.is(Type::string))
    return problems.add(member.value.mark, fmt::format("the deadline of '{}' must be a string", member.key),
                        "critical = \"before going live\"");
  out.deadlines[static_cast<std::size_t>(found - priorities().begin())] = member.value.text;
}

void read_target(const Member& member, plan::OwnWords& out, std::vector<PlacedText>& packs,
                 ConfigProblems& problems) {
  const int points =
      member.value.is(Type::integer) && member.value.integer >= 0 && member.value.integer <= 100
          ? static_cast<int>(member.value.integer)
          : -1;
  if (points < 0)
    return problems.add(member.value.mark,
                        fmt::format("the target of '{}' must be a whole number from 0 to 100", member.key));
  packs.push_back({member.key, member.key_mark});
  out.targets.emplace_back(member.key, points);
}

std::vector<std::string> lines(Table& table, std::string_view key) {
  std::vector<std::string> out;
  for (PlacedText& text : table.texts(key)) out.push_back(std::move(text.text));
  return out;
}

}  // namespace

plan::OwnWords read_own_words(Table& table, std::vector<PlacedText>& packs) {
  static const std::vector<std::string> kCadences{"weekly", "fortnightly", "monthly", "quarterly"};
  plan::OwnWords out;
  const auto text = [&](std::string_view key, std::string& into) {
    if (auto value = table.text(key)) into = std::move(value->text);
  };
  text("title", out.title), text("subtitle", out.subtitle), text("stage", out.stage), text("focus", out.focus), text("owner", out.owner);
  if (const auto index = table.word("review", kCadences)) out.review = kCadences[*index];
  table.members("deadlines", [&](const Member& m) { read_deadline(m, out, table.problems()); });
  table.members("targets", [&](const Member& m) { read_target(m, out, packs, table.problems()); });
  out.success = lines(table, "success");
  out.questions = lines(table, "questions");
  out.notes = lines(table, "notes");
  table.tables("risk", [&](Table& risk) {
    std::string what = risk.required_text("risk").text;
    auto mitigation = risk.text("mitigation");
    out.risks.emplace_back(std::move(what), mitigation ? std::move(mitigation->text) : "");
  });
  return out;
}

}  // namespace readiness::app
