// SPDX-License-Identifier: Apache-2.0
#include "rulepack/load.h"

#include <catch2/catch.hpp>

using namespace readiness;
using namespace readiness::rulepack;

namespace {

const std::string kGoodCheck = R"(
  - id: demo.readme
    title: A README
    effort: 1-2h
    require: {path: README.md}
    why: People read it first.
    tasks: [Write it]
    tests:
      - {name: there, files: {README.md: "x"}, expect: pass}
      - {name: not there, files: {a: "x"}, expect: fail}
)";

base::Result<RuleBook> load_text(const std::string& text) { return load({{.name = "demo.yaml", .text = text}}); }

std::string errors_of(const std::string& text) {
  const base::Result<RuleBook> book = load_text(text);
  return book ? std::string("loaded") : base::render(book.errors());
}

}  // namespace

TEST_CASE("options and lines to copy are kept, and a snippet has exactly one language") {
  const std::string head = "pack: demo\nchecks:" + kGoodCheck;
  const auto book = load_text(head + "    options: [mkdocs, sphinx]\n    snippet: {bash: \"echo hi > README.md\"}\n");
  REQUIRE(book.ok());
  const Check& check = book->packs.front().checks.front();
  CHECK(check.options == std::vector<std::string>{"mkdocs", "sphinx"});
  CHECK(check.snippet_language == "bash");
  CHECK(check.snippet == "echo hi > README.md");
  CHECK(errors_of(head + "    snippet: {bash: a, sh: b}\n").find("'snippet' takes one language") != std::string::npos);
  CHECK(errors_of(head + "    snippet: {bash: \"\"}\n").find("'snippet' takes one language") != std::string::npos);
  CHECK(errors_of(head + "    snippet: echo\n").find("'snippet' takes one language") != std::string::npos);
}

TEST_CASE("a pack keeps its probes, traits and checks with their places") {
  const auto book = load_text("pack: demo\ntitle: Demo\nprobes:\n  docs: {path: '*.md'}\ntraits:\n  written:\n    title: has prose\n    any: [docs]\nchecks:" + kGoodCheck);
  REQUIRE(book.ok());
  REQUIRE(book->packs.size() == 1);
  const Pack& pack = book->packs.front();
  CHECK(pack.title == "Demo");
  CHECK(pack.probes.front().name == "docs");
  CHECK(pack.probes.front().expression.op == Operator::path);
  CHECK(pack.traits.front().expression.operands.front().op == Operator::reference);
  const Check& check = pack.checks.front();
  CHECK(check.id == "demo.readme");
  CHECK(check.place.mark.line == 10);
  CHECK(check.effort.max_hours == 2);
  CHECK(check.tests.size() == 2);
}

TEST_CASE("an unknown key is an error with place, caret and the nearest key") {
  CHECK(errors_of("pack: demo\nprobes:\n  a: {path: x, langauges: [go]}\n") ==
        "demo.yaml:3:16: unknown key 'langauges' in the path expression\n"
        "      a: {path: x, langauges: [go]}\n"
        "                   ^ did you mean 'languages'?\n");
}

TEST_CASE("every mistake of a file is reported at once") {
  const auto book = load_text("pack: demo\nprobes:\n  a: {pth: x}\n  b: {any: []}\nchecks:\n  - {id: demo.x, title: X}\n");
  REQUIRE(!book.ok());
  CHECK(book.errors().size() >= 6);
}

TEST_CASE("duplicate names and ids name both places") {
  CHECK(errors_of("pack: demo\nprobes:\n  a: {path: x}\ntraits:\n  a: {title: t, path: y}\n").find("first defined at demo.yaml:3") !=
        std::string::npos);
  CHECK(errors_of("pack: demo\nchecks:" + kGoodCheck + kGoodCheck).find("duplicate check 'demo.readme'") != std::string::npos);
}

TEST_CASE("sentences bind not before and before or") {
  const auto book = load_text("pack: demo\nprobes:\n  a: {path: x}\n  b: not a and (a or a) or a\n");
  REQUIRE(book.ok());
  const Expression& e = book->packs.front().probes[1].expression;
  REQUIRE(e.op == Operator::any);
  REQUIRE(e.operands[0].op == Operator::all);
  CHECK(e.operands[0].operands[0].op == Operator::negation);
  CHECK(e.operands[0].operands[1].op == Operator::any);
  CHECK(e.operands[1].op == Operator::reference);
}

