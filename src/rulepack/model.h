// SPDX-License-Identifier: Apache-2.0
// Rules as their authors wrote them, with marks. Nothing here is compiled or judged; checks/compile does that.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/shared.h"
#include "document/node.h"

namespace readiness::rulepack {

// Most of a check are expressions, and it is copied into the program that judges it and into its verdict.
using base::Shared;

/// Where something stands: index into Sources, and the mark.
struct Place {
  std::uint32_t file = 0;
  base::Mark mark{};
};

template <typename T>
struct Placed {
  T value{};
  Place place{};
};
using Text = Placed<std::string>;

enum class Operator : std::uint8_t { any, all, negation, reference, path, text, code, comment, string, dependency, image, document, commit };

struct DocumentProbe {
  std::vector<Text> kinds{};
  Text query{};
  std::vector<Text> where_text{};
  std::vector<Text> where_has{};
  std::vector<Text> where_has_not{};
  std::vector<std::pair<std::string, Text>> captures{};
};

struct CommitProbe {
  std::vector<Text> ever{};
  std::int64_t older_than_days = 0;
};

/// What narrows and filters a leaf probe, as written. See docs/rule-language.md.
struct Expression;

struct Narrowing {
  std::vector<Text> languages{}, roles{}, paths{}, not_paths{}, kinds{};
  std::optional<std::uint64_t> max_size{};
  std::vector<Text> unless{}, with{};
  std::uint32_t near = 0;
  std::vector<std::string> value_not{};
  std::string entropy_group{};
  double entropy_min = 0;
  Text checksum{};
  bool drop_placeholders = false;
  std::vector<std::string> distinct{};
  std::string secret{};
  std::vector<Expression> in_files;      ///< keep hits only in files where this has a hit (0 or 1 element)
  std::vector<Expression> not_in_files;  ///< drop hits in files where this has a hit (0 or 1 element)
  std::string scope{};  ///< dependency: runtime | development | any
  std::string use{};    ///< dependency: imported | declared (being declared is use)
  std::string label{};  ///< what reports call a hit of this leaf
};

/// An expression: a combination, a reference by name, or a leaf probe.
struct Expression {
  Operator op = Operator::any;
  Place place{};
  std::vector<Expression> operands{};  ///< any, all, negation
  std::string name{};                  ///< reference
  std::vector<Text> patterns{};        ///< regexes, globs or names of a leaf
  DocumentProbe document{};
  CommitProbe commit{};
  Narrowing narrowing{};
};

struct Probe {
  std::string name{};
  Place place{};
  Expression expression{};
  std::uint64_t digest = 0;  ///< see RuleBook
};

struct Trait {
  std::string name{};
  Place place{};
  std::string title{};
  std::string about{};
  Expression expression{};
  std::uint64_t digest = 0;  ///< see RuleBook
};

/// `among` and `must` of an `each` check.
struct Relation {
  enum class Kind : std::uint8_t { any, all, negation, has, file, named_in };
  Kind kind = Kind::all;
  Place place{};
  std::vector<Relation> operands{};
  Text path{};                      ///< has: a JSONPath on the item's node
  Expression expression{};          ///< file: a hit in the item's file; named_in: the other probe
  std::vector<std::string> by{};    ///< named_in: captures that must be equal
  bool as_path = false;             ///< named_in: the capture is a route; equal routes may be written differently
};

struct Effort {
  double min_hours = 0;
  double max_hours = 0;
  double each_min_hours = 0;  ///< a finding, when effort comes from counts
  double each_max_hours = 0;
  bool by_count = false;
};

enum class Priority : std::uint8_t { critical, high, medium, low };
enum class Confidence : std::uint8_t { structural, lexical, heuristic };
enum class Form : std::uint8_t { require, forbid, each };

struct PackTest {
  std::string name{};
  Place place{};
  std::vector<std::pair<std::string, std::string>> files{};
  std::string expect{};
  std::optional<std::uint64_t> findings{};  ///< expected number of findings
};

struct Check {
  std::string id{};
  std::string pack{};
  Place place{};
  std::string title{};
  Priority priority = Priority::medium;
  Confidence confidence = Confidence::structural;
  bool preview = false;
  bool disabled = false;
  bool per_unit = false;  ///< asked of each deployable unit, when there are several
  std::string impact{}, risk{}, why{}, owner{}, na_reason{};
  std::vector<std::string> tasks{}, create{}, update{}, after{}, references{}, tags{}, phrases{}, options{};
  std::string snippet{}, snippet_language{};  ///< lines to copy: `snippet: {bash: …}`
  Effort effort{};
  Shared<Expression> when{};
  std::string when_text{};  ///< as written, for reasons
  Form form = Form::require;
  Shared<Expression> require{}, partial{}, forbid{}, each{}, excused_by{}, without_items{};
  Shared<Relation> among{}, must{};
  std::optional<std::uint64_t> allow{}, worst{};
  std::optional<double> worst_per_kloc{};
  double pass_at = 1.0;     ///< share of items
  double partial_at = 0.0;  ///< below: fail; 0 = any item above none
  std::string items{};      ///< what the denominator counts: "routes"
  std::vector<std::string> distinct_items{};  ///< captures that identify an item of `each`
  std::vector<PackTest> tests{};
  std::vector<std::pair<std::string, Place>> field_origins{};  ///< which file set which field, for `rules show`
  std::uint64_t digest = 0;  ///< see RuleBook
};

struct Pack {
  std::string name{};
  std::string title{}, about{}, owner{};
  Place place{};
  std::vector<Probe> probes{};
  std::vector<Trait> traits{};
  std::vector<Check> checks{};
};

/// Weights and words from score.yaml.
struct Weights {
  double critical = 10, high = 5, medium = 2, low = 1, heuristic_factor = 0.5;
};

/// The rule files' names, and their texts where they came as text (for the line above a caret).
struct Sources {
  std::vector<std::string> names{};
  std::vector<std::string> texts{};
  base::Diagnostic problem(const Place& place, std::string message, std::string hint = {}) const;
};

/// Everything that was loaded, merged in order; overrides are applied. The digests (checks/rule_digest.h) of the book
/// that the program was built with are worked out beforehand; where other files were loaded behind it, all are 0.
struct RuleBook {
  Sources sources{};
  std::vector<Pack> packs{};
  Weights weights{};
};

}  // namespace readiness::rulepack
