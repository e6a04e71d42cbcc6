// SPDX-License-Identifier: Apache-2.0
#include "shown.h"

using readiness::testing::check_regions;

TEST_CASE("a number sign of YAML is a comment behind a blank only") {
  check_regions("yaml",
                {"a: b#c ⟦# com⟧\n", "url: http://x/#y\n", "⟦# first⟧\na: 1", "color: «\"#fff\"» ⟦# d⟧"});
}

TEST_CASE("quotes of YAML begin where a value may begin") {
  check_regions("yaml", {"d: «'it''s # x'» ⟦# y⟧", "e: it's «\"x\"» ⟦# z⟧", "- «\"a # b\\\"\"» ⟦# c⟧",
                         "f: {a: «'b'», c: [«\"d\"»]}", "- run: echo don't ⟦# c⟧", "g: !Sub «\"${A}\"»",
                         "? «\"k\"»: v", "h: «\"open»\ni: j ⟦# k⟧"});
}

TEST_CASE("TOML, INI, properties, dotenv") {
  check_regions("toml", {"a = «\"b # \\\" c\"» ⟦# d⟧\ne = «'c:\\'» ⟦# f⟧",
                         "g = «\"\"\"\n# no\n\"\"\"» ⟦# h⟧\ni = «'''\n'#'''»"});
  check_regions("ini", {"⟦; a⟧\n  ⟦# b⟧\nc = d ; e # f"});
  check_regions("properties", {"⟦# a⟧\n⟦! b⟧\nc=it's # d!"});
  check_regions("dotenv", {"⟦# a⟧\nB=c#d ⟦# e⟧\nF=«\"g # h\"»\nI=«'j'»\nK=don't"});
}

TEST_CASE("JSON tolerates comments") {
  check_regions("json", {"{«\"a\"»: «\"// b \\\" c\"», «\"d\"»: 1}"});
  check_regions("jsonc", {"{⟦// it's⟧\n«\"a\"»: 1 ⟦/* b */⟧}"});
}

TEST_CASE("Dockerfiles have comments on lines of their own") {
  check_regions("dockerfile", {"⟦# it's⟧\nFROM a\nRUN echo «\"b # c\"» d # e\n  ⟦# f⟧\nENV X=«'y'»",
                               "RUN <<EOF\n«it's\nEOF»\nCMD [«\"a\"»]"});
}

TEST_CASE("CMake, Terraform, Nix, GraphQL, ignore files") {
  check_regions("cmake", {"⟦#[[ a\nb ]]⟧ set(c «[=[d ]] ]=]») ⟦# it's⟧\nmessage(«\"e # \\\" f\"»)"});
  check_regions("terraform", {"⟦# a⟧\n⟦// it's⟧\nb = «\"c ${»lookup(d, «\"e\"»)«} f\"» ⟦/* g */⟧\nh = "
                              "<<-EOT\n«it's \"\n  EOT»\ni = 1"});
  check_regions("nix", {"a = «''\n it's ''${x} # no\n''» ⟦# c⟧\n b = «\"d ${»e«}\"»; ⟦/* f */⟧"});
  check_regions("graphql", {"«\"\"\"it's # no\"\"\"» type A { b: C ⟦# d⟧\n}"});
  check_regions("ignore", {"⟦# it's⟧\n*.a#b\n!c"});
}

TEST_CASE("a language without syntax has an empty map: all code") {
  using namespace readiness::language;
  for (const char* name : {"text", "csv", "diff", "go-checksums"})
    CHECK(lex(*find(name), "it's # \"x\" // y").stretches.empty());
  CHECK(lex(kUnknown, "it's").stretches.empty());
  CHECK(lex(60000, "it's").stretches.empty());
}
