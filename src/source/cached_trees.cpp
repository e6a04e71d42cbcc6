// SPDX-License-Identifier: Apache-2.0
// Folders stand in pre-order, each with how many follow below it: name NUL files SPACE folders LF, and the
// tree's name unless `files` is -1, which says that the folder was touched.
#include "source/cached_trees.h"

#include <charconv>
#include <optional>
#include <vector>

namespace readiness::source {
namespace {

constexpr std::size_t kMaxDepth = 4096;

struct Level {
  std::string folder;
  std::int64_t left;  // folders in it that are still to come
};

struct Row {
  std::string_view name;
  std::int64_t folders = 0;
  std::optional<ObjectId> tree{};
};

// The number before `end`, which is taken too.
std::optional<std::int64_t> take_number(std::string_view& rest, char end) {
  std::int64_t value = 0;
  const auto [at, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
  if (error != std::errc{} || at == rest.data() + rest.size() || *at != end) return std::nullopt;
  rest.remove_prefix(static_cast<std::size_t>(at - rest.data()) + 1);
  return value;
}

std::optional<Row> take_row(std::string_view& rest, std::size_t id_size) {
  const std::size_t nul = rest.find('\0');
  if (nul == std::string_view::npos) return std::nullopt;
  Row row{.name = rest.substr(0, nul)};
  rest.remove_prefix(nul + 1);
  const std::optional<std::int64_t> files = take_number(rest, ' ');
  const std::optional<std::int64_t> folders = files ? take_number(rest, '\n') : std::nullopt;
  if (!folders || *folders < 0) return std::nullopt;
  row.folders = *folders;
  if (*files < 0) return row;
  if (rest.size() < id_size) return std::nullopt;
  row.tree = ObjectId::from_raw(rest.substr(0, id_size));
  rest.remove_prefix(id_size);
  return row;
}

}  // namespace

CachedTrees::CachedTrees(std::string_view body, std::size_t id_size) {
  std::vector<Level> levels;
  bool is_root = true;
  while (!body.empty()) {
    const std::optional<Row> row = take_row(body, id_size);
    while (!levels.empty() && levels.back().left == 0) levels.pop_back();
    if (!row || row->name.empty() != is_root || levels.empty() != is_root || levels.size() > kMaxDepth) {
      trees_.clear();
      return;
    }
    std::string folder = is_root ? "" : levels.back().folder + std::string(row->name) + "/";
    if (!is_root) --levels.back().left;
    is_root = false;
    if (row->tree) trees_.emplace(folder, *row->tree);
    levels.push_back({std::move(folder), row->folders});
  }
}

bool CachedTrees::is(const std::string& folder, const ObjectId& tree) const {
  const auto known = trees_.find(folder);
  return known != trees_.end() && known->second == tree;
}

}  // namespace readiness::source
