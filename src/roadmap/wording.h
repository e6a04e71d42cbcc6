// SPDX-License-Identifier: Apache-2.0
// The words of one line of a roadmap: without emphasis, links and HTML; what stood between backticks is also
// handed out by itself.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace readiness::roadmap {

struct Wording {
  std::string text{};                ///< one line, blanks folded
  std::vector<std::string> codes{};  ///< code spans, in order
  bool bold_start = false;           ///< begins with strong emphasis: a title of its own
};

/// Linear in the length of `markdown`.
Wording wording_of(std::string_view markdown);

/// Line breaks split; lines of a quotation lose their >.
std::vector<std::string_view> lines_of(std::string_view markdown);

}  // namespace readiness::roadmap
