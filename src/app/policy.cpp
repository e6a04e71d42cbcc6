// SPDX-License-Identifier: Apache-2.0
#include "app/policy.h"

#include <algorithm>
#include <memory>

#include "app/built_in_rules.h"
#include "app/small_file.h"
#include "app/trust.h"
#include "source/find_entry.h"

namespace readiness::app {
namespace {

constexpr std::size_t kMaxPackBytes = 1 << 20;

using Bytes = base::Result<std::optional<std::string>>;
using Packs = base::Result<std::vector<rulepack::RuleFile>>;

std::string below(const std::string& root, const std::string& path) {
  return root == "." ? path : root + (root.ends_with('/') ? "" : "/") + path;
}

Bytes read_config_text(const PolicyPlace& place, const std::string& shown) {
  if (!place.config_file.empty()) {
    Bytes given = read_small_file(place.config_file, kMaxConfigBytes, Links::follow, shown);
    if (given && !*given) return base::Diagnostic{.file = shown, .message = "no such file"};
    return given;
  }
  if (place.tree != nullptr) return read_from_tree(*place.tree, std::string(kConfigName), kMaxConfigBytes);
  return read_small_file(below(place.root, std::string(kConfigName)), kMaxConfigBytes, Links::refuse, shown);
}

base::Result<Config> read_config(const PolicyPlace& place) {
  if (place.without_config) return Config{};
  const std::string shown = !place.config_file.empty() ? place.config_file
                            : place.tree != nullptr    ? std::string(kConfigName)
                                                       : below(place.root, std::string(kConfigName));
  Bytes text = read_config_text(place, shown);
  if (!text) return text.errors();
  return *text ? parse_config(**text, shown) : Config{};
}

// Under --untrusted: what the operator trusts, tightened by what the audited tree says of itself.
base::Result<Policy> read_untrusted(const PolicyPlace& place) {
  PolicyPlace own = place;
  own.config_file.clear();
  own.tree = place.audited;
  PolicyPlace trusted = place;
  trusted.without_config = place.config_file.empty() && !place.from_revision;
  base::Result<Config> theirs = read_config(own);
  if (!theirs) return theirs.errors();
  base::Result<Config> ours = read_config(trusted);
  if (!ours) return ours.errors();
  if (!ours->rules.empty() && !place.from_revision)
    return base::Diagnostic{
        .file = ours->file,
        .message = "names packs below the audited tree, which is not trusted",
        .hint = "give them with --rules, or take the policy from a revision: --config-from REV"};
  return Policy{tightened(std::move(*ours), *theirs), not_followed(*theirs), {}};
}

base::Result<Policy> read_policy(const PolicyPlace& place) {
  if (place.untrusted) return read_untrusted(place);
  base::Result<Config> config = read_config(place);
  if (!config) return config.errors();
  return Policy{std::move(*config), {}, {}};
}

Packs missing_folder(const std::string& shown) {
  return base::Diagnostic{.file = shown, .message = "no such folder with packs (*.yaml)"};
}

Packs packs_in_tree(const source::Source& tree, const std::string& folder) {
  std::vector<rulepack::RuleFile> out;
  const std::string prefix = folder.ends_with('/') ? folder : folder + "/";
  for (const source::Entry& entry : tree.entries()) {
    const std::string_view name =
        std::string_view(entry.path).substr(std::min(prefix.size(), entry.path.size()));
    const bool is_pack = entry.path.starts_with(prefix) && name.find('/') == std::string_view::npos &&
                         (name.ends_with(".yaml") || name.ends_with(".yml"));
    if (!is_pack) continue;
    Bytes text = read_from_tree(tree, entry.path, kMaxPackBytes);
    if (!text) return text.errors();
    out.push_back({.name = entry.path, .text = text->value_or("")});
  }
  return out.empty() ? missing_folder(folder) : Packs(std::move(out));
}

Packs packs_on_disk(const std::string& folder, Links links) {
  const auto names = yaml_files_in(folder);
  if (!names || names->empty()) return missing_folder(folder);
  std::vector<rulepack::RuleFile> out;
  for (const std::string& name : *names) {
    const std::string path = below(folder, name);
    Bytes text = read_small_file(path, kMaxPackBytes, links, path);
    if (!text) return text.errors();
    out.push_back({.name = path, .text = text->value_or("")});
  }
  return out;
}

Packs config_packs(const PolicyPlace& place, const Config& config) {
  std::vector<rulepack::RuleFile> out;
  for (const std::string& folder : config.rules) {
    const std::string on_disk = below(place.root, folder);
    if (place.tree == nullptr && !lies_inside(place.root, on_disk)) return missing_folder(on_disk);
    Packs packs =
        place.tree != nullptr ? packs_in_tree(*place.tree, folder) : packs_on_disk(on_disk, Links::refuse);
    if (!packs) return packs.errors();
    std::move(packs->begin(), packs->end(), std::back_inserter(out));
  }
  return out;
}

}  // namespace

Bytes read_from_tree(const source::Source& tree, const std::string& path, std::size_t max_bytes) {
  const std::optional<std::size_t> found = source::find_entry(tree.entries(), path);
  if (!found) return std::optional<std::string>{};
  const source::EntryKind kind = tree.entries()[*found].kind;
  if (kind != source::EntryKind::file && kind != source::EntryKind::executable)
    return base::Diagnostic{.file = path, .message = "is not a regular file"};
  const std::unique_ptr<source::Reader> reader = tree.make_reader();
  const source::Load load = reader->load(*found, max_bytes);
  if (load.status == source::LoadStatus::ok) return std::optional(std::string(load.bytes));
  if (load.status == source::LoadStatus::too_large)
    return base::Diagnostic{
        .file = path,
        .message = "is larger than " + std::to_string(max_bytes / 1024) + " KiB, which is refused"};
  return base::Diagnostic{.file = path,
                          .message = "cannot be read" + (load.detail.empty() ? "" : ": " + load.detail)};
}

Packs read_packs(const std::vector<std::string>& paths) {
  std::vector<rulepack::RuleFile> out;
  for (const std::string& path : paths) {
    if (yaml_files_in(path)) {
      Packs packs = packs_on_disk(path, Links::follow);
      if (!packs) return packs.errors();
      std::move(packs->begin(), packs->end(), std::back_inserter(out));
      continue;
    }
    Bytes text = read_small_file(path, kMaxPackBytes, Links::follow, path);
    if (!text) return text.errors();
    if (!*text) return base::Diagnostic{.file = path, .message = "no such pack file or folder"};
    out.push_back({.name = path, .text = std::move(**text)});
  }
  return out;
}

base::Result<Policy> load_policy(const PolicyPlace& place, const std::vector<std::string>& rule_paths) {
  base::Result<Policy> policy = read_policy(place);
  if (!policy) return policy.errors();
  std::vector<rulepack::RuleFile> files;
  for (Packs more : {config_packs(place, policy->config), read_packs(rule_paths)}) {
    if (!more) return more.errors();
    std::move(more->begin(), more->end(), std::back_inserter(files));
  }
  base::Result<rulepack::RuleBook> book =
      place.without_built_in ? base::Result<rulepack::RuleBook>(rulepack::RuleBook{}) : built_in_book();
  if (book) book = rulepack::load(std::move(*book), files);
  if (!book) return book.errors();
  if (const auto problems = unknown_names(policy->config, *book); !problems.empty()) return problems;
  policy->book = std::move(book).value();
  return policy;
}

}  // namespace readiness::app
