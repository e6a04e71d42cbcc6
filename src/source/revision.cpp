// SPDX-License-Identifier: Apache-2.0
// A base, then its suffixes from left to right.
#include "source/revision.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "source/commit.h"
#include "source/refs.h"

namespace readiness::source {
namespace {

constexpr std::size_t kShortestHex = 4;
constexpr int kLongestTagChain = 10'000;
constexpr unsigned kFarthest = 10'000'000;

bool is_hex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

std::optional<unsigned> number(std::string_view digits) {
  unsigned value = 0;
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (parsed.ec != std::errc() || parsed.ptr != digits.data() + digits.size() || value > kFarthest)
    return std::nullopt;
  return value;
}

class Resolver {
 public:
  Resolver(const Repository& repository, ObjectStore& store, const std::string& expression)
      : store_(store),
        refs_(repository),
        expression_(expression),
        id_size_(repository.id_size()),
        has_reftable_(repository.has_reftable()) {}

  base::Result<ResolvedRevision> run() {
    const std::string_view text = expression_;
    if (text.find("..") != std::string_view::npos) return failure("is a range", "name one commit");
    if (text.find(':') != std::string_view::npos)
      return failure("names a file or a search", "name a commit; the audited part is chosen by the path");
    std::size_t at = std::min({text.find('^'), text.find('~'), text.find("@{"), text.size()});
    std::string_view base = text.substr(0, at);
    if (base.empty() || base == "@") base = "HEAD";
    if (!find_base(base)) return unknown();
    while (problem_.empty() && at < text.size()) at = suffix(text, at);
    if (!problem_.empty()) return unusable();
    return finish();
  }

 private:
  base::Diagnostic failure(std::string_view what, std::string hint) const {
    return {.file = {},
            .message = "revision '" + base::shortened(base::printable(expression_), 120) + "' " + std::string(what),
            .hint = std::move(hint)};
  }
  base::Diagnostic unknown() const {
    if (ambiguous_) return failure("is ambiguous", "give more digits");
    if (has_reftable_)
      return failure("is not known here",
                     "references of this repository are kept in a reftable, which is not read: give the commit");
    return failure("is not known here",
                   "a shallow or partial clone has not every commit: fetch it first (fetch-depth: 0)");
  }
  base::Diagnostic unusable() const {
    return failure(
        problem_,
        store_.folder().has_alternates() && unreadable_
            ? "its objects may lie in another repository (objects/info/alternates), which is not followed"
            : "name a branch, a tag or a commit");
  }

  bool find_base(std::string_view name) {
    if (name.size() == 2 * id_size_ && is_hex(name)) {
      at_ = *ObjectId::from_hex(name);
      return store_.has(at_);
    }
    if (find_ref(name)) return true;
    if (name.size() >= kShortestHex && is_hex(name)) return find_abbreviated(name);
    const std::size_t described = name.rfind("-g");  // git describe: tag-12-g0123abc
    if (described == std::string_view::npos) return false;
    const std::string_view hex = name.substr(described + 2);
    return hex.size() >= kShortestHex && is_hex(hex) && find_abbreviated(hex);
  }

  bool find_ref(std::string_view name) {
    for (const std::string_view folder : {"", "refs/", "refs/tags/", "refs/heads/", "refs/remotes/"}) {
      const std::string full = std::string(folder) + std::string(name);
      if (const std::optional<ObjectId> id = refs_.find(full)) return take(full, *id);
    }
    const std::string remote = "refs/remotes/" + std::string(name) + "/HEAD";
    const std::optional<ObjectId> id = refs_.find(remote);
    return id && take(remote, *id);
  }

  bool take(const std::string& full, const ObjectId& id) {
    constexpr std::string_view kBranches = "refs/heads/";
    ref_ = full;
    branch_ = full == "HEAD"                ? refs_.head().branch
              : full.starts_with(kBranches) ? full.substr(kBranches.size())
                                            : "";
    at_ = id;
    return true;
  }

  bool find_abbreviated(std::string_view hex) {
    std::vector<ObjectId> found = store_.beginning_with(hex);
    if (found.size() > 1)  // a commit is meant
      found.erase(std::remove_if(found.begin(), found.end(),
                                 [&](const ObjectId& id) {
                                   return store_.read(id, ObjectStore::kLargestTree).type !=
                                          ObjectType::commit;
                                 }),
                  found.end());
    ambiguous_ = found.size() > 1;
    if (found.size() != 1) return false;
    at_ = found.front();
    return true;
  }

