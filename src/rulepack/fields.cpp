// SPDX-License-Identifier: Apache-2.0
#include "rulepack/fields.h"

#include <algorithm>
#include <charconv>

#include "base/nearest.h"
#include "base/text.h"

namespace readiness::rulepack {
namespace {

using document::Node;
using document::Type;

std::optional<double> as_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return {};
  return value;
}

std::string_view kind_of(const Node& node) {
  if (node.is(Type::object)) return "a mapping";
  return node.is(Type::array) ? "a list" : "a single value";
}

}  // namespace

base::Diagnostic Sources::problem(const Place& place, std::string message, std::string hint) const {
  base::Diagnostic d{.file = names[place.file], .mark = place.mark, .message = std::move(message), .hint = std::move(hint)};
  if (!texts[place.file].empty()) d.source_line = base::line_of(texts[place.file], place.mark.line);
  return d;
}

void Problems::add(base::Mark mark, std::string message, std::string hint) {
  problems_.push_back(sources_.problem(place(mark), std::move(message), std::move(hint)));
}

Fields::Fields(const Node& node, std::string_view what, Problems& problems)
    : node_(node), what_(what), problems_(problems), valid_(node.is(Type::object)) {
  if (!valid_) problems.add(node.mark, what_ + " must be a mapping, this is " + std::string(kind_of(node)));
}

const Node* Fields::take(std::string_view key) {
  known_.emplace_back(key);
  return node_.find(key);
}

std::string Fields::text(std::string_view key) {
  const Node* value = take(key);
  if (value == nullptr) return {};
  if (!value->is_scalar()) problems_.add(value->mark, "'" + std::string(key) + "' must be a text");
  return value->text;
}

std::vector<Text> Fields::texts(std::string_view key) {
  const Node* value = take(key);
  return value == nullptr ? std::vector<Text>{} : texts_of(*value, problems_);
}

std::vector<std::string> Fields::strings(std::string_view key) {
  std::vector<std::string> out;
  for (Text& text : texts(key)) out.push_back(std::move(text.value));
  return out;
}

std::optional<double> Fields::number(std::string_view key, double min, double max) {
  const Node* value = take(key);
  if (value == nullptr) return {};
  const std::optional<double> found = as_number(value->text);
  if (found && *found >= min && *found <= max) return found;
  problems_.add(value->mark, "'" + std::string(key) + "' must be a number");
  return {};
}

std::optional<std::uint64_t> Fields::count(std::string_view key) {
  const std::optional<double> found = number(key, 0, 1e9);
  if (!found) return {};
  return static_cast<std::uint64_t>(*found);
}

std::optional<double> Fields::share(std::string_view key) {
  const Node* value = take(key);
  if (value == nullptr) return {};
  std::string_view text = value->text;
  if (!text.empty() && text.back() == '%') {
    text.remove_suffix(1);
    if (const std::optional<double> found = as_number(text); found && *found >= 0 && *found <= 100) return *found / 100;
  }
  problems_.add(value->mark, "'" + std::string(key) + "' must be a percentage, like 80%");
  return {};
}

std::optional<std::size_t> Fields::word(std::string_view key, const std::vector<std::string>& words) {
  const Node* value = take(key);
  if (value == nullptr) return {};
  const auto it = std::find(words.begin(), words.end(), value->text);
  if (it != words.end()) return static_cast<std::size_t>(it - words.begin());
  std::string hint = base::did_you_mean(value->text, words);
  if (hint.empty()) hint = "one of: " + base::joined(words, ", ");
  problems_.add(value->mark, "unknown " + std::string(key) + " '" + value->text + "'", hint);
  return {};
}

void Fields::finish() {
  for (const document::Member& member : node_.members)
    if (std::find(known_.begin(), known_.end(), member.key) == known_.end())
      problems_.add(member.key_mark, "unknown key '" + member.key + "' in " + what_, base::did_you_mean(member.key, known_));
}

std::vector<Text> texts_of(const Node& node, Problems& problems) {
  std::vector<Text> out;
  if (node.is(Type::object)) {
    problems.add(node.mark, "expected a text or a list of texts, this is a mapping");
  } else if (node.is(Type::array)) {
    for (const Node& item : node.items)
      if (item.is_scalar())
        out.push_back({item.text, problems.place(item.mark)});
      else
        problems.add(item.mark, "expected a text, this is " + std::string(kind_of(item)));
  } else {
    out.push_back({node.text, problems.place(node.mark)});
  }
  return out;
}

std::optional<std::uint64_t> parse_size(std::string_view text) {
  std::uint64_t unit = 1;
  if (text.ends_with("KB")) unit = 1024;
  if (text.ends_with("MB")) unit = 1024 * 1024;
  if (unit > 1) text.remove_suffix(2);
  const std::optional<double> number = as_number(text);
  if (!number || *number <= 0 || *number > 1e9) return {};
  return static_cast<std::uint64_t>(*number * static_cast<double>(unit));
}

std::optional<Effort> parse_effort(std::string_view text) {
  const std::size_t digits = text.find_first_not_of("0123456789.-");
  if (digits == std::string_view::npos || digits == 0) return {};
  const std::string_view unit = base::trimmed(text.substr(digits));
  double hours = 0;
  if (unit == "min") hours = 1.0 / 60;
  if (unit == "h") hours = 1;
  if (unit == "d") hours = 8;
  if (unit == "w") hours = 40;
  const std::string_view range = text.substr(0, digits);
  const std::size_t dash = range.find('-');
  const std::optional<double> min = as_number(range.substr(0, dash));
  const std::optional<double> max = dash == std::string_view::npos ? min : as_number(range.substr(dash + 1));
  if (hours == 0 || !min || !max || *min < 0 || *max < *min) return {};
  return Effort{.min_hours = *min * hours, .max_hours = *max * hours};
}

}  // namespace readiness::rulepack
