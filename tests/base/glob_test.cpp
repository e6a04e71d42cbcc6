// SPDX-License-Identifier: Apache-2.0
#include "base/glob.h"

#include <catch2/catch.hpp>
#include <ctime>
#include <random>

using namespace readiness::base;

namespace {

bool matches(std::string_view pattern, std::string_view path) {
  const Result<Glob> glob = Glob::compile(pattern);
  REQUIRE(glob);
  return glob->matches(path);
}

// The meaning of a pattern without braces, spelled out: every way to split is tried.
bool by_trying(std::string_view pattern, std::size_t p, std::string_view path, std::size_t s) {
  if (p == pattern.size()) return s == path.size();
  if (pattern.substr(p, 2) == "**") {
    const bool is_name = (p == 0 || pattern[p - 1] == '/') && p + 2 < pattern.size() && pattern[p + 2] == '/';
    if (!is_name) {
      for (std::size_t i = s; i <= path.size(); ++i)
        if (by_trying(pattern, p + 2, path, i)) return true;
      return false;
    }
    if (by_trying(pattern, p + 3, path, s)) return true;
    for (std::size_t i = s; i < path.size(); ++i)
      if (path[i] == '/' && by_trying(pattern, p + 3, path, i + 1)) return true;
    return false;
  }
  if (pattern[p] == '*') {
    for (std::size_t i = s; i <= path.size(); ++i) {
      if (by_trying(pattern, p + 1, path, i)) return true;
      if (i < path.size() && path[i] == '/') return false;
    }
    return false;
  }
  if (s == path.size()) return false;
  const bool fits = pattern[p] == '?' ? path[s] != '/' : pattern[p] == path[s];
  return fits && by_trying(pattern, p + 1, path, s + 1);
}

std::string random_text(std::mt19937& random, std::initializer_list<std::string_view> pieces,
                        std::size_t most) {
  std::string out;
  for (std::size_t i = random() % (most + 1); i-- > 0;) out += *(pieces.begin() + random() % pieces.size());
  return out;
}

}  // namespace

TEST_CASE("a glob without a slash is matched against the last name") {
  CHECK(matches("*.md", "README.md"));
  CHECK(matches("*.md", "docs/a/b.md"));
  CHECK_FALSE(matches("*.md", "a.md/b"));
  CHECK(matches("Makefile", "x/Makefile"));
  CHECK_FALSE(matches("Makefile", "x/GNUMakefile"));
  CHECK_FALSE(matches("makefile", "Makefile"));
}

TEST_CASE("a glob with a slash is matched from the root") {
  CHECK(matches("docs/*", "docs/a.md"));
  CHECK_FALSE(matches("docs/*", "docs/a/b.md"));
  CHECK_FALSE(matches("docs/*", "x/docs/a.md"));
  CHECK(matches("/README.md", "README.md"));
  CHECK_FALSE(matches("/README.md", "docs/README.md"));
  CHECK(matches("docs/", "docs/a/b"));
  CHECK_FALSE(matches("docs/", "docs"));
  CHECK(matches("/", "a/b"));
}

TEST_CASE("two stars cross folders") {
  CHECK(matches("**/k8s/**", "k8s/a"));
  CHECK(matches("**/k8s/**", "a/b/k8s/c/d"));
  CHECK_FALSE(matches("**/k8s/**", "a/k8sx/b"));
  CHECK_FALSE(matches("**/k8s/**", "k8s"));
  CHECK(matches("a/**/b", "a/b"));
  CHECK(matches("a/**/b", "a/x/y/b"));
  CHECK_FALSE(matches("a/**/b", "a/xb"));
  CHECK_FALSE(matches("a/**/b", "ab"));
  CHECK(matches("**", "a/b/c"));
  CHECK(matches("a/**", "a/b/c"));
  CHECK_FALSE(matches("a/**", "a"));
  CHECK(matches("src/**/*_test.go", "src/a_test.go"));
  CHECK(matches("src/**/*_test.go", "src/x/y/a_test.go"));
  CHECK(matches("a**c/d", "ab/bc/d"));
  CHECK(matches("**/a/*/b", "x/a/y/a/z/b"));
}

TEST_CASE("single characters and classes") {
  CHECK(matches("a?c", "abc"));
  CHECK_FALSE(matches("x/a?c", "x/a/c"));
  CHECK(matches("[a-c]x", "bx"));
  CHECK_FALSE(matches("[a-c]x", "dx"));
  CHECK(matches("[!a-c]x", "dx"));
  CHECK(matches("[^a]x", "bx"));
  CHECK_FALSE(matches("[!a]x", "ax"));
  CHECK_FALSE(matches("a[!b]c/d", "a/c/d"));
  CHECK(matches("[]]", "]"));
  CHECK(matches("[a-]", "-"));
  CHECK(matches("[", "["));
  CHECK(matches("a[b", "a[b"));
  CHECK(matches("[0-9][0-9]*", "42-adr.md"));
}

