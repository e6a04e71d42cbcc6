// SPDX-License-Identifier: Apache-2.0
// Linear: every byte is passed by `skip` or a search once, and looking ahead in vain is rationed.
#include "language/lexer.h"

#include <algorithm>
#include <utility>

#include "language/placement.h"

namespace readiness::language {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMaxFrames = 256;  // deeper interpolation is hostile: its inside stays string

std::uint8_t byte(char c) { return static_cast<std::uint8_t>(c); }

char escape_of(Escape escape) {
  return escape == Escape::backslash ? '\\' : escape == Escape::backquote ? '`' : '\0';
}

}  // namespace

Lexer::Lexer(const Syntax& syntax, std::string_view text, base::RegionMap& out)
    : syntax_(syntax), text_(text), out_(out) {
  if (text.find('\n') == kNone && text.find('\r') != kNone) line_break_ = '\r';
  bits_[byte('{')] |= kBrace;
  bits_[byte('}')] |= kBrace;
  bits_[byte(line_break_)] |= kBreak;
  if (syntax.code_escape != '\0') bits_[byte(syntax.code_escape)] |= kCode;
  const std::size_t strings = std::min(syntax.strings.size(), kMaxStrings);
  auto index = static_cast<std::uint8_t>(syntax.readers.size() + syntax.comments.size() + strings);
  for (std::size_t i = strings; i-- > 0;) {
    const String& row = syntax.strings[i];
    const auto bit = static_cast<std::uint16_t>(kString << i);
    bits_[byte(row.close[0])] |= bit;
    if (row.escape == Escape::backslash || row.escape == Escape::backquote)
      bits_[byte(escape_of(row.escape))] |= bit;
    if (!row.multi_line) bits_[byte(line_break_)] |= bit;
    if (!row.inside.open.empty()) {
      bits_[byte(row.inside.open[0])] |= bit;
      bits_[byte(row.inside.open.back())] |= kBrace;
      bits_[byte(row.inside.close)] |= kBrace;
    }
    add_rule(row.open[0], --index);
  }
  for (std::size_t i = syntax.comments.size(); i-- > 0;) add_rule(syntax.comments[i].open[0], --index);
  for (std::size_t i = syntax.readers.size(); i-- > 0;) add_rule(syntax.readers[i].first, --index);
}

void Lexer::add_rule(char first, std::uint8_t index) {
  bits_[byte(first)] |= kCode;
  next_rule_[index] = first_rule_[byte(first)];
  first_rule_[byte(first)] = static_cast<std::uint8_t>(index + 1);
}

std::size_t Lexer::skip(std::size_t at, std::uint16_t mask) const {
  const char* p = text_.data() + at;
  const char* const end = text_.data() + to_;
  const auto bits = [&](std::ptrdiff_t i) -> unsigned { return bits_[byte(p[i])]; };
  for (; end - p >= 8; p += 8)
    if (((bits(0) | bits(1) | bits(2) | bits(3) | bits(4) | bits(5) | bits(6) | bits(7)) & mask) != 0) break;
  while (p < end && (bits(0) & mask) == 0) ++p;
  return static_cast<std::size_t>(p - text_.data());
}

std::uint16_t Lexer::code_mask() const {
  return static_cast<std::uint16_t>(kCode | (frames_.empty() ? 0 : kBrace) | (body_end_ == 0 ? 0 : kBreak));
}

std::size_t Lexer::run(std::size_t from, std::size_t to, Until until) {
  from_ = from;
  to_ = to;
  body_end_ = 0;
  stopped_ = false;
  frames_.clear();
  if (until == Until::brace) frames_.push_back({nullptr, 0});
  std::size_t at = from;
  while (at < to && !stopped_) {
    at = skip(at, code_mask());
    if (at < to) at = step(at);
  }
  at = std::min(at, to);
  put(base::Region::code, at);
  return at;
}

std::size_t Lexer::step(std::size_t at) {
  const char c = text_[at];
  if (c == line_break_ && body_end_ != 0) {
    put(base::Region::code, at + 1);
    put(base::Region::string, body_end_);
    return std::max(at + 1, std::exchange(body_end_, 0));
  }
  if (c == syntax_.code_escape && c != '\0') return at + 2;
  if (!frames_.empty() && (bits_[byte(c)] & kBrace) != 0) {
    bool handled = false;
    const std::size_t next = at_brace(at, handled);
    if (handled) return next;
  }
  return by_rules(at);
}

std::size_t Lexer::at_brace(std::size_t at, bool& handled) {
  Frame& frame = frames_.back();
  const char open = frame.string != nullptr ? frame.string->inside.open.back() : '{';
  const char close = frame.string != nullptr ? frame.string->inside.close : '}';
  if (text_[at] == open) ++frame.depth;
  if (text_[at] != close) return at;
  if (frame.depth > 0) return --frame.depth, at;
  handled = true;
  if (frame.string == nullptr) return stopped_ = true, at;
  const String& row = *frame.string;
  frames_.pop_back();
  put(base::Region::code, at);
  return string(row, at, at + 1);
}

