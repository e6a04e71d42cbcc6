// SPDX-License-Identifier: Apache-2.0
// A Dockerfile's physical lines as instructions: comments out, continuations joined, heredocs attached.
// Private to the layer.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "document/input.h"

namespace readiness::document {

/// One instruction's text with the way back to its lines.
struct DockerfileLine {
  std::string text;      ///< joined, without the white space around it
  std::string heredocs;  ///< bodies and closing lines as written, each ending in a line break
  std::vector<std::pair<std::size_t, base::Mark>> parts;  ///< where in `text` each physical line begins

  base::Mark mark_at(std::size_t offset) const;
};

struct DockerfileLines {
  char escape = '\\';  ///< the continuation character, as `# escape=` sets it
  std::vector<DockerfileLine> lines;
};

base::Result<DockerfileLines> dockerfile_lines(const Input& input);

}  // namespace readiness::document
