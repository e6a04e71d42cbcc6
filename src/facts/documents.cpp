// SPDX-License-Identifier: Apache-2.0
// Select, conditions, captures and relations on the nodes of a file's trees.
#include "facts/documents.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "facts/shown_value.h"

namespace readiness::facts {
namespace {

using document::Format;
using document::JsonPath;
using document::Node;

// Data files are larger than what people write by hand; beyond these the file counts as unread.
document::Limits limits_of(Format format) {
  if (format == Format::json) return {.max_bytes = 8U << 20, .max_nodes = 300'000};
  if (format == Format::toml) return {.max_bytes = 4U << 20};
  return {};
}

constexpr std::size_t kMostMatches = 100'000;  // of one query in one document

// A capture with this path is the name under which the node itself stands (other dialects write `~`).
constexpr std::string_view kOwnName = "$['~']";

// `cut` becomes true when nobody knows, as for all that follow.
bool selects(const JsonPath& path, const Node& node, bool& cut) { return !path.select(node, 1, &cut).empty(); }

bool passes(const DocumentQuery& query, const Node& node, bool& cut) {
  if (!query.text.empty()) {
    const std::string flat = document::flat_text(node);
    for (const scan::SmallRegex& regex : query.text)
      if (!regex.search(flat)) return false;
  }
  return std::all_of(query.has.begin(), query.has.end(),
                     [&](const JsonPath& p) { return selects(p, node, cut); }) &&
         std::none_of(query.has_not.begin(), query.has_not.end(),
                      [&](const JsonPath& p) { return selects(p, node, cut); });
}

// The last name of a normalized path: $['spec']['image'] → image; an index → the name before it.
std::string_view last_key(std::string_view location) {
  const std::size_t end = location.rfind("']");
  if (end == std::string_view::npos) return {};
  const std::size_t begin = location.rfind("['", end);
  return begin == std::string_view::npos ? std::string_view{} : location.substr(begin + 2, end - begin - 2);
}

// $['spec']['containers'][0] → spec.containers[0]
std::string readable(std::string_view location) {
  std::string out;
  for (std::size_t i = 1; i < location.size(); ++i) {
    if (location.compare(i, 2, "['") == 0) {
      const std::size_t end = location.find("']", i + 2);
      if (!out.empty()) out += '.';
      out += location.substr(i + 2, end == std::string_view::npos ? end : end - i - 2);
      if (end == std::string_view::npos) break;
      i = end + 1;
    } else {
      out += location[i];
    }
  }
  return out;
}

std::string excerpt_of(const JsonPath::Match& match) {
  std::string out = readable(match.location);
  if (match.node->is_scalar()) {
    const std::string value = shown_value(last_key(match.location), match.node->text);
    out += (out.empty() ? "" : ": ") + value;
  }
  return base::shortened(out, 240);
}

Hit hit_for(const DocumentQuery& query, const JsonPath::Match& match, std::uint32_t file, bool& cut) {
  Hit hit{.file = file, .mark = match.node->mark, .excerpt = excerpt_of(match)};
  for (const auto& [name, path] : query.captures) {
    if (path.text() == kOwnName) hit.captures.emplace_back(name, last_key(match.location));
    for (const JsonPath::Match& found : path.select(*match.node, 16, &cut))
      if (found.node->is_scalar()) {
        const bool is_self = found.node == match.node;
        hit.captures.emplace_back(
            name, shown_value(last_key(is_self ? match.location : found.location), found.node->text));
        break;
      }
  }
  for (const JsonPath& path : query.relations) hit.relations.push_back(selects(path, *match.node, cut));
  return hit;
}

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace

const std::vector<Node>* Trees::get() {
  if (!tried_) {
    tried_ = true;
    base::Result<std::vector<Node>> parsed = is_helm_
                                                 ? document::parse_helm_template(text_, path_)
                                                 : document::parse(format_, text_, path_, limits_of(format_));
    if (parsed)
      trees_ = std::move(*parsed);
    else
      failure_ = (is_helm_ ? "helm template: " : "") + parsed.errors().front().message +
                 (parsed.errors().front().mark.line == 0
                      ? ""
                      : " (line " + std::to_string(parsed.errors().front().mark.line) + ")");
  }
  return trees_ ? &*trees_ : nullptr;
}

Found ask_documents(QueryId id, const DocumentQuery& query, const std::vector<Node>& documents,
                    std::uint32_t file, bool& cut) {
  Found found{.query = id};
  for (const Node& root : documents) {
    const std::vector<JsonPath::Match> matches = query.select.select(root, kMostMatches, &cut);
    if (matches.size() == kMostMatches) cut = true;
    bool costly = false;
    for (const JsonPath::Match& match : matches) {
      const bool passed = passes(query, *match.node, costly);
      if (passed && !costly) {
        ++found.total;
        if (found.hits.size() < kMostHitsOfFile) found.hits.push_back(hit_for(query, match, file, costly));
      }
      if (costly) break;  // every further question could cost as much
    }
    cut = cut || costly;
  }
  std::stable_sort(found.hits.begin(), found.hits.end(), [](const Hit& a, const Hit& b) {
    return std::tie(a.mark.line, a.mark.column) < std::tie(b.mark.line, b.mark.column);
  });
  return found;
}

bool may_select(const JsonPath& path, Format format, std::string_view text) {
  if (format != Format::yaml && format != Format::json && format != Format::toml) return true;
  // Plain `.name` steps up to the first selector that could be anything but a name of its own.
  std::string_view rest = path.text();
  if (rest.empty()) return true;
  rest.remove_prefix(1);
  while (rest.size() > 1 && rest.front() == '.') {
    rest.remove_prefix(rest[1] == '.' ? 2 : 1);
    std::size_t length = 0;
    while (length < rest.size() && is_name_byte(rest[length])) ++length;
    if (length == 0) return true;
    if (base::find(text, rest.substr(0, length)) == std::string_view::npos) return false;
    rest.remove_prefix(length);
    if (rest.starts_with("[*]")) rest.remove_prefix(3);
  }
  return true;
}

}  // namespace readiness::facts
