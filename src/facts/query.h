// SPDX-License-Identifier: Apache-2.0
// The questions that facts answers: what checks compiles probes into. Plain data.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/glob.h"
#include "classify/classify.h"
#include "document/jsonpath.h"
#include "facts/kind.h"
#include "language/language.h"
#include "scan/pattern.h"
#include "scan/scanner.h"

namespace readiness::facts {

/// Which files a question is about. Empty lists mean "any".
struct Where {
  std::vector<language::LanguageId> languages{};
  std::uint16_t roles = 0;  ///< bit set of classify::Role; 0 = any role
  base::GlobSet paths{};
  base::GlobSet not_paths{};
  KindSet kinds = 0;           ///< of documents; 0 = any
  std::uint64_t max_size = 0;  ///< bytes; 0 = no limit of its own
};

/// Text of files: hits of one pattern (a probe with several regexes is several queries).
struct TextQuery {
  scan::PatternSpec pattern;
  bool once = false;  ///< of the whole tree, keep the first hit for each set of captures
};
/// Paths themselves: one hit a file.
struct PathQuery {
  base::GlobSet globs;
};
enum class Scope : std::uint8_t { any, runtime, development };
/// Declared dependencies: name globs ("@databases/backup*"; "group:artifact" for Maven; module paths for Go).
struct DependencyQuery {
  std::vector<std::string> names;
  Scope scope = Scope::any;
  bool declared_is_use = false;  ///< for checks: being declared is all that these need
};
/// Container images by name glob, registry and tag left out unless the glob has them.
struct ImageQuery {
  std::vector<std::string> names;
};
/// Nodes of structured documents: a hit for each node that `select` finds and that passes the conditions.
struct DocumentQuery {
  document::JsonPath select;
  std::vector<scan::SmallRegex> text{};       ///< each must be found in flat_text(node)
  std::vector<document::JsonPath> has{};      ///< each must select something below the node ($ = the node)
  std::vector<document::JsonPath> has_not{};  ///< none may select anything
  std::vector<std::pair<std::string, document::JsonPath>>
      captures{};                               ///< name → first scalar found below the node
  std::vector<document::JsonPath> relations{};  ///< recorded per hit in Hit::relations, for `must: {has: …}`
};
/// Facts of history; at most one a repository is read.
struct CommitQuery {
  base::GlobSet ever{};              ///< paths that ever existed
  std::int64_t older_than_days = 0;  ///< a hit when the last commit is older; 0 = not asked
};

struct Query {
  std::variant<TextQuery, PathQuery, DependencyQuery, ImageQuery, DocumentQuery, CommitQuery> what;
  Where where{};
};

}  // namespace readiness::facts
