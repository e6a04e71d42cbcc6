// SPDX-License-Identifier: Apache-2.0
// Document trees as one string of bytes and back: how the built-in packs travel inside the program, so that a
// start needs no YAML parser.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/node.h"

namespace readiness::embed {

/// The parsed documents of one file.
struct TreeFile {
  std::string name;
  std::vector<document::Node> documents;
};

/// Equal strings are stored once; numbers are varints; the same trees always give the same bytes.
std::string pack(const std::vector<TreeFile>& files);

/// What `pack` made. Fails, and never reads outside `bytes`, when they are anything else.
base::Result<std::vector<TreeFile>> unpack(std::string_view bytes);

}  // namespace readiness::embed
