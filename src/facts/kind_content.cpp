// SPDX-License-Identifier: Apache-2.0
// What the text says about a file's kind: top-level keys, found without parsing.
#include <array>
#include <cstring>
#include <string_view>

#include "base/text.h"
#include "facts/kind.h"
#include "facts/kind_table.h"

namespace readiness::facts {
namespace {

// Keys that decide, as bits; a kind is there when all its bits were seen at the top level.
enum Key : unsigned {
  kApiVersion = 1U << 0,
  kKind = 1U << 1,
  kOpenapi = 1U << 2,
  kSwagger = 1U << 3,
  kGroups = 1U << 4,
  kScrapeConfigs = 1U << 5,
  kRoute = 1U << 6,
  kReceivers = 1U << 7,
  kServices = 1U << 8,
  kPanels = 1U << 9,
  kSchemaVersion = 1U << 10,
  kPaths = 1U << 11,
};

struct KeyRow {
  std::string_view name;
  unsigned bit;
};
constexpr std::array<KeyRow, 13> kKeys{{{"apiVersion", kApiVersion},
                                        {"kind", kKind},
                                        {"openapi", kOpenapi},
                                        {"swagger", kSwagger},
                                        {"groups", kGroups},
                                        {"scrape_configs", kScrapeConfigs},
                                        {"route", kRoute},
                                        {"receivers", kReceivers},
                                        {"services", kServices},
                                        {"panels", kPanels},
                                        {"rows", kPanels},
                                        {"schemaVersion", kSchemaVersion},
                                        {"paths", kPaths}}};

unsigned key_bit(std::string_view key) {
  if (key.size() < 4 || key.size() > 14) return 0;
  for (const KeyRow& row : kKeys)
    if (row.name == key) return row.bit;
  return 0;
}

// Keys that begin a line in its first column. YAML that is indented as a whole is too rare to pay for.
unsigned top_keys_of_yaml(std::string_view text) {
  unsigned seen = 0;
  while (!text.empty()) {
    const char first = text.front();
    if ((first >= 'a' && first <= 'z') || first == '"' || first == '\'') {
      const std::size_t from = first == '"' || first == '\'' ? 1 : 0;
      const std::size_t end = text.substr(0, 32).find_first_of(":\"'", from);
      if (end != std::string_view::npos) seen |= key_bit(text.substr(from, end - from));
    }
    const void* line_break = std::memchr(text.data(), '\n', text.size());
    if (line_break == nullptr) break;
    text.remove_prefix(static_cast<std::size_t>(static_cast<const char*>(line_break) - text.data()) + 1);
  }
  return seen;
}

// Keys of the outermost object. One pass that knows strings and brackets only.
unsigned top_keys_of_json(std::string_view text) {
  unsigned seen = 0;
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    if (c != '"') continue;
    const std::size_t begin = ++i;
    while (i < text.size() && text[i] != '"') i += text[i] == '\\' ? 2 : 1;
    if (depth != 1 || i >= text.size()) continue;
    const std::size_t colon = text.find_first_not_of(" \t\r\n", i + 1);
    if (colon != std::string_view::npos && text[colon] == ':') seen |= key_bit(text.substr(begin, i - begin));
  }
  return seen;
}

bool contains(std::string_view text, std::string_view needle) {
  return base::find(text, needle) != std::string_view::npos;
}

// Most JSON is none of ours; four searches spare the walk over it, unless that is as short.
bool may_be_of_a_kind(std::string_view json) {
  constexpr std::size_t kShort = 512;
  return json.size() <= kShort || contains(json, "\"apiVersion\"") || contains(json, "\"openapi\"") ||
         contains(json, "\"swagger\"") || contains(json, "\"schemaVersion\"");
}

KindSet kinds_of(unsigned seen, std::string_view text) {
  const auto has = [&](unsigned bits) { return (seen & bits) == bits; };
  KindSet kinds = 0;
  if (has(kApiVersion | kKind)) {
    kinds |= bit(Kind::kubernetes);
    if (contains(text, "PrometheusRule")) kinds |= bit(Kind::prometheus_rules);
  }
  if (has(kOpenapi) || (has(kSwagger) && has(kPaths))) kinds |= bit(Kind::openapi);
  if (has(kGroups) && contains(text, "rules:") && (contains(text, "alert:") || contains(text, "record:")))
    kinds |= bit(Kind::prometheus_rules);
  if (has(kScrapeConfigs)) kinds |= bit(Kind::prometheus_config);
  if (has(kRoute | kReceivers)) kinds |= bit(Kind::alertmanager);
  if (has(kServices) && !has(kApiVersion) && (contains(text, "image:") || contains(text, "build:")))
    kinds |= bit(Kind::compose);
  if (has(kPanels | kSchemaVersion)) kinds |= bit(Kind::grafana_dashboard);
  return kinds;
}

std::string_view file_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return path.substr(slash == std::string_view::npos ? 0 : slash + 1);
}

}  // namespace

KindSet by_content(KindSet possible, std::string_view text) {
  if (possible == 0) return 0;
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return 0;
  const bool is_json = text[first] == '{';
  if (is_json && !may_be_of_a_kind(text)) return 0;
  return possible & kinds_of(is_json ? top_keys_of_json(text) : top_keys_of_yaml(text), text);
}

bool is_helm_template(std::string_view path, std::string_view text) {
  const bool is_yaml = path.ends_with(".yaml") || path.ends_with(".yml");
  if (!is_yaml || file_name(path).empty()) return false;
  const bool below = path.starts_with("templates/") || path.find("/templates/") != std::string_view::npos;
  return below && contains(text, "{{") && contains(text, "}}");
}

}  // namespace readiness::facts
