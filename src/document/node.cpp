// SPDX-License-Identifier: Apache-2.0
// Trees as flat text.
#include "document/node.h"

namespace readiness::document {
namespace {

// False when the text is full.
bool append(std::string& out, const Node& node, std::string_view key, std::size_t max_bytes) {
  if (node.is_scalar()) {
    if (!key.empty()) out.append(key).append(": ");
    out.append(node.text, 0, max_bytes + 1).append("\n");
    return out.size() < max_bytes;
  }
  for (const Node& item : node.items)
    if (!append(out, item, key, max_bytes)) return false;
  for (const Member& member : node.members)
    if (!append(out, member.value, member.key, max_bytes)) return false;
  return true;
}

// The last place at or before `at` where no UTF-8 sequence is cut.
std::size_t character_border(std::string_view text, std::size_t at) {
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

}  // namespace

std::string flat_text(const Node& node, std::size_t max_bytes) {
  std::string out;
  append(out, node, {}, max_bytes);
  if (out.size() > max_bytes) out.resize(character_border(out, max_bytes));
  return out;
}

}  // namespace readiness::document
