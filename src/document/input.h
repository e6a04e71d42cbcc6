// SPDX-License-Identifier: Apache-2.0
// What every parser of this layer is given, and how it says that something is wrong. Private to the layer.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/node.h"
#include "document/parse.h"

namespace readiness::document {

/// A text that has passed the checks of parse.cpp: in bounds, UTF-8, no NUL, no byte order mark at its start.
/// Borrows everything; lives as long as one call of `parse`.
struct Input {
  std::string_view text;
  std::string_view file;
  Limits limits;
  bool tolerates_duplicates = false;  ///< of keys in YAML: the last one counts (both branches of a template)

  base::Diagnostic problem(base::Mark mark, std::string message, std::string hint = {}) const;
  /// A name that was given twice, with both places.
  base::Diagnostic duplicate(std::string_view name, base::Mark first, base::Mark second) const;
};

using Documents = base::Result<std::vector<Node>>;

/// Lines and columns for offsets that only ever grow: one pass over the text for all marks of a document.
class MarkCursor {
 public:
  explicit MarkCursor(std::string_view text) : text_(text) {}
  /// `offset` must not be smaller than at the last call.
  base::Mark at(std::size_t offset);

 private:
  std::string_view text_;  // the parser's input
  std::size_t offset_ = 0;
  std::size_t line_start_ = 0;
  std::uint32_t line_ = 1;
};

/// ISO 8859-1, in which every byte is a character: what older tools wrote where nothing says UTF-8.
std::string utf8_from_latin1(std::string_view text);

Documents parse_yaml(const Input& input);
Documents parse_json(const Input& input);
Documents parse_toml(const Input& input);
Documents parse_ini(const Input& input);
Documents parse_properties(const Input& input);
Documents parse_dotenv(const Input& input);
Documents parse_xml(const Input& input);
Documents parse_dockerfile(const Input& input);
Documents parse_helm_yaml(const Input& input);

}  // namespace readiness::document
