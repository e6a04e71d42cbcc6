// SPDX-License-Identifier: Apache-2.0
// What scan is asked to find and what it answers; it knows no rules, files or git.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/region.h"
#include "base/shared.h"

namespace readiness::scan {

using PatternId = std::uint32_t;

/// Conditions that drop a match, cheap ones first. They run while the bytes are there.
struct Filters {
  std::vector<std::string> unless{};        ///< regexes: drop when one matches the match's line (or `near` lines around)
  std::uint32_t near = 0;                   ///< how many lines around the match `unless` and `with` look at
  std::vector<std::string> with{};          ///< regexes: keep only when one matches the line (or `near` lines around)
  std::vector<std::string> value_not{};     ///< drop when the value equals one of these words (ASCII case ignored)
  std::string entropy_group{};              ///< capture measured by `entropy_min`; empty = the value
  double entropy_min = 0;                   ///< Shannon entropy in bits per character (Shannon 1948)
  std::string checksum{};                   ///< name of a token checksum, see checksum_names()
  bool drop_placeholders = false;           ///< changeme, xxxx, <your key>, ${VAR}, {{ var }}, example.com …
  std::vector<std::string> distinct{};      ///< captures: keep the first match of a file for each combination
  std::string secret{};                     ///< capture that is never handed out: redacted in captures and excerpts
  bool operator==(const Filters&) const = default;
};

/// A regex in PCRE2 syntax as far as the fast engine takes it, with where it may match inside a text.
struct PatternSpec {
  std::string regex;
  std::optional<base::Region> region{};  ///< the match's first byte must lie there; none = anywhere
  base::Shared<Filters> filters{};  ///< those of a probe, for all of its patterns
};

/// One match that survived its filters. Offsets are bytes from 0; excerpts hold at most 240 bytes of one line, with
/// secrets of *every* pattern of the text masked. "the value" of filters is the group named `secret`, else the group
/// `value`, else the whole match.
struct Hit {
  PatternId pattern = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  base::Mark mark{};
  std::string excerpt{};
  std::vector<std::pair<std::string, std::string>> captures{};  ///< named groups, each cut at 200 bytes
};

/// What a scan of one text reports beside its hits.
struct Outcome {
  std::uint64_t hits_dropped = 0;              ///< beyond the limit of hits a pattern and text
  std::vector<PatternId> limits_reached{};     ///< patterns that a match, depth or heap limit stopped in this text
};

using Eligible = std::function<bool(PatternId)>;              ///< asked at most once a pattern and text
using LazyRegions = std::function<const base::RegionMap&()>;  ///< called at most once a text, only when needed

}  // namespace readiness::scan
