// SPDX-License-Identifier: Apache-2.0
// The keys of .readiness.toml, one function a table (docs/configuration.md).
#include "app/config.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

#include "app/own_words.h"
#include "app/table.h"
#include "base/glob.h"
#include "base/nearest.h"
#include "base/text.h"
#include "checks/waivers.h"
#include "document/parse.h"

namespace readiness::app {
namespace {

using document::Member;
using document::Node;
using document::Type;

const std::vector<std::string>& priority_words() {
  static const std::vector<std::string> kWords{"critical", "high", "medium", "low"};
  return kWords;
}

class ConfigReader {
 public:
  ConfigReader(std::string_view text, std::string_view file) : problems_(file, text) {
    config_.file = file;
    config_.text = text;
  }

  base::Result<Config> read(const Node& root) {
    Table top(root, "the configuration", problems_);
    config_.target = top.whole("target", 0, 100);
    config_.exclude = globs(top, "exclude");
    for (const PlacedText& folder : top.texts("rules")) add_rules(folder);
    table(top, root, "gate", [&](Table& t) { gate(t); });
    table(top, root, "packs", [&](Table& t) { packs(t); });
    table(top, root, "checks", [&](Table& t) {
      for (PlacedText& id : t.texts("skip")) skip(std::move(id));
    });
    table(top, root, "capacity", [&](Table& t) { capacity(t); });
    table(top, root, "roadmap", [&](Table& t) { roadmap(t); });
    top.members("priorities", [&](const Member& m) { priority(m); });
    top.members("traits", [&](const Member& m) { trait(m); });
    top.members("owners", [&](const Member& m) { owner(m); });
    top.tables("unit", [&](Table& t) { unit(t); });
    top.tables("waive", [&](Table& t) { waive(t); });
    top.tables("attest", [&](Table& t) { attest(t); });
    top.finish();
    if (!problems_.all().empty()) return problems_.all();
    return std::move(config_);
  }

 private:
  template <typename Read>
  void table(Table& top, const Node& root, std::string_view key, Read read) {
    top.take(key);
    const Node* node = root.find(key);
    if (node == nullptr) return;
    Table inner(*node, fmt::format("[{}]", key), problems_);
    read(inner);
    inner.finish();
  }

  std::string name(RuleName::Kind kind, PlacedText text) {
    config_.names.push_back({kind, text.text, text.mark});
    return std::move(text.text);
  }

  std::vector<std::string> globs(Table& t, std::string_view key) {
    std::vector<std::string> out;
    for (PlacedText& text : t.texts(key)) {
      if (const auto glob = base::GlobSet::compile({text.text}); !glob)
        problems_.add(text.mark, glob.errors().front().message, {}, text.text.size() + 2);
      out.push_back(std::move(text.text));
    }
    return out;
  }

  // A configuration may come from a stranger: it names folders below the root and nothing else.
  void add_rules(const PlacedText& folder) {
    const bool outside =
        folder.text.starts_with('/') || ("/" + folder.text + "/").find("/../") != std::string::npos;
    if (outside)
      problems_.add(folder.mark, "'rules' must name a folder inside the repository",
                    "give packs from elsewhere with --rules", folder.text.size() + 2);
    config_.rules.push_back(folder.text);
  }

  void gate(Table& t) {
    config_.fail_under = t.whole("fail_under", 0, 100);
    if (const auto index = t.word("fail_on", priority_words()))
      config_.fail_on = static_cast<rulepack::Priority>(*index);
  }

  void packs(Table& t) {
    for (PlacedText& pack : t.texts("only"))
      config_.only_packs.push_back(name(RuleName::Kind::pack, std::move(pack)));
    for (PlacedText& pack : t.texts("skip"))
      config_.skip_packs.push_back(name(RuleName::Kind::pack, std::move(pack)));
  }

  void skip(PlacedText id) { config_.skip_checks.push_back(name(RuleName::Kind::check_glob, std::move(id))); }

  void capacity(Table& t) {
    if (const auto engineers = t.number("engineers", 0.1, 1000)) config_.capacity.engineers = *engineers;
    if (const auto hours = t.number("hours_a_week", 1, 168)) config_.capacity.hours_a_week = *hours;
  }

  void roadmap(Table& t) {
    std::vector<PlacedText> packs;
    config_.own_words = read_own_words(t, packs);
    for (PlacedText& pack : packs) name(RuleName::Kind::pack, std::move(pack));
  }

