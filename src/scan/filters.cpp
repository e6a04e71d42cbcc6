// SPDX-License-Identifier: Apache-2.0
// Cheap conditions first; regexes on the surroundings last.
#include "scan/filters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/nearest.h"
#include "base/text.h"
#include "scan/placeholder.h"
#include "scan/scanner.h"

namespace readiness::scan {
namespace {

constexpr std::size_t kMaxBytesAround = 2000;

base::Diagnostic problem(std::string message, std::string hint) {
  return {.file = {}, .mark = {}, .message = std::move(message), .hint = std::move(hint)};
}

std::optional<std::size_t> index_of(const std::vector<NamedGroup>& groups, std::string_view name) {
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].name == name) return i;
  }
  return std::nullopt;
}

// Looks up a group that a filter names; `what` is the filter's name in messages.
bool find_group(const std::vector<NamedGroup>& groups, const std::string& name, std::string_view what,
                std::optional<std::size_t>& index, std::vector<base::Diagnostic>& problems) {
  if (name.empty()) return false;
  index = index_of(groups, name);
  if (index) return true;
  std::vector<std::string> known;
  for (const NamedGroup& group : groups) known.push_back(group.name);
  std::string hint = base::did_you_mean(name, known);
  if (hint.empty()) hint = "write (?<" + name + ">…) in the regex";
  problems.push_back(
      problem(std::string(what) + ": the regex has no group named '" + name + "'", std::move(hint)));
  return false;
}

void compile_all(const std::vector<std::string>& regexes, std::string_view what,
                 const PreparedRegexes* prepared, std::vector<Pcre>& compiled,
                 std::vector<base::Diagnostic>& problems) {
  for (const std::string& regex : regexes) {
    if (auto known = prepared ? prepared->find_source(regex) : std::nullopt) {
      compiled.push_back(Pcre::later(std::move(*known), Start::floating));
      continue;
    }
    base::Result<CheckedRegex> result = compile_checked(regex);
    if (result) {
      compiled.push_back(std::move(result->code));
      continue;
    }
    for (base::Diagnostic d : result.errors()) {
      d.message = std::string(what) + ": " + d.message;
      problems.push_back(std::move(d));
    }
  }
}

std::string_view bytes_of(std::string_view text, const Span& span) {
  return span.set ? text.substr(span.begin, span.end - span.begin) : std::string_view{};
}

}  // namespace

base::Result<std::shared_ptr<const Conditions>> Conditions::compile(const Filters& filters,
                                                                    const PreparedRegexes* prepared) {
  std::vector<base::Diagnostic> problems;
  auto out = std::make_shared<Conditions>();
  compile_all(filters.unless, "unless", prepared, out->unless, problems);
  compile_all(filters.with, "with", prepared, out->with, problems);
  out->near = filters.near;
  out->value_not = filters.value_not;
  out->entropy_min = filters.entropy_min;
  out->drop_placeholders = filters.drop_placeholders;
  if (!filters.checksum.empty()) {
    out->checksum = find_checksum(filters.checksum);
    if (out->checksum == nullptr) {
      problems.push_back(problem("checksum: '" + filters.checksum + "' is not known",
                                 base::did_you_mean(filters.checksum, checksum_names())));
    }
  }
  if (!problems.empty()) return problems;
  return std::shared_ptr<const Conditions>(std::move(out));
}

base::Result<CompiledFilters> CompiledFilters::compile(const Filters& filters,
                                                       std::shared_ptr<const Conditions> conditions,
                                                       const std::vector<NamedGroup>& groups) {
  std::vector<base::Diagnostic> problems;
  CompiledFilters out;
  out.conditions_ = std::move(conditions);
  find_group(groups, filters.secret, "secret", out.secret_group_, problems);
  out.value_group_ = out.secret_group_ ? out.secret_group_ : index_of(groups, "value");
  if (!find_group(groups, filters.entropy_group, "entropy", out.entropy_group_, problems)) {
    out.entropy_group_ = out.value_group_;
  }
  for (const std::string& name : filters.distinct) {
    std::optional<std::size_t> index;
    if (find_group(groups, name, "distinct", index, problems)) out.distinct_.push_back(*index);
  }
  if (!problems.empty()) return problems;
  return out;
}

