// SPDX-License-Identifier: Apache-2.0
// The words by which people say what the list below is: tasks, files, reasons, or facts about a task such as
// its priority.
#pragma once
#include <cstdint>
#include <string_view>

namespace readiness::roadmap {

enum class Label : std::uint8_t {
  unknown,
  tasks,         ///< "What to do:", "Tasks", "Recommended order"
  files,         ///< "Files to create/update:"
  files_create,  ///< "Files to create:"
  files_update,  ///< "Files to modify:"
  status,        ///< "Status: …", "Current Status: …"
  remark         ///< "Priority: …", "Why:", "Risks": says something about a task, is none
};

/// Of a heading, a bold line, or what stands in front of a colon; case, icons and numbers do not matter.
Label label_of(std::string_view text);

/// "Key: value" cut at its colon; an empty key when the line is not of that form.
struct Field {
  std::string_view key{}, value{};
};
Field field_of(std::string_view text);

}  // namespace readiness::roadmap
