// SPDX-License-Identifier: Apache-2.0
// One pass over the text at the first question, then a binary search a question.
#include "base/line_index.h"

#include <algorithm>

namespace readiness::base {

void LineIndex::build() {
  if (!starts_.empty()) return;
  starts_.push_back(0);
  const bool has_carriage_returns = text_.find('\r') != std::string_view::npos;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (!has_carriage_returns) {
      i = text_.find('\n', i);
      if (i == std::string_view::npos) break;
    }
    const bool lone_return = text_[i] == '\r' && (i + 1 == text_.size() || text_[i + 1] != '\n');
    if (text_[i] == '\n' || lone_return) starts_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

Mark LineIndex::at(std::uint32_t offset) {
  build();
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto line = static_cast<std::uint32_t>(after - starts_.begin());
  return {line, offset - *(after - 1) + 1};
}

std::string_view LineIndex::line(std::uint32_t number) {
  build();
  if (number == 0 || number > starts_.size()) return {};
  const std::size_t begin = starts_[number - 1];
  std::size_t end = number < starts_.size() ? starts_[number] : text_.size();
  while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
  return text_.substr(begin, end - begin);
}

std::uint32_t LineIndex::lines() {
  build();
  const bool ends_with_break = starts_.back() == text_.size();
  return static_cast<std::uint32_t>(starts_.size() - (ends_with_break ? 1 : 0));
}

}  // namespace readiness::base
