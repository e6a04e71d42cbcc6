// SPDX-License-Identifier: Apache-2.0
#include "roadmap/labels.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace readiness::roadmap {
namespace {

struct Row {
  std::string_view beginning;
  Label label;
};
// The first that a label begins with decides, so longer ones stand before shorter ones.
constexpr std::array kBeginnings{Row{"files to create/update", Label::files},
                                 Row{"files to update/create", Label::files},
                                 Row{"files to create or update", Label::files},
                                 Row{"files to create and update", Label::files},
                                 Row{"files to create", Label::files_create},
                                 Row{"new files", Label::files_create},
                                 Row{"files to add", Label::files_create},
                                 Row{"files to update", Label::files_update},
                                 Row{"files to modify", Label::files_update},
                                 Row{"files to change", Label::files_update},
                                 Row{"files", Label::files},
                                 Row{"status", Label::status},
                                 Row{"current status", Label::status},
                                 Row{"state", Label::status},
                                 Row{"what to do", Label::tasks},
                                 Row{"tasks", Label::tasks},
                                 Row{"to do", Label::tasks},
                                 Row{"todo", Label::tasks},
                                 Row{"what's pending", Label::tasks},
                                 Row{"what's left", Label::tasks},
                                 Row{"remaining", Label::tasks},
                                 Row{"recommended", Label::tasks},
                                 Row{"immediate", Label::tasks},
                                 Row{"next actions", Label::tasks},
                                 Row{"action items", Label::tasks},
                                 Row{"steps", Label::tasks},
                                 Row{"deliverables", Label::tasks},
                                 Row{"why", Label::remark},
                                 Row{"priority", Label::remark},
                                 Row{"effort", Label::remark},
                                 Row{"impact", Label::remark},
                                 Row{"owner", Label::remark},
                                 Row{"current risk", Label::remark},
                                 Row{"risk", Label::remark},
                                 Row{"blockers", Label::remark},
                                 Row{"current blockers", Label::remark},
                                 Row{"mitigation", Label::remark},
                                 Row{"notes", Label::remark},
                                 Row{"note", Label::remark},
                                 Row{"tips", Label::remark},
                                 Row{"questions", Label::remark},
                                 Row{"options", Label::remark},
                                 Row{"tools", Label::remark},
                                 Row{"dependencies", Label::remark},
                                 Row{"action", Label::remark},
                                 Row{"target", Label::remark},
                                 Row{"include", Label::remark},
                                 Row{"alert on", Label::remark},
                                 Row{"implementation", Label::remark},
                                 Row{"see", Label::remark},
                                 Row{"benefits", Label::remark},
                                 Row{"focus", Label::remark},
                                 Row{"deadline", Label::remark},
                                 Row{"due", Label::remark},
                                 Row{"estimate", Label::remark},
                                 Row{"total", Label::remark},
                                 Row{"last updated", Label::remark},
                                 Row{"next review", Label::remark},
                                 Row{"next phase", Label::remark},
                                 Row{"date", Label::remark},
                                 Row{"assumptions", Label::remark},
                                 Row{"references", Label::remark},
                                 Row{"acceptance criteria", Label::remark},
                                 Row{"goal", Label::remark},
                                 Row{"points", Label::remark},
                                 Row{"waits for", Label::remark}};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string normal(std::string_view text) {
  std::string out = base::lower(base::trimmed(text));
  // A typographic apostrophe is an apostrophe, and what is no letter in front is decoration.
  for (std::size_t at = 0; (at = out.find("’", at)) != std::string::npos;) out.replace(at, 3, "'");
  const auto first = std::find_if(out.begin(), out.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  out.erase(out.begin(), first);
  return out;
}

}  // namespace

Label label_of(std::string_view text) {
  const std::string words = normal(text);
  const auto begins = [&](const Row& row) {
    return words.starts_with(row.beginning) &&
           (words.size() == row.beginning.size() || !is_letter(words[row.beginning.size()]));
  };
  const auto found = std::find_if(kBeginnings.begin(), kBeginnings.end(), begins);
  return found == kBeginnings.end() ? Label::unknown : found->label;
}

Field field_of(std::string_view text) {
  // A key is a few words; a colon further on belongs to a sentence.
  constexpr std::size_t kMostKeyBytes = 60;
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > kMostKeyBytes) return {};
  if (colon + 1 < text.size() && text[colon + 1] != ' ') return {};
  return {base::trimmed(text.substr(0, colon)), base::trimmed(text.substr(colon + 1))};
}

}  // namespace readiness::roadmap
