// SPDX-License-Identifier: Apache-2.0
// First of all the examples of RFC 9535's section 1.5 over a document of our own with the same shape.
#include "document/document_text.h"

using namespace readiness::document;

namespace {

constexpr std::string_view kShop = R"({"shop": {
  "parts": [
    {"kind": "bolt", "by": "Ada", "name": "M4", "cost": 8.95},
    {"kind": "gear", "by": "Bob", "name": "Z20", "cost": 12.99},
    {"kind": "gear", "by": "Cid", "name": "Z40", "code": "0-553", "cost": 8.99},
    {"kind": "gear", "by": "Dee", "name": "Z80", "code": "0-395", "cost": 22.99}],
  "van": {"paint": "red", "cost": 399}}})";

std::string found(std::string_view query, std::string_view document = kShop) {
  const auto documents = parse(Format::json, document, "f");
  REQUIRE(documents);
  const auto compiled = JsonPath::compile(query);
  if (!compiled) return readiness::base::render(compiled.errors());
  std::string out;
  for (const auto& match : compiled->select(documents->front()))
    out += (out.empty() ? "" : " ") + match.location + "=" + text_of(*match.node);
  return out;
}

}  // namespace

TEST_CASE("queries of the usual kinds find what they name") {
  CHECK(found("$.shop.parts[*].by") ==
        "$['shop']['parts'][0]['by']='Ada' $['shop']['parts'][1]['by']='Bob' "
        "$['shop']['parts'][2]['by']='Cid' $['shop']['parts'][3]['by']='Dee'");
  CHECK(found("$.shop..cost") ==
        "$['shop']['parts'][0]['cost']=8.95 $['shop']['parts'][1]['cost']=12.99 "
        "$['shop']['parts'][2]['cost']=8.99 "
        "$['shop']['parts'][3]['cost']=22.99 $['shop']['van']['cost']=399");
  CHECK(found("$..parts[-1].name") == "$['shop']['parts'][3]['name']='Z80'");
  CHECK(found("$..parts[0,1].name") ==
        "$['shop']['parts'][0]['name']='M4' $['shop']['parts'][1]['name']='Z20'");
  CHECK(found("$..parts[?@.code].name") ==
        "$['shop']['parts'][2]['name']='Z40' $['shop']['parts'][3]['name']='Z80'");
  CHECK(found("$..parts[?@.cost<10].name") ==
        "$['shop']['parts'][0]['name']='M4' $['shop']['parts'][2]['name']='Z40'");
}

TEST_CASE("a broken query is told with its column") {
  CHECK(found("$.a[?@.b == ]") ==
        ":1:13: expected a condition: '@…', '$…', a literal or a function\n    $.a[?@.b == ]\n               "
        " ^\n");
}
