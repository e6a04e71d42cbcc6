// SPDX-License-Identifier: Apache-2.0
#include "roadmap/table_row.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "roadmap/figures.h"
#include "roadmap/state.h"
#include "roadmap/wording.h"

namespace readiness::roadmap {
namespace {

struct Head {
  std::string_view word;
  Column column;
};
constexpr std::array kHeads{Head{"status", Column::state},       Head{"state", Column::state},
                            Head{"done", Column::state},         Head{"progress", Column::state},
                            Head{"current", Column::current},    Head{"target", Column::target},
                            Head{"category", Column::subject},   Head{"item", Column::subject},
                            Head{"task", Column::subject},       Head{"feature", Column::subject},
                            Head{"area", Column::subject},       Head{"component", Column::subject},
                            Head{"check", Column::subject},      Head{"what", Column::subject},
                            Head{"requirement", Column::subject}};

Column column_of(std::string_view head) {
  const std::string word = base::lower(wording_of(head).text);
  const auto found =
      std::find_if(kHeads.begin(), kHeads.end(), [&](const Head& row) { return word.starts_with(row.word); });
  return found == kHeads.end() ? Column::other : found->column;
}

/// Without a column that names the subject it stands in the first.
std::size_t subject_column(const std::vector<Column>& columns) {
  const auto named = std::find(columns.begin(), columns.end(), Column::subject);
  return named == columns.end() ? 0 : static_cast<std::size_t>(named - columns.begin());
}

}  // namespace

std::vector<Column> columns_of(const std::vector<std::string>& head) {
  std::vector<Column> out;
  for (const std::string& cell : head) out.push_back(column_of(cell));
  return out;
}

std::optional<Claim> row_claim(const std::vector<Column>& columns, const std::vector<std::string>& cells) {
  Claim claim{.kind = ClaimKind::row};
  for (std::size_t i = 0; i < std::min(columns.size(), cells.size()); ++i) {
    const std::string text = wording_of(cells[i]).text;
    if (columns[i] == Column::state) {
      claim.state = text == "x" ? State::done : read_value(text).state;  // a box, which is none in a table
      if (!claim.current) claim.current = read_percent(text);
    }
    if (columns[i] == Column::current) {
      claim.current = read_percent(text), claim.count = bare_number(text);
      if (claim.count > 100U) claim.current.reset();
    }
    if (columns[i] == Column::target) claim.target = read_percent(text);
  }
  const std::size_t subject = subject_column(columns);
  if (subject >= cells.size() || (claim.state == State::none && !claim.current && !claim.count)) return {};
  claim.text = read_statement(wording_of(cells[subject]).text).subject;
  if (claim.text.empty()) return {};
  return claim;
}

}  // namespace readiness::roadmap
