// SPDX-License-Identifier: Apache-2.0
// Trees as flat text.
#include "document/node.h"

namespace readiness::document {
namespace {

// False when the text is full.
bool append(std::string& out, const Node& node, std::string_view key, std::size_t max_bytes) {
  if (node.is_scalar()) {
    if (!key.empty()) out.append(key).append(": ");
    out.append(node.text.substr(0, max_bytes)).append("\n");
    return out.size() < max_bytes;
  }
  for (const Node& item : node.items)
    if (!append(out, item, key, max_bytes)) return false;
  for (const Member& member : node.members)
    if (!append(out, member.value, member.key, max_bytes)) return false;
  return true;
}

}  // namespace

std::string flat_text(const Node& node, std::size_t max_bytes) {
  std::string out;
  append(out, node, {}, max_bytes);
  if (out.size() > max_bytes) out.resize(max_bytes);
  return out;
}

}  // namespace readiness::document
