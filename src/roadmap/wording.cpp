// SPDX-License-Identifier: Apache-2.0
#include "roadmap/wording.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace readiness::roadmap {
namespace {

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kEntities{
    {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&nbsp;", " "}, {"&#39;", "'"}}};
// Longer things between brackets or angles are no link and no tag of a roadmap.
constexpr std::size_t kMostLinkBytes = 2'000;

class Stripper {
 public:
  explicit Stripper(std::string_view markdown) : rest_(markdown), whole_(markdown) {}

  Wording strip() {
    const std::string_view start = base::trimmed(whole_);
    out_.bold_start = start.starts_with("**") || start.starts_with("__");
    while (!rest_.empty()) step();
    while (out_.text.ends_with(' ')) out_.text.pop_back();
    return std::move(out_);
  }

 private:
  void step() {
    const char c = rest_.front();
    if (c == '\\' && rest_.size() > 1 && !is_word(rest_[1])) {
      put(rest_[1]), take(2);
    } else if (c == '`') {
      code();
    } else if (c == '*' || c == '~') {
      take(1);
    } else if (c == '_' &&
               !(is_word(before_) && rest_.size() > 1 && (is_word(rest_[1]) || rest_[1] == '_'))) {
      take(1);
    } else if (c == '!' && rest_.starts_with("![")) {
      take(1);
    } else if (c == '[' || c == ']') {
      bracket(c);
    } else if (c == '<') {
      tag();
    } else if (c == '&') {
      entity();
    } else {
      put(c), take(1);
    }
  }

  void take(std::size_t bytes) {
    before_ = rest_[bytes - 1];
    rest_.remove_prefix(bytes);
  }

  void put(char c) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank)
      out_.text += c;
    else if (!out_.text.empty() && out_.text.back() != ' ')
      out_.text += ' ';
  }

  void code() {
    const std::size_t fence = std::min(rest_.find_first_not_of('`'), rest_.size());
    const std::size_t end =
        rest_.substr(0, std::min(rest_.size(), fence + kMostLinkBytes)).find(std::string(fence, '`'), fence);
    if (end == std::string_view::npos) return take(fence);
    const std::string_view inner = base::trimmed(rest_.substr(fence, end - fence));
    out_.codes.emplace_back(inner);
    for (const char c : inner) put(c);
    take(end + fence);
  }

  /// "[words](address)" and "[words][1]" keep the words only.
  void bracket(char c) {
    take(1);
    if (c != ']' || rest_.empty() || (rest_.front() != '(' && rest_.front() != '[')) return;
    const char close = rest_.front() == '(' ? ')' : ']';
    const std::size_t end = rest_.substr(0, kMostLinkBytes).find(close);
    if (end != std::string_view::npos) take(end + 1);
  }

  void tag() {
    const std::size_t end = rest_.substr(0, kMostLinkBytes).find('>');
    const bool is_tag = end != std::string_view::npos && rest_.size() > 1 &&
                        (is_word(rest_[1]) || rest_[1] == '/' || rest_[1] == '!');
    if (!is_tag) return put('<'), take(1);
    put(' ');
    take(end + 1);
  }

  void entity() {
    for (const auto& [name, meaning] : kEntities)
      if (rest_.starts_with(name)) return put(meaning.front()), take(name.size());
    put('&'), take(1);
  }

  std::string_view rest_;
  std::string_view whole_;
  char before_ = ' ';
  Wording out_{};
};

}  // namespace

Wording wording_of(std::string_view markdown) { return Stripper(markdown).strip(); }

std::vector<std::string_view> lines_of(std::string_view markdown) {
  std::vector<std::string_view> out;
  while (!markdown.empty()) {
    const std::size_t end = std::min(markdown.find_first_of("\r\n"), markdown.size());
    std::string_view line = base::trimmed(markdown.substr(0, end));
    while (line.starts_with('>')) line = base::trimmed(line.substr(1));
    if (!line.empty()) out.push_back(line);
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
  }
  return out;
}

}  // namespace readiness::roadmap