TEST_CASE("a broken sentence says what is missing") {
  CHECK(errors_of("pack: demo\nprobes:\n  b: a and\n").find("a name is missing at the end") != std::string::npos);
  CHECK(errors_of("pack: demo\nprobes:\n  b: (a or c\n").find("missing ')'") != std::string::npos);
  CHECK(errors_of("pack: demo\nprobes:\n  b: a c\n").find("unexpected 'c'") != std::string::npos);
}

TEST_CASE("a later file overrides fields of a check and the origin is remembered") {
  const auto book = load({{.name = "one.yaml", .text = "pack: demo\nchecks:" + kGoodCheck},
                          {.name = "two.yaml", .text = "override:\n  - {id: demo.readme, priority: critical, why: Ours.}\n"}});
  REQUIRE(book.ok());
  const Check& check = book->packs.front().checks.front();
  CHECK(check.priority == Priority::critical);
  CHECK(check.why == "Ours.");
  CHECK(check.title == "A README");
  CHECK(check.field_origins.back().second.file == 1);
}

TEST_CASE("an override of an unknown check suggests the nearest id") {
  const auto book = load({{.name = "one.yaml", .text = "pack: demo\nchecks:" + kGoodCheck},
                          {.name = "two.yaml", .text = "override:\n  - {id: demo.readmi, priority: low}\n"}});
  REQUIRE(!book.ok());
  CHECK(base::render(book.errors()).find("did you mean 'demo.readme'?") != std::string::npos);
}

TEST_CASE("a check without a passing and a failing test is refused") {
  std::string text = "pack: demo\nchecks:" + kGoodCheck;
  text.erase(text.find("      - {name: not there"));
  CHECK(errors_of(text).find("needs a test that fails") != std::string::npos);
}

TEST_CASE("efforts are read in hours") {
  struct Row {
    std::string text;
    double min, max;
  };
  for (const Row& row : {Row{"30min", 0.5, 0.5}, Row{"2-3h", 2, 3}, Row{"0.5-1d", 4, 8}, Row{"1-2w", 40, 80}}) {
    const auto book = load_text("pack: demo\nchecks:" + std::string(kGoodCheck).replace(kGoodCheck.find("1-2h"), 4, row.text));
    REQUIRE(book.ok());
    CHECK(book->packs.front().checks.front().effort.min_hours == Approx(row.min));
    CHECK(book->packs.front().checks.front().effort.max_hours == Approx(row.max));
  }
  CHECK(errors_of("pack: demo\nchecks:" + std::string(kGoodCheck).replace(kGoodCheck.find("1-2h"), 4, "soon")).find("effort must be like") !=
        std::string::npos);
}

TEST_CASE("broken YAML is an error with its place, not an empty pack") {
  const std::string text = errors_of("pack: demo\nprobes: {a: [\n");
  CHECK(text.find("demo.yaml:") == 0);
}

TEST_CASE("files behind a loaded book are merged as if all were loaded at once") {
  const std::vector<RuleFile> first{{.name = "one.yaml", .text = "pack: demo\nprobes:\n  a: {path: x}\nchecks:" + kGoodCheck}};
  const std::vector<RuleFile> second{
      {.name = "two.yaml", .text = "pack: demo\nprobes:\n  b: a\noverride:\n  - {id: demo.readme, why: Ours.}\n"}};
  const auto begun = load(first);
  REQUIRE(begun.ok());
  const auto book = load(*begun, second);
  REQUIRE(book.ok());
  CHECK(book->sources.names == std::vector<std::string>{"one.yaml", "two.yaml"});
  REQUIRE(book->packs.size() == 1);
  REQUIRE(book->packs[0].probes.size() == 2);
  CHECK(book->packs[0].probes[1].place.file == 1);
  CHECK(book->packs[0].checks[0].why == "Ours.");
  CHECK(book->packs[0].checks[0].field_origins.back().second.file == 1);
}

TEST_CASE("names and ids of a loaded book cannot be defined again") {
  const auto begun = load_text("pack: demo\nprobes:\n  a: {path: x}\nchecks:" + kGoodCheck);
  REQUIRE(begun.ok());
  const auto again =
      load(*begun, {{.name = "two.yaml", .text = "pack: other\nprobes:\n  a: {path: y}\nchecks:" + kGoodCheck}});
  REQUIRE(!again.ok());
  const std::string problems = base::render(again.errors());
  CHECK(problems.find("duplicate probe or trait 'a'") != std::string::npos);
  CHECK(problems.find("first defined at demo.yaml:3") != std::string::npos);
  CHECK(problems.find("duplicate check 'demo.readme'") != std::string::npos);
}