  void priority(const Member& member) {
    const auto& words = priority_words();
    const auto word = std::find(words.begin(), words.end(), member.value.text);
    if (!member.value.is(Type::string) || word == words.end())
      return problems_.add(member.value.mark,
                           fmt::format("'{}' must be critical, high, medium or low", member.key),
                           base::did_you_mean(member.value.text, words), member.value.text.size() + 2);
    const std::string id = name(RuleName::Kind::check, {member.key, member.key_mark});
    config_.priorities[id] = static_cast<rulepack::Priority>(word - words.begin());
  }

  void trait(const Member& member) {
    if (!member.value.is(Type::boolean))
      return problems_.add(member.value.mark, fmt::format("trait '{}' must be true or false", member.key), {},
                           member.value.text.size());
    config_.traits[name(RuleName::Kind::trait, {member.key, member.key_mark})] = member.value.boolean;
  }

  void owner(const Member& member) {
    if (!member.value.is(Type::string) || member.value.text.empty())
      return problems_.add(member.value.mark, fmt::format("owner of '{}' must be a string", member.key));
    config_.owners.emplace_back(name(RuleName::Kind::check_glob, {member.key, member.key_mark}),
                                member.value.text);
  }

  void unit(Table& t) {
    checks::Unit out{.name = t.required_text("name").text, .path = {}, .kind = "named by the configuration"};
    const PlacedText path = t.required_text("path");
    out.path = path.text.substr(0, path.text.find_last_not_of('/') + 1);
    if (out.path.starts_with("./")) out.path.erase(0, 2);
    const bool outside =
        path.text.starts_with('/') || ("/" + out.path + "/").find("/../") != std::string::npos;
    if (outside || out.path == ".")
      problems_.add(path.mark, "'path' must name a folder inside the repository", {}, path.text.size() + 2);
    if (auto kind = t.text("kind")) out.kind = kind->text;
    const auto same = [&](const checks::Unit& other) { return other.path == out.path; };
    if (std::any_of(config_.units.begin(), config_.units.end(), same))
      problems_.add(path.mark, fmt::format("two units have the folder '{}'", out.path), {},
                    path.text.size() + 2);
    config_.units.push_back(std::move(out));
  }

  void waive(Table& t) {
    checks::WaiverRule rule;
    const PlacedText check = t.required_text("check");
    if (!check.text.empty()) rule.check = name(RuleName::Kind::check_glob, check);
    const std::vector<std::string> path = one_glob(t, "path");
    if (!path.empty()) rule.path = path.front();
    if (auto fingerprint = t.text("fingerprint")) rule.fingerprint = fingerprint->text;
    const auto& reasons = checks::waiver_reasons();
    const bool has_reason = t.take("reason") != nullptr;
    if (const auto index = t.word("reason", reasons)) rule.waiver.reason = reasons[*index];
    if (!has_reason)
      problems_.add(t.mark(), "[[waive]] needs 'reason'", "one of: " + base::joined(reasons, ", "));
    if (auto note = t.text("note")) rule.waiver.note = note->text;
    if (auto by = t.text("by")) rule.waiver.by = by->text;
    rule.waiver.until = t.date("until");
    const bool must_end = rule.waiver.reason == "accepted-risk" || rule.waiver.reason == "planned";
    if (must_end && rule.waiver.until.empty())
      problems_.add(t.mark(), fmt::format("a waiver with reason '{}' needs 'until'", rule.waiver.reason),
                    "no risk is accepted for ever: until = \"2027-01-31\"");
    config_.waivers.push_back(std::move(rule));
  }

  std::vector<std::string> one_glob(Table& t, std::string_view key) {
    const std::optional<PlacedText> text = t.text(key);
    if (!text) return {};
    if (const auto glob = base::Glob::compile(text->text); !glob)
      problems_.add(text->mark, glob.errors().front().message, {}, text->text.size() + 2);
    return {text->text};
  }

  void attest(Table& t) {
    checks::Attestation out;
    const PlacedText check = t.required_text("check");
    if (!check.text.empty()) out.check = name(RuleName::Kind::check, check);
    if (auto path = t.text("path")) out.path = path->text;
    if (auto link = t.text("link")) out.link = link->text;
    if (out.path.empty() == out.link.empty())
      problems_.add(t.mark(), "[[attest]] needs its evidence: either 'path' (with 'pattern') or 'link'");
    const std::optional<PlacedText> pattern = t.text("pattern");
    if (pattern) {
      out.pattern = pattern->text;
      if (out.path.empty())
        problems_.add(pattern->mark, "'pattern' is looked for in 'path', which is missing");
    }
    if (auto by = t.text("by")) out.by = by->text;
    out.until = t.date("until");
    if (!out.link.empty() && out.until.empty() && t.take("until") == nullptr)
      problems_.add(t.mark(), "an attestation by 'link' needs 'until'",
                    "nobody re-reads a link: until = \"2027-01-31\"");
    config_.attestations.push_back(std::move(out));
  }

