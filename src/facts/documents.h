// SPDX-License-Identifier: Apache-2.0
// A file's trees, parsed at most once, and the document queries put to them.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/parse.h"
#include "facts/findings.h"

namespace readiness::facts {

/// Parses on the first question; whoever asks next gets the same trees or the same failure. Borrows path and
/// text.
class Trees {
 public:
  Trees(document::Format format, bool is_helm, std::string_view path, std::string_view text)
      : format_(format), is_helm_(is_helm), path_(path), text_(text) {}
  /// nullptr when the text could not be parsed; `failure` says why.
  const std::vector<document::Node>* get();
  const std::string& failure() const { return failure_; }
  bool was_parsed() const { return trees_.has_value(); }

 private:
  document::Format format_;
  bool is_helm_;
  std::string_view path_;
  std::string_view text_;
  bool tried_ = false;
  std::optional<std::vector<document::Node>> trees_;
  std::string failure_;
};

/// The hits of one query in the documents of file `file`, sorted by place; `total` counts them all. `cut`
/// becomes true when the query ended before it had seen everything.
Found ask_documents(QueryId id, const DocumentQuery& query, const std::vector<document::Node>& documents,
                    std::uint32_t file, bool& cut);

/// False when the text cannot hold what the query selects: a key that its path names outside filters is
/// missing. Only for formats whose trees have the text's own keys.
bool may_select(const document::JsonPath& path, document::Format format, std::string_view text);

}  // namespace readiness::facts
