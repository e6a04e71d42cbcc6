// SPDX-License-Identifier: Apache-2.0
#include "source/shallow.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "source/regular_file.h"

namespace readiness::source {
namespace {

constexpr std::uint64_t kShallowFile = 64ULL * 1024 * 1024;
constexpr unsigned kFarthest = 1'000'000;

// "HEAD~3" needs four commits; 0 is all of them, as actions/checkout counts.
unsigned depth_for(std::string_view revision) {
  std::string_view rest;
  for (const std::string_view head : {"HEAD", "@"})
    if (revision.starts_with(head)) rest = revision.substr(head.size());
  if (rest == "^" || rest == "~") return 2;
  unsigned back = 0;
  const auto parsed =
      std::from_chars(rest.data() + std::min<std::size_t>(1, rest.size()), rest.data() + rest.size(), back);
  const bool is_number =
      rest.starts_with('~') && parsed.ec == std::errc() && parsed.ptr == rest.data() + rest.size();
  return is_number && back < kFarthest ? back + 1 : 0;
}

}  // namespace

ObjectIds read_shallow(const Repository& repository) {
  ObjectIds ids;
  const std::optional<RootFolder> git = RootFolder::open(repository.common_path);
  if (!git) return ids;
  const SmallFile file = read_small(*git, "shallow", kShallowFile);
  for (std::string_view text = file.bytes; !text.empty();) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (const std::optional<ObjectId> id = ObjectId::from_hex(text.substr(0, end))) ids.insert(*id);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return ids;
}

std::optional<Note> missing_in_shallow(const Repository& repository, std::string_view revision) {
  if (read_shallow(repository).empty()) return std::nullopt;
  const unsigned depth = depth_for(revision);
  const std::string way_out =
      depth > 0 ? "git fetch --depth=" + std::to_string(depth) : "git fetch --unshallow, then that branch";
  return Note{.fault = true,
              .reason = "shallow",
              .text = "revision '" + base::printable(revision) +
                      "' is not in this shallow clone; fetch it first (actions/checkout: fetch-depth: " +
                      std::to_string(depth) + "; elsewhere " + way_out + ")"};
}

}  // namespace readiness::source
