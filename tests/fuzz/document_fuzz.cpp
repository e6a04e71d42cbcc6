// SPDX-License-Identifier: Apache-2.0
// libFuzzer entry for every parser of the document layer and for JSONPath. The first byte chooses the format;
// an answer that breaks the layer's promises (depth, node count, unique keys, marks inside the text) is a
// crash.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <unordered_set>

#include "document/jsonpath.h"
#include "document/parse.h"

using namespace readiness::document;

namespace {

constexpr Limits kLimits{.max_bytes = 1 << 16, .max_nodes = 20'000, .max_depth = 32};
constexpr std::uint8_t kFormats = 8;  // of the enum, then Helm templates, then queries

void demand(bool promise) {
  if (!promise) std::abort();
}

// Every format makes a handful of values a construct, so the count is checked with some room.
std::size_t check(const Node& node, std::size_t depth, std::size_t lines) {
  demand(depth <= 2 * kLimits.max_depth + 4);
  demand(node.mark.line <= lines);
  std::size_t count = 1;
  for (const Node& item : node.items) count += check(item, depth + 1, lines);
  std::unordered_set<std::string_view> keys;
  for (const Member& member : node.members) {
    demand(keys.insert(member.key).second);
    demand(member.key_mark.line <= lines);
    count += check(member.value, depth + 1, lines);
  }
  return count;
}

void parse_and_check(std::uint8_t choice, std::string_view text) {
  std::size_t lines = 1;
  for (const char c : text) lines += c == '\n' || c == '\r' ? 1U : 0U;
  const auto documents = choice == kFormats ? parse_helm_template(text, "f", kLimits)
                                            : parse(static_cast<Format>(choice), text, "f", kLimits);
  if (!documents) {
    demand(!documents.errors().front().message.empty());
    demand(documents.errors().front().mark.line <= lines + 1);
    return;
  }
  std::size_t count = 0;
  for (const Node& document : *documents) count += check(document, 0, lines);
  demand(count <= 2 * kLimits.max_nodes);
}

// A query and a JSON document with a NUL between them; without a document the query runs over one of its own.
void search(std::string_view text) {
  constexpr std::string_view kOwn =
      R"({"a": [1, -2.5, "xyz", null, {"b": [true, {"c": "a.b"}]}], "d": {"a": "é"}})";
  const std::size_t end = text.find('\0');
  const std::string_view document = end == std::string_view::npos ? kOwn : text.substr(end + 1);
  const auto query = JsonPath::compile(text.substr(0, end));
  const auto tree = parse(Format::json, document, "f", kLimits);
  if (!query || !tree) return;
  for (const auto& match : query->select(tree->front(), 1000)) {
    const auto again = JsonPath::compile(match.location);  // a normalized path finds exactly its node
    demand(again.ok());
    const auto found = again->select(tree->front());
    demand(found.size() == 1 && found[0].node == match.node);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  const auto choice = static_cast<std::uint8_t>(data[0] % (kFormats + 2));
  if (choice == kFormats + 1)
    search(text);
  else
    parse_and_check(choice, text);
  return 0;
}