TEST_CASE("a backslash takes the meaning away") {
  CHECK(matches("\\*", "*"));
  CHECK_FALSE(matches("\\*", "a"));
  CHECK(matches("\\[a\\]", "[a]"));
  CHECK(matches("\\{a,b\\}", "{a,b}"));
  CHECK(matches("a\\", "a\\"));
}

TEST_CASE("braces are alternatives and may nest") {
  CHECK(matches("*.{yml,yaml}", "a.yaml"));
  CHECK_FALSE(matches("*.{yml,yaml}", "a.yamlx"));
  CHECK(matches("{a,b{c,d}}e", "bde"));
  CHECK(matches("{a,b{c,d}}e", "ae"));
  CHECK_FALSE(matches("{a,b{c,d}}e", "be"));
  CHECK(matches("a{,b}", "a"));
  CHECK(matches("{docs,doc}/**", "doc/x/y"));
  CHECK(matches("a{}", "a"));
}

TEST_CASE("bad globs are refused with a reason") {
  CHECK_FALSE(Glob::compile(""));
  CHECK_FALSE(Glob::compile("a{b"));
  CHECK_FALSE(Glob::compile(std::string(5000, 'a')));
  CHECK_FALSE(Glob::compile("{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}"));
  std::string deep;
  for (int i = 0; i < 2000; ++i) deep += "{";
  CHECK_FALSE(Glob::compile(deep));
  CHECK(Glob::compile("a{b").errors().at(0).message == "glob with an open or too large brace group: a{b");
}

TEST_CASE("the matcher agrees with trying everything") {
  std::mt19937 random(42);
  int matched = 0;
  for (int round = 0; round < 40'000; ++round) {
    const std::string pattern =
        "/" + random_text(random, {"a", "b", "*", "?", "/", "**/", "/**", "**", "a*", "*b"}, 7);
    const std::string path = random_text(random, {"a", "b", "/", "ab", "a/"}, 8);
    if (pattern.size() == 1 || pattern.back() == '/' || pattern[1] == '/') continue;
    const bool expected = by_trying(std::string_view(pattern).substr(1), 0, path, 0);
    if (matches(pattern, path) == expected) {
      matched += expected ? 1 : 0;
      continue;
    }
    FAIL(pattern << " on " << path << " should be " << expected);
  }
  CHECK(matched > 2000);
}

TEST_CASE("no pattern makes the matcher slow") {
  std::string stars;
  std::string deep;
  for (int i = 0; i < 1000; ++i) stars += "*a", deep += "**/a*/";
  const std::string flat(4000, 'a');
  std::string nested;
  for (int i = 0; i < 1300; ++i) nested += "aa/";
  const std::clock_t begin = std::clock();
  CHECK_FALSE(matches(stars + "b", flat));
  CHECK_FALSE(matches(stars.substr(0, 60) + "/b", flat + "/c"));
  CHECK_FALSE(matches(deep.substr(0, 600) + "b", nested + "c"));
  CHECK_FALSE(matches("**a**a**a**a**a**a**a**a**a**a**/b", nested));
  CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < 0.5);
}

TEST_CASE("in a set the last word counts") {
  const Result<GlobSet> set = GlobSet::compile({"docs/**", "!docs/private/**", "docs/private/index.md"});
  REQUIRE(set);
  CHECK(set->matches("docs/a"));
  CHECK_FALSE(set->matches("docs/private/a"));
  CHECK(set->matches("docs/private/index.md"));
  CHECK_FALSE(set->matches("src/a"));
  CHECK(set->texts() == std::vector<std::string>{"docs/**", "!docs/private/**", "docs/private/index.md"});
  CHECK_FALSE(GlobSet::compile({"a", "!"}));
  CHECK(GlobSet::compile({})->empty());
  CHECK_FALSE(GlobSet::compile({})->matches("a"));
  CHECK_FALSE(GlobSet::compile({"!a"})->matches("b"));
}

TEST_CASE("names of dependencies and images match across slashes, case ignored") {
  CHECK(name_matches("@sentry/*", "@sentry/node"));
  CHECK(name_matches("go.opentelemetry.io/otel*", "go.opentelemetry.io/otel/sdk/trace"));
  CHECK(name_matches("io.sentry:*", "io.sentry:sentry-spring"));
  CHECK(name_matches("*PostGres*", "bitnami/postgresql-ha"));
  CHECK(name_matches("a?c", "a/c"));
  CHECK(name_matches("*", ""));
  CHECK(name_matches("", ""));
  CHECK_FALSE(name_matches("", "a"));
  CHECK_FALSE(name_matches("sentry", "sentry-sdk"));
  CHECK_FALSE(name_matches("a*b*c", "acb"));
  CHECK(name_matches("a.b", "A.B"));
  CHECK_FALSE(name_matches("a.b", "axb"));
}
