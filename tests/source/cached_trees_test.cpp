// SPDX-License-Identifier: Apache-2.0
#include "source/cached_trees.h"

#include <catch2/catch.hpp>
#include <string>

using namespace readiness::source;
using namespace std::string_literals;

namespace {

const std::string kRoot(20, 'r');
const std::string kDocs(20, 'd');
const std::string kDeep(20, 'e');

ObjectId id(const std::string& raw) { return ObjectId::from_raw(raw); }

// The root was touched, "src" too; "docs" and "src/deep" were not.
std::string rows() {
  return "\0-1 2\n"s + "docs\0"s + "3 0\n" + kDocs + "src\0-1 1\n"s + "deep\0"s + "1 0\n" + kDeep;
}

}  // namespace

TEST_CASE("folders that were not touched are known by their trees") {
  const CachedTrees trees(rows(), 20);
  CHECK(trees.size() == 2);
  CHECK(trees.is("docs/", id(kDocs)));
  CHECK(trees.is("src/deep/", id(kDeep)));
  CHECK_FALSE(trees.is("docs/", id(kDeep)));
  CHECK_FALSE(trees.is("", id(kRoot)));
  CHECK_FALSE(trees.is("deep/", id(kDeep)));
  CHECK(CachedTrees("\0"s + "4 0\n" + kRoot, 20).is("", id(kRoot)));
}

TEST_CASE("a broken list of cached trees is none") {
  for (std::size_t length = 1; length < rows().size(); ++length) {
    const CachedTrees cut(rows().substr(0, length), 20);
    CHECK(cut.size() <= 1);  // at the border of two rows
  }
  for (const std::string& bad :
       {"\0x 0\n"s, "\0-1 -1\n"s, "a\0-1 0\n"s, "\0-1 0\n\0-1 0\n"s, "\0-1 0\nb\0-1 0\n"s,
        "\099999999999999999999 0\n"s + kRoot, "no end"s, "\0"s + "1 0"})
    CHECK(CachedTrees(bad, 20).size() == 0);
}