std::size_t Lexer::by_rules(std::size_t at) {
  const std::size_t readers = syntax_.readers.size();
  const std::size_t comments = syntax_.comments.size();
  for (std::size_t rule = first_rule_[byte(text_[at])]; rule != 0; rule = next_rule_[rule - 1]) {
    const std::size_t index = rule - 1;
    if (index < readers) {
      const Token token = syntax_.readers[index].read(*this, at);
      if (token.stop) return stopped_ = true, at;
      if (token.end <= at) continue;
      put(base::Region::code, at);
      put(token.region, std::min(token.end, to_));
      return token.end;
    }
    if (index < readers + comments) {
      const Comment& row = syntax_.comments[index - readers];
      if (starts(at, row.open) && is_placed(row, *this, at)) return comment(row, at);
      continue;
    }
    const String& row = syntax_.strings[index - readers - comments];
    if (!starts(at, row.open) || !may_start(row, *this, at)) continue;
    put(base::Region::code, at);
    return string(row, at, at + row.open.size());
  }
  return at + 1;
}

std::size_t Lexer::comment(const Comment& row, std::size_t at) {
  put(base::Region::code, at);
  std::size_t end = to_;
  if (row.close.empty()) {
    end = line_comment(at);
  } else if (row.nested) {
    end = nested_comment(row, at);
  } else if (row.place == Place::first_column) {
    end = column_comment(row, at);
  } else {
    const std::size_t found = text().find(row.close, at + row.open.size());
    if (found != kNone) end = found + row.close.size();
  }
  put(base::Region::comment, end);
  return end;
}

std::size_t Lexer::line_comment(std::size_t at) const {
  std::size_t end = line_end(at);
  while (syntax_.joins_lines && end < to_) {
    const std::size_t last = end - (end > at && text_[end - 1] == '\r' ? 1 : 0);
    if (last <= at || text_[last - 1] != '\\') break;
    end = line_end(end + 1);
  }
  if (syntax_.line_comment_end.empty()) return end;
  const std::size_t ends = text_.substr(at, end - at).find(syntax_.line_comment_end);
  return ends == kNone ? end : at + ends;
}

std::size_t Lexer::nested_comment(const Comment& row, std::size_t at) const {
  std::size_t depth = 1;
  at += row.open.size();
  while (at < to_) {
    if (text_[at] == row.close[0] && starts(at, row.close)) {
      at += row.close.size();
      if (--depth == 0) return std::min(at, to_);
    } else if (text_[at] == row.open[0] && starts(at, row.open)) {
      at += row.open.size();
      ++depth;
    } else {
      ++at;
    }
  }
  return to_;
}

// `=begin` … `=cut`: from a first column to the line that begins with `close`.
std::size_t Lexer::column_comment(const Comment& row, std::size_t at) const {
  for (std::size_t line = line_end(at) + 1; line < to_; line = line_end(line) + 1)
    if (starts(line, row.close)) return line_end(line);
  return to_;
}

std::size_t Lexer::string(const String& row, std::size_t begin, std::size_t body) {
  const auto mask = static_cast<std::uint16_t>(kString << (&row - syntax_.strings.data()));
  const char escape = escape_of(row.escape);
  const bool opened_here = body - begin == row.open.size() && starts(begin, row.open);
  std::size_t at = body;
  while ((at = skip(at, mask)) < to_) {
    if (starts(at, row.close)) {
      const std::size_t after = at + row.close.size();
      const bool again = row.escape == Escape::doubled && after < to_ && starts(after, row.close);
      if (!again) return put(base::Region::string, std::min(after, to_)), after;
      at = after + row.close.size();
    } else if (!row.inside.open.empty() && starts(at, row.inside.open) && frames_.size() < kMaxFrames) {
      at += row.inside.open.size();
      if (row.inside.open.size() == 1 && at < to_ && text_[at] == row.inside.open[0]) {
        ++at;  // `{{` is a brace
        continue;
      }
      frames_.push_back({&row, 0});
      put(base::Region::string, at);
      return at;
    } else if (text_[at] == escape && escape != '\0') {
      at += starts(at + 1, "\r\n") ? 3 : 2;
    } else if (text_[at] == line_break_ && !row.multi_line) {
      return put(base::Region::string, at), at;
    } else {
      ++at;
    }
  }
  // Nothing closes it: more likely an apostrophe than a string up to the end.
  at = to_;
  if (opened_here && row.multi_line && may_look_ahead()) {
    missed();
    at = line_end(body);
  }
  put(base::Region::string, at);
  return at;
}

std::size_t Lexer::line_end(std::size_t at) const {
  const std::size_t found = at < to_ ? text().find(line_break_, at) : kNone;
  return found == kNone ? to_ : found;
}

void Lexer::put(base::Region region, std::size_t end) { extend(out_, region, end); }

void extend(base::RegionMap& map, base::Region region, std::size_t end) {
  auto& stretches = map.stretches;
  const auto to = static_cast<std::uint32_t>(end);
  if (to <= (stretches.empty() ? 0 : stretches.back().end)) return;
  if (!stretches.empty() && stretches.back().region == region) {
    stretches.back().end = to;
  } else {
    stretches.push_back({to, region});
  }
}

}  // namespace readiness::language
