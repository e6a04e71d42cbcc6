// SPDX-License-Identifier: Apache-2.0
// Escapes by the GitHub Flavored Markdown spec (0.29): any ASCII punctuation may be escaped by a backslash;
// extended autolinks begin at "://" and "www."; `@name` and `#1` are linked by GitHub after rendering, so
// only a character between helps: U+2060, which has no width.
#include "report/markdown/text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/view.h"

namespace readiness::report::markdown {
namespace {

constexpr std::string_view kAlwaysEscaped = "\\`*_[]|~$";
constexpr std::string_view kWordJoiner = "\u2060";
constexpr std::size_t kMostCodeBytes = 240;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void escape(std::string_view line, std::string& out) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const std::string_view rest = line.substr(i);
    const char next = rest.size() > 1 ? rest[1] : ' ';
    if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '&')
      out += "&amp;";
    else if (kAlwaysEscaped.find(c) != std::string_view::npos)
      (out += '\\') += c;
    else if (rest.starts_with("://"))
      out += ":\\/\\/", i += 2;
    else if (c == ':' && next == ':')
      out += "\\:";  // a line of a log is no workflow command
    else if (base::same_word(rest.substr(0, 4), "www."))
      out += line.substr(i, 3), out += "\\.", i += 3;
    else if (c == '@' && (base::is_word(next) || next == '-'))
      (out += c) += kWordJoiner;
    else if (c == '#' && is_digit(next))
      (out += c) += kWordJoiner;
    else
      out += c;
  }
}

/// What would begin a block is escaped there. The blocks that we begin ourselves are written before this.
std::string at_line_start(std::string line) {
  const std::size_t mark = line.find_first_not_of("0123456789");
  if (mark == std::string::npos) return line;
  const bool ends_word = mark + 1 == line.size() || line[mark + 1] == ' ';
  const bool numbered = mark > 0 && ends_word && (line[mark] == '.' || line[mark] == ')');
  const bool bullet = mark == 0 && ends_word && (line[0] == '-' || line[0] == '+');
  const bool ruled = line.find_first_not_of("-= ") == std::string::npos;
  if (numbered || bullet || ruled || line[0] == '#') line.insert(mark, "\\");
  return line;
}

std::size_t longest_run(std::string_view text, char c) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char each : text) longest = std::max(longest, run = each == c ? run + 1 : 0);
  return longest;
}

std::string code_span(std::string_view shown) {
  const std::string fence(longest_run(shown, '`') + 1, '`');
  const bool padded = shown.front() == '`' || shown.back() == '`';
  return fmt::format("{0}{1}{2}{1}{0}", fence, padded ? " " : "", shown);
}

}  // namespace

Md Md::ours(std::string text) {
  Md out;
  out.text_ = std::move(text);
  return out;
}

Md text(std::string_view raw) {
  std::string out;
  escape(one_line(raw), out);
  return Md::ours(std::move(out));
}

Md prose(std::string_view raw) {
  const std::string line = one_line(raw);
  std::string out;
  std::string_view rest = line;
  while (true) {
    const std::size_t open = rest.find('`');
    const std::size_t close = open == std::string_view::npos ? open : rest.find('`', open + 1);
    if (close == std::string_view::npos || close == open + 1) break;
    escape(rest.substr(0, open), out);
    out += cell_code(rest.substr(open + 1, close - open - 1)).str();
    rest.remove_prefix(close + 1);
  }
  escape(rest, out);
  return Md::ours(std::move(out));
}

Md code(std::string_view raw) {
  const std::string shown =
      without_commands(base::printable(base::shortened(base::trimmed(raw), kMostCodeBytes)));
  return shown.empty() ? Md() : Md::ours(code_span(shown));
}

Md cell_code(std::string_view raw) { return raw.find('|') == std::string_view::npos ? code(raw) : text(raw); }

Md link(std::string_view url) { return is_web_address(url) ? Md::ours(fmt::format("<{}>", url)) : code(url); }

Md strong(const Md& inner) { return inner.empty() ? inner : "**" + inner + "**"; }

Md joined(const std::vector<Md>& parts, const Md& separator) {
  Md out;
  for (const Md& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}

void Document::gap() {
  if (!text_.empty() && !text_.ends_with("\n\n")) text_ += '\n';
}

void Document::raw_line(const Md& line) { (text_ += line.str()) += '\n'; }

void Document::heading(int level, const Md& title) {
  gap();
  text_ += std::string(static_cast<std::size_t>(level), '#') + " " + title.str() + "\n\n";
}

void Document::paragraph(const Md& line) {
  if (line.empty()) return;
  gap();
  text_ += at_line_start(line.str()) + "\n\n";
}

void Document::broken_line(const Md& line) { text_ += at_line_start(line.str()) + "  \n"; }

void Document::bullet(const Md& line, int depth) {
  text_ += std::string(static_cast<std::size_t>(2 * depth), ' ') + "- " + at_line_start(line.str()) + "\n";
}

void Document::task(const Md& line) { bullet("[ ] " + line); }

void Document::numbered(std::size_t number, const Md& line) {
  text_ += std::to_string(number) + ". " + at_line_start(line.str()) + "\n";
}

void Document::fence(std::string_view language, std::string_view raw) {
  const bool plain = std::all_of(language.begin(), language.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '+';
  });
  const std::string marks(std::max<std::size_t>(3, longest_run(raw, '`') + 1), '`');
  gap();
  text_ += marks + (plain ? std::string(language) : std::string()) + "\n";
  const std::string lines = base::shortened(base::trimmed(raw), kMostTextBytes);
  for (const std::string_view line : base::split(lines, '\n'))
    text_ += without_commands(base::printable(line)) + "\n";
  text_ += marks + "\n\n";
}

void Document::row(const std::vector<Md>& cells) {
  text_ += '|';
  for (const Md& cell : cells) text_ += cell.empty() ? " |" : " " + cell.str() + " |";
  text_ += '\n';
}

void Document::table(const std::vector<Md>& head) {
  gap();
  row(head);
  row(std::vector<Md>(head.size(), "---"));
}

}  // namespace readiness::report::markdown
