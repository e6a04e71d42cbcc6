// SPDX-License-Identifier: Apache-2.0
// What a manifest or lock file declares. One file an ecosystem parses, one table says which file is whose.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "document/node.h"
#include "facts/query.h"

namespace readiness::facts::manifest {

struct Declared {
  std::string name{};
  std::string version{};
  Scope scope = Scope::runtime;
  bool direct = true;
  base::Mark mark{};
  bool is_alias = false;  ///< `name` is a key of another file's aliases (a Gradle catalogue)
};

/// A name, or only a version, that manifests below the same folder refer to.
struct Alias {
  std::string key{};
  std::string name{};
  std::string version{};
};

/// All that one manifest says. `failure` is empty unless it could not be read as what it claims to be.
struct Reading {
  std::vector<Declared> declared{};
  std::vector<Alias> aliases{};
  std::string failure{};
};

/// A manifest to be read: its text, and its tree when the row asked for one (nullptr when it did not).
struct Input {
  std::string_view path;
  std::string_view text;
  const std::vector<document::Node>* documents = nullptr;

  /// The root of the first document, or an empty node.
  const document::Node& root() const;
};

using Parse = Reading (*)(const Input& input);

struct Row {
  std::string_view ecosystem;
  Parse parse;
  bool wants_tree = false;
  bool is_lock = false;
  /// Manifests that, when one lies beside a lock file, make reading it needless: they name what is direct.
  std::array<std::string_view, 3> beside{};
};

/// The row for a path, or nullptr when it is no manifest.
const Row* find(std::string_view path);

/// What a parser adds at most; beyond it the manifest is cut (robustness: a lock file may have a million
/// entries).
inline constexpr std::size_t kMostDeclared = 20'000;

}  // namespace readiness::facts::manifest
