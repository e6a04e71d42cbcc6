// SPDX-License-Identifier: Apache-2.0
// Files are read in order: later packs add to earlier ones of the same name, overrides change checks by id.
#include "rulepack/load.h"

#include <map>

#include "base/nearest.h"
#include "document/parse.h"
#include "rulepack/check.h"
#include "rulepack/expression.h"

namespace readiness::rulepack {
namespace {

using document::Node;

class Loader {
 public:
  explicit Loader(RuleBook begun) : book_(std::move(begun)) {}

  base::Result<RuleBook> load(const std::vector<RuleFile>& files) {
    if (files.empty()) return std::move(book_);
    remember_names();
    forget_digests();
    const auto known = static_cast<std::uint32_t>(book_.sources.names.size());
    for (const RuleFile& file : files) {
      book_.sources.names.push_back(file.name);
      book_.sources.texts.push_back(file.text);
    }
    for (std::uint32_t i = 0; i < files.size(); ++i) load_file(files[i], known + i);
    if (!problems_.empty()) return problems_;
    return std::move(book_);
  }

 private:
  void remember_names() {
    for (const Pack& pack : book_.packs) {
      for (const Probe& probe : pack.probes) names_.emplace(probe.name, probe.place);
      for (const Trait& trait : pack.traits) names_.emplace(trait.name, trait.place);
      for (const Check& check : pack.checks) ids_.emplace(check.id, check.place);
    }
  }

  // Any of them can be of something that a further file redefines.
  void forget_digests() {
    for (Pack& pack : book_.packs) {
      for (Probe& probe : pack.probes) probe.digest = 0;
      for (Trait& trait : pack.traits) trait.digest = 0;
      for (Check& check : pack.checks) check.digest = 0;
    }
  }

  void load_file(const RuleFile& file, std::uint32_t index) {
    if (!file.documents.empty()) return load_documents(file.documents, index);
    base::Result<std::vector<Node>> parsed = document::parse(document::Format::yaml, file.text, file.name);
    if (!parsed) {
      problems_.insert(problems_.end(), parsed.errors().begin(), parsed.errors().end());
      return;
    }
    load_documents(*parsed, index);
  }

  void load_documents(const std::vector<Node>& documents, std::uint32_t index) {
    Problems problems(book_.sources, index);
    for (const Node& root : documents) root.find("weights") != nullptr ? load_weights(root, problems) : load_pack(root, problems);
    problems_.insert(problems_.end(), problems.all().begin(), problems.all().end());
  }

  void load_weights(const Node& root, Problems& problems) {
    Fields fields(root, "score.yaml", problems);
    Fields weights(*fields.take("weights"), "'weights'", problems);
    const auto read = [&](std::string_view key, double& out) {
      if (const auto value = weights.number(key, 0, 1000)) out = *value;
    };
    read("critical", book_.weights.critical);
    read("high", book_.weights.high);
    read("medium", book_.weights.medium);
    read("low", book_.weights.low);
    read("heuristic_factor", book_.weights.heuristic_factor);
    weights.finish();
    fields.finish();
  }

  Pack& pack_named(const std::string& name, const Place& place) {
    for (Pack& pack : book_.packs)
      if (pack.name == name) return pack;
    book_.packs.push_back({.name = name, .place = place});
    return book_.packs.back();
  }

  void load_pack(const Node& root, Problems& problems) {
    Fields fields(root, "a pack", problems);
    if (!fields.valid()) return;
    const std::string name = fields.text("pack");
    const bool only_overrides = name.empty() && fields.has("override");
    if (name.empty() && !only_overrides) problems.add(root.mark, "a pack needs 'pack: NAME'");
    if (!only_overrides) {
      Pack& pack = pack_named(name, problems.place(root.mark));
      const auto prose = [&](std::string_view key, std::string& out) {
        if (std::string value = fields.text(key); !value.empty()) out = std::move(value);
      };
      prose("title", pack.title);
      prose("about", pack.about);
      prose("owner", pack.owner);
      if (const Node* probes = fields.take("probes")) load_probes(*probes, problems, pack);
      if (const Node* traits = fields.take("traits")) load_traits(*traits, problems, pack);
      if (const Node* checks = fields.take("checks")) load_checks(*checks, problems, pack);
    }
    if (const Node* overrides = fields.take("override")) apply_overrides(*overrides, problems);
    fields.finish();
  }

  // Refuses a second definition of `name`, telling where the first stands.
  bool first_of(std::map<std::string, Place>& seen, const std::string& name, std::string_view what, base::Mark mark,
                Problems& problems) {
    const auto [it, fresh] = seen.try_emplace(name, problems.place(mark));
    if (fresh) return true;
    const Place& first = it->second;
    problems.add(mark, "duplicate " + std::string(what) + " '" + name + "'",
                 "first defined at " + book_.sources.names[first.file] + ":" + std::to_string(first.mark.line));
    return false;
  }

  void load_probes(const Node& node, Problems& problems, Pack& pack) {
    for (const document::Member& member : node.members) {
      if (!first_of(names_, member.key, "probe or trait", member.key_mark, problems)) continue;
      pack.probes.push_back({member.key, problems.place(member.key_mark), read_expression(member.value, problems)});
    }
  }

  void load_traits(const Node& node, Problems& problems, Pack& pack) {
    for (const document::Member& member : node.members) {
      if (!first_of(names_, member.key, "probe or trait", member.key_mark, problems)) continue;
      Fields fields(member.value, "a trait", problems);
      if (!fields.valid()) continue;
      Trait trait{.name = member.key, .place = problems.place(member.key_mark)};
      trait.title = fields.text("title");
      trait.about = fields.text("about");
      trait.expression = read_expression(member.value, problems, {"title", "about"});
      if (trait.title.empty()) problems.add(member.key_mark, "trait '" + member.key + "' needs a 'title'");
      pack.traits.push_back(std::move(trait));
    }
  }

  void load_checks(const Node& node, Problems& problems, Pack& pack) {
    for (const Node& item : node.items) {
      Check check{.pack = pack.name};
      read_check(item, problems, true, check);
      if (check.id.empty() || !first_of(ids_, check.id, "check", item.mark, problems)) continue;
      pack.checks.push_back(std::move(check));
    }
  }

  void apply_overrides(const Node& list, Problems& problems) {
    for (const Node& item : list.items) {
      const Node* id = item.find("id");
      Check* check = id == nullptr ? nullptr : find_check(id->text);
      if (check != nullptr) {
        read_check(item, problems, false, *check);
        continue;
      }
      std::vector<std::string> known;
      for (const auto& [name, place] : ids_) known.push_back(name);
      const std::string wanted = id == nullptr ? "" : id->text;
      problems.add(item.mark, "override of unknown check '" + wanted + "'", base::did_you_mean(wanted, known));
    }
  }

  Check* find_check(std::string_view id) {
    for (Pack& pack : book_.packs)
      for (Check& check : pack.checks)
        if (check.id == id) return &check;
    return nullptr;
  }

  RuleBook book_;
  std::map<std::string, Place> names_;
  std::map<std::string, Place> ids_;
  std::vector<base::Diagnostic> problems_;
};

}  // namespace

base::Result<RuleBook> load(const std::vector<RuleFile>& files) { return Loader({}).load(files); }

base::Result<RuleBook> load(RuleBook begun, const std::vector<RuleFile>& files) {
  return Loader(std::move(begun)).load(files);
}

}  // namespace readiness::rulepack
