// SPDX-License-Identifier: Apache-2.0
#include "embed/packed_trees.h"

#include <catch2/catch.hpp>

#include "document/parse.h"

using namespace readiness;
using document::Node;
using document::Type;

namespace {

bool same(const Node& a, const Node& b) {
  if (a.type != b.type || a.text != b.text || a.mark != b.mark || a.boolean != b.boolean ||
      a.integer != b.integer || a.real != b.real || a.items.size() != b.items.size() ||
      a.members.size() != b.members.size())
    return false;
  for (std::size_t i = 0; i < a.items.size(); ++i)
    if (!same(a.items[i], b.items[i])) return false;
  for (std::size_t i = 0; i < a.members.size(); ++i)
    if (a.members[i].key != b.members[i].key || a.members[i].key_mark != b.members[i].key_mark ||
        !same(a.members[i].value, b.members[i].value))
      return false;
  return true;
}

embed::TreeFile sample() {
  const auto parsed = document::parse(
      document::Format::yaml,
      "pack: backup\nnumbers: [1, -7, 2.5, 9223372036854775807]\nflags: {on: true, off: false}\n"
      "nothing: ~\ntext: |\n  two\n  lines\n---\n- second document\n",
      "sample.yaml");
  REQUIRE(parsed.ok());
  return {"rules/sample.yaml", *parsed};
}

}  // namespace

TEST_CASE("trees come back from their packed form as they were, marks included") {
  const std::vector<embed::TreeFile> files{sample(), {"rules/empty.yaml", {}}};
  const auto back = embed::unpack(embed::pack(files));
  REQUIRE(back.ok());
  REQUIRE(back->size() == 2);
  CHECK((*back)[0].name == "rules/sample.yaml");
  REQUIRE((*back)[0].documents.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) CHECK(same((*back)[0].documents[i], files[0].documents[i]));
  CHECK((*back)[1].documents.empty());
}

TEST_CASE("packing is reproducible and stores equal strings once") {
  const std::vector<embed::TreeFile> once{sample()};
  const std::vector<embed::TreeFile> twice{sample(), sample()};
  CHECK(embed::pack(once) == embed::pack(once));
  CHECK(embed::pack(twice).size() < embed::pack(once).size() * 2 - 60);
}

TEST_CASE("packed trees that are cut off anywhere are refused") {
  const std::string whole = embed::pack({sample()});
  for (std::size_t length = 0; length < whole.size(); ++length) {
    INFO("length " << length);
    CHECK_FALSE(embed::unpack(std::string_view(whole).substr(0, length)).ok());
  }
  CHECK_FALSE(embed::unpack(whole + "x").ok());
}

TEST_CASE("a changed byte in packed trees never reads outside them") {
  const std::string whole = embed::pack({sample()});
  std::string text = whole;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const int value : {0x00, 0x7F, 0x80, 0xFF}) {
      text[at] = static_cast<char>(value);
      (void)embed::unpack(text).ok();  // the sanitizers are the judge
    }
    text[at] = whole[at];
  }
}
