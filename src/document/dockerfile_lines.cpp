// SPDX-License-Identifier: Apache-2.0
// Facts from Docker's "Dockerfile reference": parser directives come before everything else; comment lines
// vanish even between continued lines; RUN, COPY and ADD may carry heredocs.
#include "document/dockerfile_lines.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace readiness::document {
namespace {

constexpr std::string_view kBlanks = " \t\r\f\v";

struct Heredoc {
  std::string end;
  bool strips_tabs = false;
};

// [digits]<<[-]WORD or [digits]<<[-]"WORD", standing as a word of its own.
std::optional<Heredoc> heredoc_of(std::string_view word) {
  while (!word.empty() && word[0] >= '0' && word[0] <= '9') word.remove_prefix(1);
  if (!word.starts_with("<<")) return std::nullopt;
  word.remove_prefix(2);
  Heredoc found;
  if (word.starts_with('-')) {
    found.strips_tabs = true;
    word.remove_prefix(1);
  }
  if (word.find('<') != std::string_view::npos) return std::nullopt;
  std::copy_if(word.begin(), word.end(), std::back_inserter(found.end),
               [](char c) { return c != '"' && c != '\''; });
  if (found.end.empty()) return std::nullopt;
  return found;
}

// Words by white space outside quotes; the quotes stay.
std::vector<std::string_view> shell_words(std::string_view text) {
  std::vector<std::string_view> words;
  char quote = 0;
  std::size_t begin = std::string_view::npos;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool ends = i == text.size() || (quote == 0 && (kBlanks.find(text[i]) != std::string_view::npos));
    if (ends && begin != std::string_view::npos) words.push_back(text.substr(begin, i - begin));
    if (ends) begin = std::string_view::npos;
    if (ends) continue;
    if (begin == std::string_view::npos) begin = i;
    if (quote == 0 && text[i] == '\\')
      ++i;
    else if (quote != 0 && text[i] == quote)
      quote = 0;
    else if (quote == 0 && (text[i] == '"' || text[i] == '\''))
      quote = text[i];
  }
  return words;
}

std::vector<Heredoc> heredocs_of(std::string_view instruction) {
  if (instruction.find("<<") == std::string_view::npos) return {};
  const std::vector<std::string_view> words = shell_words(instruction);
  std::size_t name = 0;
  if (!words.empty() && base::same_word(words[0], "ONBUILD")) name = 1;
  if (words.size() <= name) return {};
  const bool may_have = base::same_word(words[name], "RUN") || base::same_word(words[name], "COPY") ||
                        base::same_word(words[name], "ADD");
  std::vector<Heredoc> found;
  for (std::size_t i = name + 1; may_have && i < words.size(); ++i)
    if (auto heredoc = heredoc_of(words[i])) found.push_back(std::move(*heredoc));
  return found;
}

class Reader {
 public:
  explicit Reader(const Input& input) : input_(input) {}

  base::Result<DockerfileLines> read() {
    while (next_line()) {
      if (read_directive()) continue;
      if (is_blank_or_comment()) continue;
      if (!read_instruction())
        return input_.problem(out_.lines.back().mark_at(0),
                              fmt::format("the heredoc '{}' is never closed", unclosed_));
    }
    return std::move(out_);
  }

 private:
  bool next_line() {
    if (at_ >= input_.text.size()) return false;
    const std::size_t found = input_.text.find('\n', at_);
    const std::size_t end = std::min(found, input_.text.size());
    line_ = input_.text.substr(at_, end - at_);
    if (line_.ends_with('\r')) line_.remove_suffix(1);
    at_ = end + 1;
    ++number_;
    return true;
  }

  bool is_blank_or_comment() const {
    const std::size_t begin = line_.find_first_not_of(kBlanks);
    return begin == std::string_view::npos || line_[begin] == '#';
  }

  // "# name=value" as long as nothing else came before.
  bool read_directive() {
    if (!may_be_directive_) return false;
    const std::string_view line = base::trimmed(line_);
    const std::size_t equals = line.find('=');
    may_be_directive_ = line.starts_with('#') && equals != std::string_view::npos;
    if (!may_be_directive_) return false;
    const std::string_view value = base::trimmed(line.substr(equals + 1));
    const std::string_view name = base::trimmed(line.substr(1, equals - 1));
    may_be_directive_ = name.find_first_of(kBlanks) == std::string_view::npos;
    if (base::same_word(name, "escape") && (value == "`" || value == "\\")) out_.escape = value[0];
    return may_be_directive_;
  }

  // A doubled escape character at the end is a literal one.
  bool take_continuation() {
    const std::size_t last = line_.find_last_not_of(" \t");
    if (last == std::string_view::npos || line_[last] != out_.escape) return false;
    if (last > 0 && line_[last - 1] == out_.escape) return false;
    line_ = line_.substr(0, last);
    return true;
  }

  void append(DockerfileLine& to) {
    std::size_t begin = 0;
    if (to.text.empty()) begin = std::min(line_.find_first_not_of(kBlanks), line_.size());
    to.parts.push_back({to.text.size(), {number_, static_cast<std::uint32_t>(begin + 1)}});
    to.text += line_.substr(begin);
  }

  bool read_instruction() {
    DockerfileLine& line = out_.lines.emplace_back();
    bool goes_on = take_continuation();
    append(line);
    while (goes_on && next_line()) {
      if (is_blank_or_comment()) continue;
      goes_on = take_continuation();
      append(line);
    }
    line.text.erase(line.text.find_last_not_of(kBlanks) + 1);
    const std::vector<Heredoc> heredocs = heredocs_of(line.text);
    return std::all_of(heredocs.begin(), heredocs.end(), [&](const Heredoc& heredoc) {
      return read_heredoc(heredoc.end, heredoc.strips_tabs, line);
    });
  }

  bool read_heredoc(const std::string& end, bool strips_tabs, DockerfileLine& line) {
    while (next_line()) {
      std::string_view content = line_;
      if (strips_tabs) content.remove_prefix(std::min(content.find_first_not_of('\t'), content.size()));
      line.heredocs += line_;
      line.heredocs += '\n';
      if (content == end) return true;
    }
    unclosed_ = base::shortened(end, 40);
    return false;
  }

  const Input& input_;
  DockerfileLines out_;
  std::size_t at_ = 0;
  std::string_view line_;
  std::uint32_t number_ = 0;
  bool may_be_directive_ = true;
  std::string unclosed_;
};

}  // namespace

base::Mark DockerfileLine::mark_at(std::size_t offset) const {
  const auto after = std::upper_bound(parts.begin(), parts.end(), offset,
                                      [](std::size_t o, const auto& part) { return o < part.first; });
  const auto& [begin, mark] = *(after - 1);
  return {mark.line, mark.column + static_cast<std::uint32_t>(offset - begin)};
}

base::Result<DockerfileLines> dockerfile_lines(const Input& input) { return Reader(input).read(); }

}  // namespace readiness::document
