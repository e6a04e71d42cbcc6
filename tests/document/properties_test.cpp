// SPDX-License-Identifier: Apache-2.0
#include "document/document_text.h"

using namespace readiness::document;

namespace {

std::string properties(std::string_view text) { return parsed(Format::properties, text); }

}  // namespace

TEST_CASE("properties are read as Java reads them") {
  CHECK(properties("# c\n! c\na.b=1\n c : two \nd e f\ng\n") == "{a.b: '1', c: 'two ', d: 'e f', g: ''}");
  CHECK(properties("a\\ b\\=c = x\\ty\\\\z\\q\n") == "{a b=c: 'x\ty\\zq'}");
  CHECK(properties("u = \\u00e9\\ud83d\\ude00\\ud800x\\u12\n") == "{u: 'é😀\xEF\xBF\xBDxu12'}");
}

TEST_CASE("a backslash at the end continues the line, two do not") {
  CHECK(properties("a = 1,\\\n    2,\\\n  # 3\nb = x\\\\\nc = y\\") == "{a: '1,2,# 3', b: 'x\\', c: 'y'}");
}

TEST_CASE("properties have marks, Latin-1 is understood, the last value counts") {
  CHECK(mark_of(Format::properties, "\n  a.b =  c\n", "$['a.b']") == "2:10");
  CHECK(properties("k=\xFC\n") == "{k: 'ü'}");
  CHECK(properties("k=1\nl=2\nk=3\n") == "{l: '2', k: '3'}");
}
