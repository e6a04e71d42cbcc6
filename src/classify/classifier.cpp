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

// Translations, seeds and the like: data of the product, not its configuration.
bool is_product_data(const Path& path) {
  const std::string_view folders = path.lower().substr(0, path.folders().size());
  for (const std::string_view part :
       {"locales/", "locale/", "i18n/", "l10n/", "translations/", "lang/", "languages/", "messages/"}) {
    const std::size_t at = folders.find(part);
    if (at != std::string_view::npos && (at == 0 || folders[at - 1] == '/')) return true;
  }
  const std::string_view extension = path.extension();
  return extension == "svg" || extension == "geojson" || extension == "topojson" || extension == "gltf" ||
         extension == "storyboard" || extension == "xib" || extension == "jsonl" || extension == "ndjson" ||
         extension == "rss" || extension == "kml" || extension == "gpx";
}

Role role_by_matter(const Path& path, Matter matter) {
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
      return is_product_data(path) ? Role::other : Role::config;
    case Matter::prose:
      return path.extension() == "txt" || path.extension() == "log" ? Role::other : Role::docs;
    case Matter::unknown:
      return Role::other;
  }
  return Role::other;
}

Role role_of(const Path& path, Matter matter, Hints hints) {
  if ((hints & kVendored) != 0) return Role::vendored;
  if ((hints & kGenerated) != 0) return Role::generated;
  if ((hints & kTest) != 0) return Role::test;
  if ((hints & kExample) != 0) return Role::example;
  const bool is_prose = matter == Matter::prose && role_by_matter(path, matter) == Role::docs;
  if ((hints & kDocs) != 0 || is_prose) return Role::docs;
  if ((hints & kCi) != 0) return Role::ci;
  if ((hints & kDeploy) != 0 || matter == Matter::deploy) return Role::deploy;
  if ((hints & kScript) != 0 || matter == Matter::script) return Role::script;
  if ((hints & kConfig) != 0) return Role::config;
  return role_by_matter(path, matter);
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

bool may_be_generated(Role role, Hints hints) {
  const bool is_kind = role == Role::source || role == Role::test || role == Role::script ||
                       role == Role::config || role == Role::deploy || role == Role::example;
  return is_kind && (hints & kAuthored) == 0;
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
          .role = role_of(parts, matter, hints),
          .binary = (hints & kBinary) != 0,
          .lockfile = (hints & kLockfile) != 0 && (hints & kVendored) == 0};
}

Classification Classifier::with_head(const Classification& by_path, std::string_view path,
                                     std::string_view head) const {
  Classification out = by_path;
  if (head.empty()) return out;
  out.binary = looks_binary(head) || (by_path.binary && !is_clean_text(head));
  if (out.binary) return out;
  const Overrides said = overrides(rules_, path);
  out.language = language_of(path, head, said);
  const Path parts(path);
  const Matter matter = matter_of(out.language);
  const Hints hints = with(hints_of(parts, matter), said);
  out.role = role_of(parts, matter, hints);
  const bool is_dockerfile = language::name_of(out.language) == "dockerfile";
  if (said.generated != false && !is_dockerfile && may_be_generated(out.role, hints) && says_generated(head))
    out.role = Role::generated;
  return out;
}

}  // namespace readiness::classify
