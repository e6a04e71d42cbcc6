// SPDX-License-Identifier: Apache-2.0
// Queries in few words, and what gather answers as lines, for comparing whole.
#pragma once
#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "facts/facts.h"

namespace readiness::facts {

inline base::GlobSet globs(const std::vector<std::string>& patterns) {
  base::Result<base::GlobSet> set = base::GlobSet::compile(patterns);
  REQUIRE(set.ok());
  return std::move(*set);
}

inline document::JsonPath path_query(const std::string& text) {
  base::Result<document::JsonPath> path = document::JsonPath::compile(text);
  REQUIRE(path.ok());
  return *path;
}

inline scan::SmallRegex regex(const std::string& text) {
  base::Result<scan::SmallRegex> compiled = scan::SmallRegex::compile(text);
  REQUIRE(compiled.ok());
  return *compiled;
}

inline std::uint16_t roles(std::initializer_list<classify::Role> list) {
  unsigned out = 0;
  for (const classify::Role role : list) out |= 1U << static_cast<unsigned>(role);
  return static_cast<std::uint16_t>(out);
}

inline KindSet kinds(std::initializer_list<std::string_view> names) {
  KindSet out = 0;
  for (const std::string_view name : names) out |= find_kind(name).value();
  return out;
}

inline Query text(const std::string& pattern, Where where = {}) {
  return {.what = TextQuery{{.regex = pattern}}, .where = std::move(where)};
}
inline Query path(const std::vector<std::string>& patterns, Where where = {}) {
  return {.what = PathQuery{globs(patterns)}, .where = std::move(where)};
}
inline Query dependency(std::vector<std::string> names, Scope scope = Scope::any, Where where = {}) {
  return {.what = DependencyQuery{std::move(names), scope}, .where = std::move(where)};
}
inline Query image(std::vector<std::string> names, Where where = {}) {
  return {.what = ImageQuery{std::move(names)}, .where = std::move(where)};
}
inline Query document_query(std::initializer_list<std::string_view> kind_names, const std::string& select) {
  return {.what = DocumentQuery{.select = path_query(select)}, .where = {.kinds = kinds(kind_names)}};
}

using Files = std::vector<source::MemorySource::File>;

inline Facts gathered(const Files& files, const std::vector<Query>& queries,
                      const GatherOptions& options = {}) {
  const source::MemorySource source(files);
  base::Result<Facts> facts = gather(source, queries, options);
  REQUIRE(facts.ok());
  return std::move(*facts);
}

/// "path:line:column excerpt [name=value …] [yes|no …]" a hit.
inline std::string lines_of(const Facts& facts, std::size_t query) {
  std::string out;
  for (const Hit& hit : facts.answers.at(query).hits) {
    out += hit.file == kNoFile ? "history" : facts.files[hit.file].path;
    if (hit.mark.line != 0)
      out += ":" + std::to_string(hit.mark.line) + ":" + std::to_string(hit.mark.column);
    if (!hit.excerpt.empty()) out += " " + hit.excerpt;
    for (const auto& [name, value] : hit.captures) out += " " + name + "=" + value;
    for (const bool relation : hit.relations) out += relation ? " yes" : " no";
    out += "\n";
  }
  return out;
}

inline std::string unread_of(const Facts& facts, std::size_t query) {
  std::string out;
  for (const std::uint32_t file : facts.answers.at(query).unread)
    out += (out.empty() ? "" : " ") + (file == kNoFile ? "history" : facts.files[file].path);
  return out;
}

/// "path disposition" a file.
inline std::string dispositions_of(const Facts& facts) {
  std::string out;
  for (const File& file : facts.files) out += file.path + " " + std::string(name_of(file.disposition)) + "\n";
  return out;
}

/// Everything that may be compared between two runs.
inline std::string everything_in(const Facts& facts) {
  std::string out = dispositions_of(facts);
  for (std::size_t i = 0; i < facts.answers.size(); ++i)
    out += "#" + std::to_string(i) + " " + std::to_string(facts.answers[i].total) + " of " +
           std::to_string(facts.answers[i].files_searched) + " unread " + unread_of(facts, i) + "\n" +
           lines_of(facts, i);
  for (const Dependency& one : facts.dependencies)
    out += one.ecosystem + " " + one.name + " " + one.version + " " + std::to_string(one.file) + "\n";
  for (const auto& [file, reason] : facts.ledger.unparsed) out += "unparsed " + file + " " + reason + "\n";
  return out + std::to_string(facts.ledger.bytes_scanned) + " " +
         std::to_string(facts.ledger.documents_parsed);
}

}  // namespace readiness::facts
