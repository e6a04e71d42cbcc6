// SPDX-License-Identifier: Apache-2.0
// The three lists as one table; an id is a position in it.
#include "language/table.h"

#include <array>

#include "base/name_table.h"
#include "language/syntaxes.h"

namespace readiness::language {
namespace {

constexpr Language kNoLanguage{"unknown", Use::data, kPlain};

LanguageId count() {
  return static_cast<LanguageId>(1 + programming_rows().size() + web_rows().size() + data_rows().size());
}

const base::NameTable& by_name() {
  static const base::NameTable table = [] {
    base::NameTable names;
    for (LanguageId id = 1; id < count(); ++id) names.add(row_of(id).name, id);
    return names;
  }();
  return table;
}

}  // namespace

const Language& row_of(LanguageId id) {
  if (id == kUnknown || id >= count()) return kNoLanguage;
  std::size_t at = id - 1U;
  for (const std::span<const Language> rows : {programming_rows(), web_rows()}) {
    if (at < rows.size()) return rows[at];
    at -= rows.size();
  }
  return data_rows()[at];
}

std::string_view name_of(LanguageId id) { return row_of(id).name; }

std::optional<LanguageId> find(std::string_view name) { return by_name().find(name); }

std::vector<std::string> names() {
  std::vector<std::string> out;
  for (LanguageId id = 1; id < count(); ++id) out.emplace_back(row_of(id).name);
  return out;
}

bool is_programming(LanguageId id) { return row_of(id).use == Use::programming; }

}  // namespace readiness::language
