// SPDX-License-Identifier: Apache-2.0
// Names of commits: HEAD, loose and packed references. Reads files of .git only, follows no link.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "source/object_id.h"
#include "source/repository.h"
#include "source/root_folder.h"

namespace readiness::source {

/// What HEAD says. `branch` is empty when detached, `id` when there is no commit yet.
struct Head {
  std::string branch{};
  std::optional<ObjectId> id{};
  std::string problem{};  ///< why there is no `id`, when it is not that nobody has committed yet
};

class RefStore {
 public:
  explicit RefStore(const Repository& repository);
  Head head();
  /// A full name: "HEAD", "refs/heads/main". Symbolic references are followed a few steps.
  std::optional<ObjectId> find(std::string_view name);
  /// All references whose full names begin with `folder` ("refs/tags/"), by name, as far as they are sane.
  std::vector<std::pair<std::string, ObjectId>> below(std::string_view folder);
  /// What `name` was `back` changes ago, from its log; nothing when the log does not reach so far.
  std::optional<ObjectId> before(const std::string& name, std::size_t back);

 private:
  bool is_unborn(const std::string& branch);
  std::string read_loose(const std::string& name);
  std::optional<ObjectId> find_packed(std::string_view name);
  const std::string& packed();
  void list_loose(const std::string& folder, int depth, std::map<std::string, ObjectId>& out);

  std::optional<RootFolder> own_;
  std::optional<RootFolder> common_;
  std::optional<std::string> packed_;  // the whole file once it was asked for
};

}  // namespace readiness::source
