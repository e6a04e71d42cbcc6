// SPDX-License-Identifier: Apache-2.0
// Everything known about the repository, read-only once built. No bytes of the repository beyond bounded
// excerpts.
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "classify/classify.h"
#include "facts/query.h"
#include "source/source.h"

namespace readiness::facts {

/// Exactly one a tracked entry; the report prints the totals.
enum class Disposition : std::uint8_t {
  scanned,
  binary,
  too_large,
  excluded,
  generated,
  vendored,
  symlink,
  submodule,
  special,
  lfs_pointer,
  vanished,
  unreadable,
  corrupt
};
inline constexpr std::size_t kDispositions = 13;
std::string_view name_of(Disposition disposition);
/// Faults make an audit incomplete (exit 3); the others are policy.
bool is_fault(Disposition disposition);

struct File {
  std::string path;
  classify::Classification classification{};
  Disposition disposition = Disposition::scanned;
  std::string detail{};     ///< why, when not scanned and more is known
  std::uint64_t size = 0;   ///< bytes, when read
  std::uint32_t lines = 0;  ///< of source files that were scanned
  KindSet kinds = 0;
};

inline constexpr std::uint32_t kNoFile = 0xFFFFFFFF;

/// One answer. `file` indexes Facts::files (kNoFile for facts of history). `excerpt` is bounded and redacted.
struct Hit {
  std::uint32_t file = kNoFile;
  base::Mark mark{};
  std::string excerpt{};
  std::vector<std::pair<std::string, std::string>>
      captures{};                 ///< dependency: name, version, scope, ecosystem; image: name, tag
  std::vector<bool> relations{};  ///< DocumentQuery::relations, answered for this node
};

/// The answer to the query of the same index. Hits are sorted by (path, line, column).
struct Answer {
  std::vector<Hit> hits{};
  std::uint64_t total = 0;           ///< hits found; `hits` keeps the first 1,000 of a file and 25,000 in all
  std::uint32_t files_searched = 0;  ///< files that the query's Where let in
  /// Files let in that could not be parsed or read to the end; kNoFile when it is history that could not be
  /// read.
  std::vector<std::uint32_t> unread{};
};

struct Dependency {
  std::string ecosystem;  ///< npm, pypi, go, maven, rubygems, nuget, cargo, composer, hex, pub, swift, conan,
                          ///< vcpkg, cmake
  std::string name;       ///< as the registry spells it; pypi normalised (PEP 503); maven group:artifact
  std::string version;    ///< as written
  Scope scope = Scope::runtime;
  bool direct = true;  ///< false when only a lock file names it
  std::uint32_t file = 0;
  base::Mark mark{};
};

struct Ledger {
  std::array<std::uint64_t, kDispositions> files{};
  std::uint64_t entries = 0;  ///< the sum of `files`
  std::uint64_t bytes_scanned = 0;
  std::uint64_t documents_parsed = 0;
  std::vector<std::pair<std::string, std::string>> unparsed{};  ///< path, reason
  std::vector<std::string> stopped_patterns{};  ///< "pattern stopped in file: limit", for exit 3
};

struct Facts {
  std::vector<File> files{};      ///< in the source's order (by path)
  std::vector<Answer> answers{};  ///< parallel to the queries
  std::vector<Dependency> dependencies{};
  Ledger ledger{};
  std::vector<source::Note> notes{};
  source::Identity identity{};
};

struct GatherOptions {
  unsigned jobs = 2;
  base::GlobSet excludes{};
  std::uint64_t max_file_bytes = 16U << 20;
  scan::Engine engine = scan::Engine::fast;
  std::string_view prepared_regexes{};  ///< see scan::PreparedRegexes; must outlive the run
  std::vector<std::string> only_paths{};  ///< not empty: text queries look only here (staged mode), sorted
  std::int64_t now = 0;  ///< seconds since 1970 for questions of age; 0 = unknown, they stay unanswered
  std::function<void(std::size_t done, std::size_t total)> progress{};  ///< from any thread, one at a time
};

/// Reads the source once and answers all queries. The only errors are queries that do not compile.
base::Result<Facts> gather(const source::Source& source, const std::vector<Query>& queries,
                           const GatherOptions& options);

}  // namespace readiness::facts
