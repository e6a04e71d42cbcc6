// SPDX-License-Identifier: Apache-2.0
// Words for development groups were collected from the ecosystems' own documentation and habits.
#include "facts/manifest/reading.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace readiness::facts::manifest {
namespace {

constexpr std::array<std::string_view, 24> kDevelopment{
    "dev", "develop", "development", "test",  "tests",    "testing", "lint",    "linting",
    "doc", "docs",    "typing",      "types", "ci",       "check",   "checks",  "format",
    "qa",  "local",   "tools",       "mypy",  "coverage", "bench",   "release", "precommit"};
constexpr std::array<std::string_view, 6> kRuntime{"main",    "prod",   "production",
                                                   "runtime", "server", "deploy"};

}  // namespace

base::Mark mark_in(std::string_view line, std::uint32_t number, std::string_view part) {
  return {number, static_cast<std::uint32_t>(part.data() - line.data()) + 1};
}

void add(Reading& reading, Declared declared) {
  if (declared.name.empty() || reading.declared.size() >= kMostDeclared) return;
  reading.declared.push_back(std::move(declared));
}

std::string_view text_of(const document::Node& node, std::string_view key) {
  const document::Node* found = node.find(key);
  return found != nullptr && found->is_scalar() ? std::string_view(found->text) : std::string_view{};
}

const document::Node* find_path(const document::Node& root, std::initializer_list<std::string_view> keys) {
  const document::Node* node = &root;
  for (const std::string_view key : keys)
    if (node = node->find(key); node == nullptr) return nullptr;
  return node;
}

Scope scope_of_group(std::string_view name, Scope otherwise) {
  const std::string folded = base::lower(name);
  Scope scope = otherwise;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find_first_of("-_./ ", begin), folded.size());
    const std::string_view word = std::string_view(folded).substr(begin, end - begin);
    if (std::find(kDevelopment.begin(), kDevelopment.end(), word) != kDevelopment.end())
      return Scope::development;
    if (std::find(kRuntime.begin(), kRuntime.end(), word) != kRuntime.end()) scope = Scope::runtime;
    begin = end + 1;
  }
  return scope;
}

}  // namespace readiness::facts::manifest
