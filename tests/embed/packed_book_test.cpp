// SPDX-License-Identifier: Apache-2.0
#include "embed/packed_book.h"

#include <catch2/catch.hpp>

#include "rulepack/load.h"

using namespace readiness;

namespace {

constexpr const char* kPack = R"(pack: demo
title: A pack
probes:
  keys:
    text: ['key_[a-z]{9}', 'other_[a-z]{9}']
    languages: [python]
    paths: ['src/**', '!src/vendor/**']
    max_size: 64KB
    entropy: {min: 2.5, group: value}
    unless: ['example']
    near: 3
    label: keys
  routes:
    document: {kinds: [openapi], query: '$.paths', where: {text: 'get'}, captures: {name: '$.id'}}
traits:
  service:
    title: A service
    any: [{path: 'Dockerfile'}, {dependency: [flask, 'fast*'], scope: runtime}]
checks:
  - id: demo.first
    title: First
    priority: high
    confidence: lexical
    effort: 2-3h
    why: Because.
    tasks: [Do it]
    when: service and not (keys)
    require: {any: [keys, {all: [{not: routes}, {commit: {older_than: 90d}}]}]}
    partial: {path: 'docs/*'}
    tests:
      - {name: good, files: {Dockerfile: 'FROM x'}, expect: pass}
      - {name: bad, files: {a: 'x'}, expect: fail}
  - id: demo.second
    title: Second
    effort: 30min
    why: Because.
    tasks: [Do it]
    each: routes
    must: {has: '$.security'}
    pass_at: 80%
    tests:
      - {name: good, files: {a: 'x'}, expect: pass}
      - {name: bad, files: {a: 'x'}, expect: fail}
)";

rulepack::RuleBook sample() {
  const auto book = rulepack::load({{.name = "rules/demo.yaml", .text = kPack}});
  INFO((book.ok() ? std::string() : base::render(book.errors())));
  REQUIRE(book.ok());
  return *book;
}

}  // namespace

TEST_CASE("a book comes back from its packed form as it was, places included") {
  const std::string bytes = embed::pack_book(sample());
  const auto book = embed::unpack_book(bytes);
  REQUIRE(book.ok());
  CHECK(embed::pack_book(*book) == bytes);
  REQUIRE(book->packs.size() == 1);
  const rulepack::Pack& pack = book->packs[0];
  REQUIRE(pack.probes.size() == 2);
  const rulepack::Expression& keys = pack.probes[0].expression;
  REQUIRE(keys.patterns.size() == 2);
  CHECK(keys.patterns[1].value == "other_[a-z]{9}");
  CHECK(keys.patterns[1].place.mark.line == 5);
  CHECK(keys.narrowing.max_size == 64 * 1024U);
  CHECK(keys.narrowing.entropy_min == 2.5);
  CHECK(keys.narrowing.label == "keys");
  CHECK(pack.probes[1].expression.document.captures.size() == 1);
  REQUIRE(pack.checks.size() == 2);
  CHECK(pack.checks[0].priority == rulepack::Priority::high);
  CHECK(pack.checks[0].effort.max_hours == 3);
  CHECK(pack.checks[0].when_text == "service and not (keys)");
  REQUIRE(pack.checks[0].require);
  CHECK(pack.checks[0].require->operands[1].operands[1].commit.older_than_days == 90);
  REQUIRE(pack.checks[1].must);
  CHECK(pack.checks[1].must->path.value == "$.security");
  CHECK(pack.checks[1].pass_at == 0.8);
}

TEST_CASE("tests and texts stay behind, the names of files do not") {
  const auto book = embed::unpack_book(embed::pack_book(sample()));
  REQUIRE(book.ok());
  CHECK(book->packs[0].checks[0].tests.empty());
  REQUIRE(book->sources.names.size() == 1);
  CHECK(book->sources.names[0] == "rules/demo.yaml");
  REQUIRE(book->sources.texts.size() == 1);
  CHECK(book->sources.texts[0].empty());
}

TEST_CASE("a damaged book is refused") {
  const std::string bytes = embed::pack_book(sample());
  CHECK_FALSE(embed::unpack_book("").ok());
  CHECK_FALSE(embed::unpack_book("anything else").ok());
  CHECK_FALSE(embed::unpack_book(bytes + "x").ok());
  for (std::size_t size = 0; size < bytes.size(); size += 3)
    CHECK_FALSE(embed::unpack_book(std::string_view(bytes).substr(0, size)).ok());
  for (std::size_t at = 20; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(0xFF);
    (void)embed::unpack_book(changed);  // whatever it makes of it, it stays inside
  }
}
