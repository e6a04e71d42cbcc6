// SPDX-License-Identifier: Apache-2.0
// Actions are found by Go's rules for strings and comments inside "{{ … }}"; what they would print is not
// known.
#include "document/helm_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace readiness::document {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

std::size_t end_of_string(std::string_view text, std::size_t at) {
  const char quote = text[at++];
  while (at < text.size() && text[at] != quote && (quote == '`' || text[at] != '\n'))
    at += text[at] == '\\' && quote != '`' ? 2U : 1U;
  return std::min(at + 1, text.size());
}

// Behind the "}}" of the action that begins at `at`, or kNone.
std::size_t end_of_action(std::string_view text, std::size_t at) {
  at += 2;
  const std::size_t first = text.find_first_not_of("- \t\r\n", at);
  if (first != kNone && text.substr(first).starts_with("/*")) {
    const std::size_t close = text.find("*/", first + 2);
    at = close == kNone ? text.size() : close + 2;
  }
  while (at < text.size()) {
    if (text.substr(at).starts_with("}}")) return at + 2;
    const bool is_string = text[at] == '"' || text[at] == '`' || text[at] == '\'';
    at = is_string ? end_of_string(text, at) : at + 1;
  }
  return kNone;
}

std::string_view inside_of(std::string_view action) {
  std::string_view inside = action.substr(2, action.size() - 4);
  if (inside.starts_with('-')) inside.remove_prefix(1);
  return base::trimmed(inside);
}

std::string_view first_word_of(std::string_view action) {
  const std::string_view inside = inside_of(action);
  return inside.substr(0, inside.find_first_of(" \t\r\n()-"));
}

template <std::size_t N>
bool is_any_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 5> kOpening{"if", "range", "with", "define", "block"};

// Whether the action may print something: control structures, definitions, assignments and comments do not.
bool prints(std::string_view action) {
  constexpr std::array<std::string_view, 5> kSilent{"else", "end", "break", "continue", "fail"};
  const std::string_view inside = inside_of(action);
  if (inside.starts_with("/*") || (inside.starts_with('$') && inside.find(":=") != kNone)) return false;
  const std::string_view word = first_word_of(action);
  return !is_any_of(word, kOpening) && !is_any_of(word, kSilent);
}

struct Line {
  std::string text;
  bool has_actions = false;
  bool has_prints = false;

  std::size_t indent() const { return std::min(text.find_first_not_of(' '), text.size()); }
  bool is_blank() const { return base::trimmed(text).empty(); }
  bool is_comment() const { return base::trimmed(text).starts_with('#'); }
};

/// The text with every action replaced by kAction on the line where it begins.
class Taker {
 public:
  Taker(const Input& input, Branches branches) : input_(input), text_(input.text), branches_(branches) {}

  base::Result<std::vector<Line>> take() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t open = std::min(text_.find("{{", at), text_.size());
      copy(text_.substr(at, open - at));
      if (open == text_.size()) break;
      at = end_of_action(text_, open);
      if (at == kNone)
        return input_.problem(MarkCursor(text_).at(open), "the action '{{' is never closed with '}}'");
      take_action(text_.substr(open, at - open));
    }
    add_lines();
    return std::move(lines_);
  }

 private:
  void copy(std::string_view part) {
    for (const char c : part) {
      if (c == '\n')
        add_lines();
      else if (!is_left_out())
        line_.text += c;
    }
  }

  // The rest of the line behind an action of several lines is joined to its first one.
  void take_action(std::string_view action) {
    turn(first_word_of(action));
    line_.has_actions = true;
    if (!is_left_out()) {
      line_.text += kAction;
      line_.has_prints = line_.has_prints || prints(action);
    }
    swallowed_ += static_cast<std::size_t>(std::count(action.begin(), action.end(), '\n'));
  }

  void turn(std::string_view word) {
    if (is_any_of(word, kOpening))
      is_behind_else_.push_back(false);
    else if (word == "end" && !is_behind_else_.empty())
      is_behind_else_.pop_back();
    else if (word == "else" && !is_behind_else_.empty())
      is_behind_else_.back() = true;
  }
  bool is_left_out() const {
    return branches_ == Branches::first &&
           std::find(is_behind_else_.begin(), is_behind_else_.end(), true) != is_behind_else_.end();
  }

  void add_lines() {
    lines_.push_back(std::exchange(line_, Line{}));
    lines_.resize(lines_.size() + std::exchange(swallowed_, 0));
  }

  const Input& input_;
  std::string_view text_;  // input_'s
  Branches branches_;
  std::vector<bool> is_behind_else_;  // of each open structure, the outermost first
  std::vector<Line> lines_;
  Line line_;
  std::size_t swallowed_ = 0;
};

// `text` without the actions and the white space at its end.
std::string_view without_last_actions(std::string_view text) {
  for (;;) {
    const std::size_t size = text.size();
    text = text.substr(0, text.find_last_not_of(" \t\r") + 1);
    if (text.ends_with(kAction)) text.remove_suffix(kAction.size());
    if (text.size() == size) return text;
  }
}

/// Blanks the lines of actions. What an action prints as a key's whole value is unknown, so it becomes
/// kAction; when more lines below belong to the key it is dropped, and the key has at least those.
class Blanker {
 public:
  explicit Blanker(std::vector<Line>& lines) : lines_(lines) {}

  void blank() {
    for (Line& line : lines_) {
      const std::string_view content = without_last_actions(line.text);
      if (line.has_actions && base::trimmed(content).empty()) {
        if (line.has_prints && printer_ == nullptr) printer_ = &line;
        line.text.clear();
      } else if (!line.is_blank() && !line.is_comment()) {
        settle(line.indent(), line.text.substr(line.indent()).starts_with("-"));
        key_ = content.ends_with(':') ? &line : nullptr;
      }
    }
    settle(0, false);
  }

 private:
  // A list may stand at the indentation of its key.
  void settle(std::size_t indent, bool is_item) {
    if (key_ != nullptr) {
      const std::size_t key_indent = std::min(key_->text.find_first_not_of(" -"), key_->text.size());
      const bool is_filled =
          indent > key_indent || (is_item && indent == key_->indent() && key_indent == indent);
      const std::size_t key_end = without_last_actions(key_->text).size();
      if (is_filled)
        key_->text.resize(key_end);
      else if (printer_ != nullptr && base::trimmed(std::string_view(key_->text).substr(key_end)).empty())
        printer_->text = std::string(key_indent + 1, ' ') + std::string(kAction);
    }
    printer_ = nullptr;
  }

  std::vector<Line>& lines_;
  Line* key_ = nullptr;      // the last line of content, when only actions follow its last ':'
  Line* printer_ = nullptr;  // the first line below it that prints
};

}  // namespace

base::Result<std::string> helm_text(const Input& input, Branches branches) {
  base::Result<std::vector<Line>> lines = Taker(input, branches).take();
  if (!lines) return lines.errors();
  Blanker(*lines).blank();
  std::string out;
  out.reserve(input.text.size());
  for (const Line& line : *lines) out.append(&line == &lines->front() ? "" : "\n").append(line.text);
  return out;
}

}  // namespace readiness::document
