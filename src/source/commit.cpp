// SPDX-License-Identifier: Apache-2.0
// Header lines end at the first empty line.
#include "source/commit.h"

#include <charconv>

namespace readiness::source {
namespace {

// The next header line without its line break; empty at the end of the headers.
std::string_view take_line(std::string_view& bytes) {
  const std::size_t end = bytes.find('\n');
  const std::string_view line = bytes.substr(0, end);
  bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
  return line;
}

std::optional<ObjectId> id_behind(std::string_view line, std::string_view key) {
  if (!line.starts_with(key)) return std::nullopt;
  return ObjectId::from_hex(line.substr(key.size()));
}

// "committer Name <mail> 1700000000 +0100"
std::int64_t time_of(std::string_view line) {
  const std::size_t mail = line.rfind('>');
  std::string_view rest = line.substr(mail == std::string_view::npos ? 0 : mail + 1);
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  std::int64_t time = 0;
  const auto parsed = std::from_chars(rest.data(), rest.data() + rest.size(), time);
  return parsed.ec == std::errc() && time > 0 ? time : 0;
}

}  // namespace

std::optional<Commit> parse_commit(std::string_view bytes) {
  const std::optional<ObjectId> tree = id_behind(take_line(bytes), "tree ");
  if (!tree) return std::nullopt;
  Commit commit{.tree = *tree};
  while (true) {
    const std::string_view line = take_line(bytes);
    if (line.empty()) break;
    if (const std::optional<ObjectId> parent = id_behind(line, "parent ")) commit.parents.push_back(*parent);
    if (line.starts_with("committer ")) {
      commit.time = time_of(line);
      break;
    }
  }
  return commit;
}

std::optional<ObjectId> parse_tag_target(std::string_view bytes) {
  return id_behind(take_line(bytes), "object ");
}

}  // namespace readiness::source