  // Applies the suffix at `at`; gives the position behind it.
  std::size_t suffix(std::string_view text, std::size_t at) {
    if (text.substr(at).starts_with("@{") || text.substr(at).starts_with("^{")) {
      const std::size_t close = std::min(text.find('}', at), text.size());
      const std::string_view inside = text.substr(at + 2, close - at - 2);
      if (close == text.size())
        problem_ = "has an open brace";
      else if (text[at] == '^')
        peel_to(inside);
      else
        go_back_in_reflog(inside);
      return close + 1;
    }
    const std::size_t end = std::min(text.find_first_not_of("0123456789", at + 1), text.size());
    const std::optional<unsigned> count = end == at + 1 ? 1 : number(text.substr(at + 1, end - at - 1));
    if (!count || (text[at] != '~' && text[at] != '^'))
      problem_ = "cannot be understood";
    else if (text[at] == '~')
      for (unsigned i = 0; i < *count && problem_.empty(); ++i) go_to_parent(1);
    else
      go_to_parent(*count);
    return end;
  }

  void go_to_parent(unsigned which) {
    const std::optional<Commit> commit = read_commit();
    if (!commit || which == 0) return;
    if (which > commit->parents.size())
      problem_ = "goes beyond the first commit that is here";
    else
      at_ = commit->parents[which - 1];
  }

  void go_back_in_reflog(std::string_view inside) {
    const std::optional<unsigned> back = number(inside);
    if (!back || ref_.empty()) {
      problem_ = "uses @{" + base::printable(inside) + "}, which is not supported";
    } else if (const std::optional<ObjectId> id = refs_.before(ref_, *back)) {
      at_ = *id;
    } else {
      problem_ = "goes beyond the log of its reference";
    }
  }

  void peel_to(std::string_view type) {
    if (type == "tree") {
      if (const std::optional<Commit> commit = read_commit()) at_ = commit->tree;
    } else if (type == "commit") {
      read_commit();
    } else if (type.empty()) {
      peel_tags();
    } else {
      problem_ = "uses ^{" + base::printable(type) + "}, which is not supported";
    }
  }

  Object peel_tags() {
    for (int step = 0; step < kLongestTagChain; ++step) {
      Object object = store_.read(at_, ObjectStore::kLargestTree);
      if (object.type != ObjectType::tag || !object.ok()) return object;
      const std::optional<ObjectId> target = parse_tag_target(object.bytes);
      if (!target) return {.status = LoadStatus::corrupt, .detail = "tag " + at_.hex() + " leads nowhere"};
      at_ = *target;
    }
    return {.status = LoadStatus::corrupt, .detail = "a chain of tags does not end"};
  }

  std::optional<Commit> read_commit() {
    const Object object = peel_tags();
    std::optional<Commit> commit;
    if (object.ok() && object.type == ObjectType::commit) commit = parse_commit(object.bytes);
    unreadable_ = !object.ok();
    if (!commit) problem_ = object.ok() ? "is no commit" : "cannot be read: " + object.detail;
    return commit;
  }

  base::Result<ResolvedRevision> finish() {
    const Object object = peel_tags();
    if (object.ok() && object.type == ObjectType::tree) return ResolvedRevision{.tree = at_};
    const std::optional<Commit> commit = read_commit();
    if (!commit) return unusable();
    const bool has_suffix =
        expression_.find_first_of("^~") != std::string::npos || expression_.find("@{") != std::string::npos;
    return ResolvedRevision{
        .commit = at_, .tree = commit->tree, .time = commit->time, .branch = has_suffix ? "" : branch_};
  }

  ObjectStore& store_;
  RefStore refs_;
  const std::string& expression_;
  std::size_t id_size_;
  bool has_reftable_;
  ObjectId at_{};
  std::string ref_;  // full name of the reference the expression begins with
  std::string branch_;
  std::string problem_;
  bool ambiguous_ = false;
  bool unreadable_ = false;
};

}  // namespace

base::Result<ResolvedRevision> resolve_revision(const Repository& repository, ObjectStore& store,
                                                const std::string& expression) {
  return Resolver(repository, store, expression).run();
}

}  // namespace readiness::source
