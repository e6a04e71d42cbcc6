// SPDX-License-Identifier: Apache-2.0
// libFuzzer target for everything of git's that is read as bytes. The first byte chooses the format; an
// answer that breaks its promise (order, bounds, exact lengths) is a crash.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "source/commit.h"
#include "source/config_file.h"
#include "source/delta.h"
#include "source/ignore.h"
#include "source/index_file.h"
#include "source/loose_object.h"
#include "source/tree_listing.h"
#include "source/wildcard.h"

using namespace readiness::source;

namespace {

constexpr std::uint64_t kLargest = 1 << 20;

void demand(bool promise) {
  if (!promise) std::abort();
}

// What stands before the first NUL, which is taken away.
std::string_view first_part(std::string_view& text) {
  const std::size_t end = std::min(text.find('\0'), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

void index(std::string_view bytes, std::size_t id_size) {
  auto parsed = parse_index(bytes, id_size);
  if (!parsed) return demand(!parsed.errors().front().message.empty());
  demand(std::is_sorted(parsed->entries.begin(), parsed->entries.end(), &earlier_in_index));
  resolve_conflicts(parsed->entries);
  for (std::size_t i = 1; i < parsed->entries.size(); ++i)
    demand(parsed->entries[i - 1].path < parsed->entries[i].path);
}

void loose_object(std::string_view bytes) {
  Inflater inflater;
  PaddedBuffer buffer;
  const Object object = unpack_loose(bytes, kLargest, inflater, buffer);
  demand(!object.ok() || (object.bytes.size() == object.size && object.size <= kLargest));
}

void delta(std::string_view bytes) {
  const std::string_view base = first_part(bytes);
  const auto sizes = delta_sizes(bytes);
  if (!sizes || sizes->result > kLargest) return;
  std::string out(sizes->result, '\0');
  apply_delta(base, bytes, out.data());
}

void tree(std::string_view bytes, std::size_t id_size) {
  TreeItem item;
  std::size_t left = bytes.size();
  while (take_tree_item(bytes, id_size, item)) {
    demand(bytes.size() < left && !item.name.empty() && item.raw_id.size() == id_size);
    left = bytes.size();
  }
}

void ignore_file(std::string_view bytes) {
  const std::string_view path = first_part(bytes);
  const IgnoreFile file = IgnoreFile::parse(bytes);
  for (const bool is_folder : {false, true}) file.verdict(path, is_folder);
}

void wildcard(std::string_view bytes) {
  const std::string_view pattern = first_part(bytes);
  for (const bool in_path : {false, true}) Wildcard::compile(pattern, in_path).matches(bytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const std::size_t id_size = (data[0] & 0x80) != 0 ? 32 : 20;
  switch (data[0] % 8) {
    case 0:
      index(bytes, id_size);
      break;
    case 1:
      loose_object(bytes);
      break;
    case 2:
      delta(bytes);
      break;
    case 3:
      tree(bytes, id_size);
      break;
    case 4:
      ignore_file(bytes);
      break;
    case 5:
      wildcard(bytes);
      break;
    case 6:
      ConfigFile::parse(bytes).is_true("core.bare");
      break;
    default:
      parse_commit(bytes);
      parse_tag_target(bytes);
      break;
  }
  return 0;
}
