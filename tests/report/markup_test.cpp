// SPDX-License-Identifier: Apache-2.0
#include "report/markup.h"

#include <catch2/catch.hpp>

#include "report/hostile_report.h"

using namespace readiness::report;

TEST_CASE("text in markup shows as itself and does nothing else") {
  CHECK(text("a < b & \"c\" > 'd'").str() == "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;");
  CHECK(text("two\r\n\tlines ").str() == "two   lines");
  CHECK(text("##[group]x ##vso[y]").str() == "&#35;#[group]x &#35;#vso[y]");
  CHECK(text("::error::x").str() == "&#58;:error&#58;:x");
  CHECK(text("\xEF\xBF\xBF").str() == "\xEF\xBF\xBD");
  CHECK(text("caf\u00e9 \u65e5\u672c").str() == "caf\u00e9 \u65e5\u672c");
}

TEST_CASE("no attack leaves a character that markup acts upon") {
  for (const std::string& attack : testing::attacks())
    CHECK(text(attack).str().find_first_of("<>\"'\n\r\x1b") == std::string::npos);
}

TEST_CASE("elements are closed, and attributes without a value are left out") {
  CHECK(element("a", {{"x", text("1\"")}, {"y", {}}}, "b").str() == "<a x=\"1&quot;\">b</a>");
  CHECK(element("a", {}, {}).str() == "<a/>");
}
