// SPDX-License-Identifier: Apache-2.0
// Language, role, binary: from hints to the first role that fits.
#include <algorithm>

#include "classify/classify.h"
#include "classify/encoding.h"
#include "classify/generated.h"
#include "classify/path_facts.h"

namespace readiness::classify {
namespace {

using language::LanguageId;

std::size_t depth_of(std::string_view folder) {
  return folder.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(folder.begin(), folder.end(), '/'));
}

Role role_by_matter(Matter matter, Hints hints) {
  switch (matter) {
    case Matter::code:
    case Matter::page:
      return Role::source;
    case Matter::script:
      return Role::script;
    case Matter::deploy:
      return Role::deploy;
    case Matter::build:
      return Role::config;
    case Matter::data:
      return (hints & kProductData) != 0 ? Role::other : Role::config;
    case Matter::prose:
      return Role::docs;
    case Matter::unknown:
      return Role::other;
  }
  return Role::other;
}

Role role_of(Matter matter, Hints hints) {
  if ((hints & kVendored) != 0) return Role::vendored;
  if ((hints & kGenerated) != 0) return Role::generated;
  if ((hints & kTest) != 0) return Role::test;
  // A tutorial's pages are documentation; its programs are examples.
  if ((hints & kExample) != 0 && matter != Matter::prose) return Role::example;
  if ((hints & kDocs) != 0 || matter == Matter::prose) return Role::docs;
  if ((hints & kBinary) != 0) return Role::other;
  if ((hints & kCi) != 0) return Role::ci;
  const bool deploys = (hints & kDeploy) != 0 || matter == Matter::deploy;
  if (deploys && (hints & kNotDeployed) == 0) return Role::deploy;
  if ((hints & kScript) != 0 || matter == Matter::script) return Role::script;
  if ((hints & kConfig) != 0) return Role::config;
  return role_by_matter(matter, hints);
}

void set(Hints& hints, Hint hint, std::optional<bool> value) {
  if (value) hints = static_cast<Hints>(*value ? hints | hint : hints & ~hint);
}

Hints with(Hints hints, const Overrides& said) {
  set(hints, kVendored, said.vendored);
  set(hints, kGenerated, said.generated);
  set(hints, kDocs, said.documentation);
  return hints;
}

Hints hints_of(const Path& path, Matter matter) {
  return static_cast<Hints>(hints_of_folders(path, matter) | hints_of_name(path, matter));
}

Overrides overrides(const std::vector<AttributeRule>& rules, std::string_view path) {
  return rules.empty() ? Overrides{} : overrides_of(rules, path);
}

LanguageId language_of(std::string_view path, std::string_view head, const Overrides& said) {
  if (!said.language.empty()) return language::find(said.language).value_or(language::kUnknown);
  return language::detect(path, head);
}

// Configuration counts whoever wrote it.
bool is_made_by_tools(Role role) {
  return role == Role::source || role == Role::test || role == Role::script || role == Role::deploy ||
         role == Role::example;
}

// A template's head speaks of what the template makes.
bool may_be_generated(Role role, Hints hints, LanguageId id) {
  const std::string_view name = language::name_of(id);
  const bool is_template = matter_of(id) == Matter::page && name != "css";
  return is_made_by_tools(role) && !is_template && name != "dockerfile" && (hints & kAuthored) == 0;
}

bool is_minified_by_tools(LanguageId id) {
  const std::string_view name = language::name_of(id);
  return name == "javascript" || name == "css";
}

}  // namespace

Classifier::Classifier(const std::vector<Attributes>& attributes) {
  std::vector<const Attributes*> files;
  for (const Attributes& file : attributes) files.push_back(&file);
  std::stable_sort(files.begin(), files.end(), [](const Attributes* a, const Attributes* b) {
    return depth_of(a->folder) < depth_of(b->folder);
  });
  for (const Attributes* file : files) read_attributes(file->folder, file->text, rules_);
}

Classification Classifier::by_path(std::string_view path) const {
  const Overrides said = overrides(rules_, path);
  const LanguageId id = language_of(path, {}, said);
  const Path parts(path);
  const Matter matter = matter_of(id);
  const Hints hints = with(hints_of(parts, matter), said);
  return {.language = id,
          .role = role_of(matter, hints),
          .binary = (hints & kBinary) != 0,
          .lockfile = (hints & kLockfile) != 0 && (hints & kVendored) == 0};
}

Classification Classifier::with_head(const Classification& by_path, std::string_view path,
                                     std::string_view head) const {
  Classification out = by_path;
  if (head.empty()) return out;
  out.binary = looks_binary(head) || (by_path.binary && !is_clean_text(head));
  if (out.binary) return out;
  if (out.role != Role::vendored && is_own_report(head)) {
    out.role = Role::generated;
    return out;
  }
  const Overrides said = overrides(rules_, path);
  out.language = language_of(path, head, said);
  // A path's hints depend on the language and on nothing else in the file.
  const bool same = out.language == by_path.language;
  if (same && !is_made_by_tools(out.role)) return out;
  const bool is_generated =
      said.generated != false &&
      (says_generated(head) || (is_minified_by_tools(out.language) && looks_minified(head)));
  if (same && !is_generated) return out;
  const Path parts(path);
  const Matter matter = matter_of(out.language);
  const Hints hints = with(hints_of(parts, matter), said);
  out.role = role_of(matter, hints);
  if (is_generated && may_be_generated(out.role, hints, out.language)) out.role = Role::generated;
  return out;
}

}  // namespace readiness::classify