Span CompiledFilters::value(const Match& match) const {
  if (value_group_ && match.groups[*value_group_].set) return match.groups[*value_group_];
  return {match.begin, match.end, true};
}

Span CompiledFilters::secret(const Match& match) const {
  return secret_group_ ? match.groups[*secret_group_] : Span{};
}

bool CompiledFilters::keeps(std::string_view text, const Match& match, PcreMatcher& matcher,
                            SeenCombinations& seen) const {
  if (conditions_ == nullptr) return true;
  return values_pass(text, match) && surroundings_pass(text, match, matcher) &&
         is_first_combination(text, match, seen);
}

bool CompiledFilters::values_pass(std::string_view text, const Match& match) const {
  const Conditions& demand = *conditions_;
  const std::string_view tested = bytes_of(text, value(match));
  const auto equals_value = [&](const std::string& word) { return base::same_word(word, tested); };
  if (std::any_of(demand.value_not.begin(), demand.value_not.end(), equals_value)) return false;
  if (demand.entropy_min > 0) {
    const Span measured = entropy_group_ ? match.groups[*entropy_group_] : value(match);
    if (entropy_of(bytes_of(text, measured)) < demand.entropy_min) return false;
  }
  if (demand.checksum != nullptr && !demand.checksum(tested)) return false;
  return !demand.drop_placeholders || !is_placeholder(tested);
}

bool CompiledFilters::surroundings_pass(std::string_view text, const Match& match,
                                        PcreMatcher& matcher) const {
  const Conditions& demand = *conditions_;
  if (demand.unless.empty() && demand.with.empty()) return true;
  const std::string_view lines = lines_around(text, match.begin, match.end, demand.near);
  const auto is_found = [&](const Pcre& regex) {
    return matcher.find(regex, lines, 0, lines.size(), false) == MatchState::found;
  };
  if (std::any_of(demand.unless.begin(), demand.unless.end(), is_found)) return false;
  return demand.with.empty() || std::any_of(demand.with.begin(), demand.with.end(), is_found);
}

bool CompiledFilters::is_first_combination(std::string_view text, const Match& match,
                                           SeenCombinations& seen) const {
  if (distinct_.empty()) return true;
  std::string key;
  for (const std::size_t group : distinct_) {
    const std::string_view bytes = bytes_of(text, match.groups[group]);
    key.append(std::to_string(bytes.size())).append(":").append(bytes);  // the length keeps the parts apart
  }
  return seen.insert(std::move(key)).second;
}

double entropy_of(std::string_view value) {
  std::array<std::uint32_t, 256> counts{};
  for (const char c : value) ++counts[static_cast<unsigned char>(c)];
  const auto total = static_cast<double>(value.size());
  double bits = 0;
  for (const std::uint32_t count : counts) {
    if (count != 0) bits -= count / total * std::log2(count / total);
  }
  return bits;
}

std::string_view lines_around(std::string_view text, std::uint32_t begin, std::uint32_t end,
                              std::uint32_t near) {
  const std::size_t first_allowed = begin - std::min<std::size_t>(begin, kMaxBytesAround);
  const std::size_t last_allowed = std::min<std::size_t>(text.size(), end + kMaxBytesAround);
  std::size_t first = begin;
  for (std::uint32_t lines = 0; first > first_allowed; --first) {
    if (text[first - 1] == '\n' && lines++ == near) break;
  }
  std::size_t last =
      end > begin && text[end - 1] == '\n' ? end - 1 : end;  // a match may end with its line's break
  for (std::uint32_t lines = 0; last < last_allowed; ++last) {
    if (text[last] == '\n' && lines++ == near) break;
  }
  return text.substr(first, last - first);
}

}  // namespace readiness::scan
