// SPDX-License-Identifier: Apache-2.0
// A glob is filed under the rarest literal that it has: whole path, last name, extension, folder, first byte.
#include "facts/path_index.h"

#include <algorithm>

namespace readiness::facts {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kWild = "*?[\\";

bool is_literal(std::string_view text) { return text.find_first_of(kWild) == kNone; }

std::string_view last_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return path.substr(slash == kNone ? 0 : slash + 1);
}

// The same expansion as base::Glob's, which has already refused what is malformed or too much.
void expand_braces(const std::string& glob, std::vector<std::string>& out) {
  const std::size_t open = glob.find('{');
  if (open == kNone) return out.push_back(glob);
  int depth = 0;
  std::size_t start = open + 1;
  std::vector<std::string> choices;
  for (std::size_t i = open; i < glob.size(); ++i) {
    if (glob[i] == '{') ++depth;
    const bool ends = (glob[i] == ',' && depth == 1) || (glob[i] == '}' && --depth == 0);
    if (!ends) continue;
    choices.push_back(glob.substr(start, i - start));
    start = i + 1;
    if (glob[i] == ',') continue;
    for (const std::string& choice : choices)
      expand_braces(glob.substr(0, open) + choice + glob.substr(i + 1), out);
    return;
  }
}

// What follows the last wildcard. A suffix that holds a class's closing bracket is cut behind it.
std::string literal_suffix(std::string_view glob) {
  const std::size_t wild = glob.find_last_of("*?]\\");
  if (wild == kNone) return std::string(glob);
  if (glob[wild] == '\\') return std::string(glob.substr(std::min(glob.size(), wild + 2)));
  return std::string(glob.substr(wild + 1));
}

}  // namespace

GlobSetId PathIndex::add(const base::GlobSet& set) {
  std::string key;
  for (const std::string& text : set.texts()) key += text + '\n';
  const auto [at, is_new] = ids_.try_emplace(key, static_cast<GlobSetId>(sets_.size()));
  if (!is_new) return at->second;
  sets_.push_back({.globs = set});
  for (const std::string& text : set.texts()) {
    if (text.starts_with('!')) {
      sets_.back().has_negations = true;
      continue;
    }
    std::string body = text.ends_with('/') ? text + "**" : text;
    const bool last_name_only = body.find('/') == kNone;
    if (body.starts_with('/')) body.erase(0, 1);
    std::vector<std::string> alternatives;
    expand_braces(body, alternatives);
    for (const std::string& alternative : alternatives) add_glob(at->second, alternative, last_name_only);
  }
  return at->second;
}

void PathIndex::add_glob(GlobSetId set, const std::string& glob, bool last_name_only) {
  // Below any folder, a bare name and "**/name" are the same question.
  std::string body = glob;
  const std::string_view below = std::string_view(glob).substr(glob.starts_with("**/") ? 3 : glob.size());
  if (!below.empty() && below.find('/') == kNone && below.find("**") == kNone) {
    body = below;
    last_name_only = true;
  }
  base::Result<base::Glob> compiled = base::Glob::compile(last_name_only          ? body
                                                          : body.starts_with('/') ? body
                                                                                  : "/" + body);
  if (!compiled) return;  // an empty alternative, as in `{,x}`: no path is empty
  const auto id = static_cast<std::uint32_t>(tries_.size());
  tries_.push_back({.set = set, .glob = std::move(*compiled), .prefix = {}, .suffix = {}});
  file_under(id, body, last_name_only);
}

void PathIndex::file_under(std::uint32_t id, const std::string& glob, bool last_name_only) {
  Try& self = tries_[id];
  const std::string_view name = last_name(glob);
  self.suffix = literal_suffix(glob);
  if (!last_name_only) self.prefix = glob.substr(0, glob.find_first_of(kWild));
  const std::size_t bracket = glob.find('[');
  if (bracket != kNone && glob.find('/', bracket) != kNone)
    return always_.push_back(id);  // may be inside a class
  if (is_literal(glob)) {
    self.sure = true;
    (last_name_only ? by_name_ : by_path_)[glob].push_back(id);
    return;
  }
  if (is_literal(name) && !name.empty()) return by_name_[std::string(name)].push_back(id);
  const std::string_view tail = last_name(self.suffix);
  if (const std::size_t dot = tail.rfind('.'); dot != kNone) {
    // "*.md": the suffix is all there is to know. "*.test.ts" ends the same way and is checked by its suffix.
    self.sure = last_name_only && glob.size() == self.suffix.size() + 1 && glob.front() == '*';
    return by_extension_[std::string(tail.substr(dot + 1))].push_back(id);
  }
  std::size_t begin = 0;
  for (std::size_t slash; (slash = glob.find('/', begin)) != kNone; begin = slash + 1) {
    const std::string folder = glob.substr(begin, slash - begin);
    if (!folder.empty() && is_literal(folder)) return by_folder_[folder].push_back(id);
  }
  if (!name.empty() && kWild.find(name.front()) == kNone && name.find("**") == kNone)
    return by_first_byte_[static_cast<unsigned char>(name.front())].push_back(id);
  always_.push_back(id);
}

void PathIndex::run(const std::vector<std::uint32_t>& tries, std::string_view path, Matches& matches) const {
  for (const std::uint32_t id : tries) {
    const Try& candidate = tries_[id];
    std::uint64_t& stamp = matches.stamps_[candidate.set];
    if (stamp >= 2 * matches.round_) continue;  // settled for this path
    if (!path.ends_with(candidate.suffix) || !path.starts_with(candidate.prefix)) continue;
    if (!candidate.sure && !candidate.glob.matches(path)) continue;
    const Set& set = sets_[candidate.set];
    const bool in = !set.has_negations || set.globs.matches(path);
    stamp = 2 * matches.round_ + (in ? 1 : 0);
    if (in) matches.found_.push_back(candidate.set);
  }
}

void PathIndex::run(const Buckets& buckets, std::string_view key, std::string_view path,
                    Matches& matches) const {
  if (const auto found = buckets.find(key); found != buckets.end()) run(found->second, path, matches);
}

const std::vector<GlobSetId>& PathIndex::Matches::of(std::string_view path) {
  ++round_;
  found_.clear();
  const std::string_view name = last_name(path);
  index_->run(index_->by_path_, path, path, *this);
  index_->run(index_->by_name_, name, path, *this);
  if (const std::size_t dot = name.rfind('.'); dot != kNone)
    index_->run(index_->by_extension_, name.substr(dot + 1), path, *this);
  if (!name.empty())
    index_->run(index_->by_first_byte_[static_cast<unsigned char>(name.front())], path, *this);
  const std::string_view folder = path.substr(0, path.size() - name.size());
  if (folder != folder_) {  // neighbours in the list share their folder
    folder_ = folder;
    folder_tries_.clear();
    std::size_t begin = 0;
    for (std::size_t slash; (slash = folder.find('/', begin)) != kNone; begin = slash + 1)
      if (const auto found = index_->by_folder_.find(folder.substr(begin, slash - begin));
          found != index_->by_folder_.end())
        folder_tries_.insert(folder_tries_.end(), found->second.begin(), found->second.end());
  }
  index_->run(folder_tries_, path, *this);
  index_->run(index_->always_, path, *this);
  return found_;
}

}  // namespace readiness::facts
