// SPDX-License-Identifier: Apache-2.0
#include "app/table.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/config.h"
#include "base/nearest.h"
#include "base/text.h"

namespace readiness::app {

using document::Member;
using document::Node;
using document::Type;

void ConfigProblems::add(base::Mark mark, std::string message, std::string hint, std::size_t length) {
  problems_.push_back({.file = file_,
                       .mark = mark,
                       .message = std::move(message),
                       .hint = std::move(hint),
                       .source_line = std::string(base::line_of(text_, mark.line)),
                       .length = static_cast<std::uint32_t>(std::min<std::size_t>(length, 200))});
}

Table::Table(const Node& node, std::string what, ConfigProblems& problems)
    : node_(node), what_(std::move(what)), problems_(problems) {
  if (!node_.is(Type::object)) problems_.add(node_.mark, what_ + " must be a table");
}

const Node* Table::take(std::string_view key) {
  known_.emplace_back(key);
  return node_.find(key);
}

std::optional<PlacedText> Table::text(std::string_view key) {
  const Node* node = take(key);
  if (node == nullptr) return {};
  if (node->is(Type::string)) return PlacedText{node->text, node->mark};
  problems_.add(node->mark, fmt::format("'{}' must be a string", key), {}, node->text.size());
  return {};
}

PlacedText Table::required_text(std::string_view key) {
  const bool absent = node_.find(key) == nullptr;
  PlacedText found = text(key).value_or(PlacedText{});
  if (absent || (found.text.empty() && found.mark.line != 0))
    problems_.add(absent ? node_.mark : found.mark, fmt::format("{} needs '{}'", what_, key));
  return found;
}

std::vector<PlacedText> Table::texts(std::string_view key) {
  const Node* node = take(key);
  std::vector<PlacedText> out;
  if (node == nullptr) return out;
  const bool good = node->is(Type::array) &&
                    std::all_of(node->items.begin(), node->items.end(),
                                [](const Node& item) { return item.is(Type::string) && !item.text.empty(); });
  if (!good) {
    problems_.add(node->mark, fmt::format("'{}' must be a list of strings", key),
                  fmt::format("such as {} = [\"…\"]", key));
    return out;
  }
  for (const Node& item : node->items) out.push_back({item.text, item.mark});
  return out;
}

std::optional<double> Table::number(std::string_view key, double min, double max) {
  const Node* node = take(key);
  if (node == nullptr) return {};
  const double value = node->is(Type::integer) ? static_cast<double>(node->integer) : node->real;
  const bool is_number = node->is(Type::integer) || node->is(Type::real);
  if (is_number && value >= min && value <= max) return value;
  problems_.add(node->mark, fmt::format("'{}' must be a number from {} to {}", key, min, max), {},
                node->text.size());
  return {};
}

std::optional<int> Table::whole(std::string_view key, int min, int max) {
  const Node* node = take(key);
  if (node == nullptr) return {};
  if (node->is(Type::integer) && node->integer >= min && node->integer <= max)
    return static_cast<int>(node->integer);
  problems_.add(node->mark, fmt::format("'{}' must be a whole number from {} to {}", key, min, max), {},
                node->text.size());
  return {};
}

std::optional<std::size_t> Table::word(std::string_view key, const std::vector<std::string>& words) {
  const std::optional<PlacedText> given = text(key);
  if (!given) return {};
  const auto found = std::find(words.begin(), words.end(), given->text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  const std::string nearest = base::did_you_mean(given->text, words);
  problems_.add(given->mark, fmt::format("'{}' cannot be '{}'", key, given->text),
                nearest.empty() ? "one of: " + base::joined(words, ", ") : nearest, given->text.size() + 2);
  return {};
}

// Quoted or as TOML's own local date.
std::string Table::date(std::string_view key) {
  const Node* node = take(key);
  if (node == nullptr) return {};
  if (node->is_scalar() && is_date(node->text)) return node->text;
  problems_.add(node->mark, fmt::format("'{}' must be a date such as \"2027-01-31\"", key), {},
                node->text.size());
  return {};
}

void Table::members(std::string_view key, const std::function<void(const Member&)>& each) {
  const Node* node = take(key);
  if (node == nullptr) return;
  if (!node->is(Type::object)) return problems_.add(node->mark, fmt::format("[{}] must be a table", key));
  for (const Member& member : node->members) each(member);
}

void Table::tables(std::string_view key, const std::function<void(Table&)>& each) {
  const Node* node = take(key);
  if (node == nullptr) return;
  if (!node->is(Type::array))
    return problems_.add(node->mark, fmt::format("'{0}' must be a list of tables: [[{0}]]", key));
  for (const Node& item : node->items) {
    Table table(item, fmt::format("[[{}]]", key), problems_);
    each(table);
    table.finish();
  }
}

void Table::finish() {
  for (const Member& member : node_.members) {
    if (std::find(known_.begin(), known_.end(), member.key) != known_.end()) continue;
    std::string hint = base::did_you_mean(member.key, known_);
    if (hint.empty()) hint = "known keys: " + base::joined(known_, ", ");
    problems_.add(member.key_mark, fmt::format("unknown key '{}' in {}", member.key, what_), std::move(hint),
                  member.key.size());
  }
}

}  // namespace readiness::app
