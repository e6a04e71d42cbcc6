// SPDX-License-Identifier: Apache-2.0
#include "document/document_text.h"

using namespace readiness::document;

namespace {

std::string xml(std::string_view text, const Limits& limits = {}) {
  return parsed(Format::xml, text, limits);
}

}  // namespace

TEST_CASE("an XML element has a name, attributes, text and children") {
  CHECK(xml("<?xml version='1.0'?>\n<a x='1' n:y=\"&lt;\"> t <b/><![CDATA[<c>]]></a>") ==
        "{name: 'a', attributes: {x: '1', n:y: '<'}, text: 't <c>', children: "
        "[{name: 'b', attributes: {}, text: '', children: []}]}");
}

TEST_CASE("elements, attributes and texts have their places") {
  const std::string_view text =
      "<!-- é -->\n<project>\n  <dep id=\"a&amp;b\"\n       scope='test'>\n    1.0\n  </dep>\n</project>\n";
  CHECK(mark_of(Format::xml, text, "$") == "2:1");
  CHECK(mark_of(Format::xml, text, "$.children[0]") == "3:3");
  CHECK(mark_of(Format::xml, text, "$.children[0].attributes.id") == "3:12");
  CHECK(mark_of(Format::xml, text, "$.children[0].attributes.scope") == "4:15");
  CHECK(mark_of(Format::xml, text, "$.children[0].text") == "5:5");
}

TEST_CASE("document types are skipped and entities of one's own stay closed") {
  const std::string_view bomb =
      "<!DOCTYPE a [<!ENTITY x \"boom\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>\n<a>&x;&f;</a>";
  CHECK(xml(bomb) == "{name: 'a', attributes: {}, text: '&x;&f;', children: []}");
}

TEST_CASE("XML that is no UTF-8 is read as Latin-1") {
  CHECK(xml("<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE9</a>") ==
        "{name: 'a', attributes: {}, text: 'é', children: []}");
}

TEST_CASE("XML mistakes are told with their place") {
  CHECK(starts_with_problem(xml("<a>\n<b></a>"), "f:2:6: is no valid XML: start-end tags mismatch"));
  CHECK(starts_with_problem(xml("<a/><b/>"), "f:1:5: has a second root element"));
  CHECK(starts_with_problem(xml("<!-- nothing -->"), "is no valid XML: no document element found"));
  CHECK(starts_with_problem(xml(""), "is no valid XML: no document element found"));
}

TEST_CASE("hostile XML meets a limit") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  for (int i = 0; i < 100'000; ++i) deep += "</a>";
  CHECK(starts_with_problem(xml(deep), "f:1:196: is nested more than 64 levels deep"));
  CHECK(starts_with_problem(xml("<a><b/><b/></a>", {.max_nodes = 12}), "has more than 12 values"));
}