  ConfigProblems problems_;
  Config config_;
};

std::string list_of(const std::vector<std::string>& names) { return base::joined(names, ", "); }

}  // namespace

base::Result<Config> parse_config(std::string_view text, std::string_view file) {
  if (text.size() > kMaxConfigBytes)
    return base::Diagnostic{
        .file = std::string(file),
        .message = fmt::format("a configuration of more than {} KiB is refused", kMaxConfigBytes / 1024)};
  base::Result<std::vector<Node>> parsed =
      document::parse(document::Format::toml, text, file, {.max_bytes = kMaxConfigBytes});
  if (!parsed) return parsed.errors();
  return ConfigReader(text, file).read(parsed->empty() ? Node{.type = Type::object} : parsed->front());
}

checks::Settings rule_settings(const Config& config) {
  checks::Settings out;
  out.packs = config.only_packs;
  out.skip = config.skip_checks;
  for (const std::string& pack : config.skip_packs) out.skip.push_back(pack + ".*");
  out.priorities = config.priorities;
  out.traits = config.traits;
  out.units = config.units;
  out.waivers = config.waivers;
  out.attestations = config.attestations;
  return out;
}

std::vector<base::Diagnostic> unknown_names(const Config& config, const rulepack::RuleBook& book) {
  std::vector<std::string> ids, packs, traits;
  for (const rulepack::Pack& pack : book.packs) {
    if (!pack.checks.empty()) packs.push_back(pack.name);
    for (const rulepack::Check& check : pack.checks) ids.push_back(check.id);
    for (const rulepack::Trait& trait : pack.traits) traits.push_back(trait.name);
  }
  ConfigProblems problems(config.file, config.text);
  for (const RuleName& name : config.names) {
    const bool is_check = name.kind == RuleName::Kind::check || name.kind == RuleName::Kind::check_glob;
    const auto& known = is_check ? ids : name.kind == RuleName::Kind::pack ? packs : traits;
    const bool found = std::any_of(known.begin(), known.end(), [&](const std::string& other) {
      return name.kind == RuleName::Kind::check_glob ? base::name_matches(name.name, other)
                                                     : name.name == other;
    });
    if (found) continue;
    const std::string_view what = is_check ? "check" : name.kind == RuleName::Kind::pack ? "pack" : "trait";
    const std::string nearest = base::did_you_mean(name.name, known);
    problems.add(name.mark, fmt::format("unknown {} '{}'", what, name.name),
                 nearest.empty() ? "see readiness rules list" : nearest, name.name.size());
  }
  return problems.all();
}

std::vector<std::string> notes_of(const Config& config) {
  std::vector<std::string> out;
  if (config.file.empty()) return out;
  if (!config.exclude.empty()) out.push_back("excludes " + list_of(config.exclude));
  if (!config.only_packs.empty()) out.push_back("only the packs " + list_of(config.only_packs));
  if (!config.skip_packs.empty()) out.push_back("without the packs " + list_of(config.skip_packs));
  if (!config.skip_checks.empty()) out.push_back("without the checks " + list_of(config.skip_checks));
  for (const auto& [id, priority] : config.priorities)
    out.push_back(fmt::format("priority of {} set to {}", id, checks::name_of(priority)));
  for (const auto& [trait, holds] : config.traits)
    out.push_back(fmt::format("trait {} set to {}", trait, holds));
  if (!config.units.empty()) out.push_back(fmt::format("{} units named by hand", config.units.size()));
  if (!config.rules.empty()) out.push_back("more packs from " + list_of(config.rules));
  return out;
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  int year = 0;
  unsigned month = 0, day = 0;
  const auto number = [](std::string_view part, auto& out) {
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), out);
    return error == std::errc{} && end == part.data() + part.size() && part.front() != '-';
  };
  return number(text.substr(0, 4), year) && number(text.substr(5, 2), month) &&
         number(text.substr(8, 2), day) &&
         std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(month),
                                     std::chrono::day(day))
             .ok();
}

}  // namespace readiness::app
