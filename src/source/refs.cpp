// SPDX-License-Identifier: Apache-2.0
// Loose references first, as git does, then packed-refs.
#include "source/refs.h"

#include <fcntl.h>

#include "base/text.h"
#include "source/regular_file.h"

namespace readiness::source {
namespace {

constexpr std::uint64_t kLooseRef = 4096;
constexpr std::uint64_t kPackedRefs = 64 * 1024 * 1024;
constexpr int kDeepestFolder = 16;
constexpr std::size_t kMostReferences = 500'000;
constexpr int kSymbolicSteps = 5;  // git's own bound
constexpr std::string_view kSymbolic = "ref:";
constexpr std::string_view kBranches = "refs/heads/";

// Names that can only be files of git's: no way up, nothing hidden, no control bytes.
bool is_ref_name(std::string_view name) {
  if (name.empty() || name.size() > 1024 || name.front() == '/' || name.ends_with(".lock")) return false;
  if (name.find("..") != std::string_view::npos || name.find("/.") != std::string_view::npos) return false;
  for (const char c : name)
    if (static_cast<unsigned char>(c) <= ' ' || c == 0x7F) return false;
  return name.starts_with("refs/") ||
         name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_") == std::string_view::npos;
}

// A linked work tree has these for itself alone.
bool is_own(std::string_view name) {
  return !name.starts_with("refs/") || name.starts_with("refs/bisect/") ||
         name.starts_with("refs/worktree/") || name.starts_with("refs/rewritten/");
}

}  // namespace

RefStore::RefStore(const Repository& repository)
    : own_(RootFolder::open(repository.git_path)), common_(RootFolder::open(repository.common_path)) {}

Head RefStore::head() {
  Head head;
  const std::string text = read_loose("HEAD");
  if (!text.starts_with(kSymbolic)) {
    head.id = ObjectId::from_hex(text);
    if (!head.id) head.problem = "HEAD names neither a branch nor a commit";
    return head;
  }
  const std::string target(base::trimmed(std::string_view(text).substr(kSymbolic.size())));
  if (target.starts_with(kBranches)) head.branch = target.substr(kBranches.size());
  head.id = find(target);
  if (!head.id && !is_unborn(target)) head.problem = "the reference that HEAD names cannot be read";
  return head;
}

// Whether it is a branch that only its first commit will make.
bool RefStore::is_unborn(const std::string& branch) {
  return common_ && branch.starts_with("refs/") && is_ref_name(branch) &&
         read_small(*common_, branch, kLooseRef).absent() && common_->open_folder("refs") &&
         packed().find(" " + branch + "\n") == std::string::npos;
}

std::optional<ObjectId> RefStore::find(std::string_view name) {
  std::string at(name);
  for (int step = 0; step <= kSymbolicSteps && is_ref_name(at); ++step) {
    const std::string text = read_loose(at);
    if (text.empty()) return find_packed(at);
    if (!text.starts_with(kSymbolic)) return ObjectId::from_hex(text);
    at = base::trimmed(std::string_view(text).substr(kSymbolic.size()));
  }
  return std::nullopt;
}

std::optional<ObjectId> RefStore::before(const std::string& name, std::size_t back) {
  const std::optional<RootFolder>& folder = is_own(name) ? own_ : common_;
  if (!folder || !is_ref_name(name)) return std::nullopt;
  const SmallFile log = read_small(*folder, "logs/" + name, kPackedRefs);
  // Each line: the old name, the new name, who and why. The newest is last.
  const std::vector<std::string_view> lines = base::split(base::trimmed(log.bytes), '\n');
  if (log.bytes.empty() || back > lines.size()) return std::nullopt;
  const std::string_view line = lines[back == lines.size() ? 0 : lines.size() - 1 - back];
  const std::vector<std::string_view> words = base::split(line, ' ');
  if (words.size() < 2) return std::nullopt;
  return ObjectId::from_hex(back == lines.size() ? words[0] : words[1]);
}

std::string RefStore::read_loose(const std::string& name) {
  const std::optional<RootFolder>& folder = is_own(name) ? own_ : common_;
  if (!folder) return {};
  const SmallFile file = read_small(*folder, name, kLooseRef);
  const std::string_view text = base::trimmed(file.bytes);
  if (text.starts_with(kSymbolic)) return std::string(text);
  return std::string(text.substr(0, text.find_first_of(" \t\r\n")));  // FETCH_HEAD has more behind the name
}

const std::string& RefStore::packed() {
  if (!packed_) {
    packed_.emplace();
    if (common_) packed_ = "\n" + read_small(*common_, "packed-refs", kPackedRefs).bytes;
  }
  return *packed_;
}

std::vector<std::pair<std::string, ObjectId>> RefStore::below(std::string_view folder) {
  std::map<std::string, ObjectId> out;
  for (const std::string_view line : base::split(packed(), '\n')) {
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos || !line.substr(space + 1).starts_with(folder)) continue;
    if (const std::optional<ObjectId> id = ObjectId::from_hex(line.substr(0, space)))
      out.insert_or_assign(std::string(line.substr(space + 1)), *id);
  }
  list_loose(std::string(folder), 0, out);  // they win
  return {out.begin(), out.end()};
}

void RefStore::list_loose(const std::string& folder, int depth, std::map<std::string, ObjectId>& out) {
  if (!common_ || depth > kDeepestFolder) return;
  for (const std::string& name : common_->names_in(folder.substr(0, folder.size() - 1))) {
    if (out.size() > kMostReferences) return;
    const std::string full = folder + name;
    if (!is_ref_name(full)) continue;
    if (const std::optional<ObjectId> id = ObjectId::from_hex(read_loose(full)))
      out.insert_or_assign(full, *id);
    else
      list_loose(full + "/", depth + 1, out);
  }
}

std::optional<ObjectId> RefStore::find_packed(std::string_view name) {
  packed();
  const std::string wanted = " " + std::string(name) + "\n";
  for (std::size_t at = packed_->find(wanted); at != std::string::npos; at = packed_->find(wanted, at + 1)) {
    const std::size_t line = packed_->rfind('\n', at) + 1;
    if (std::optional<ObjectId> id = ObjectId::from_hex(std::string_view(*packed_).substr(line, at - line)))
      return id;
  }
  return std::nullopt;
}

}  // namespace readiness::source
