// SPDX-License-Identifier: Apache-2.0
// What holds for every language and every text: the stretches cover it, and hostile texts cost linear time.
#include "language/lexer.h"

#include <ctime>
#include <random>

#include "shown.h"

using namespace readiness;
using readiness::testing::check_regions;

namespace {

void check_covers(std::string_view name, std::string_view text) {
  const base::RegionMap map = language::lex(*language::find(name), text);
  if (map.stretches.empty()) return;
  INFO(name << ": " << text.substr(0, 200));
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < map.stretches.size(); ++i) {
    REQUIRE(map.stretches[i].end > end);
    if (i > 0) REQUIRE(map.stretches[i].region != map.stretches[i - 1].region);
    end = map.stretches[i].end;
  }
  REQUIRE(end == text.size());
}

double cpu_seconds_for(std::string_view name, std::string_view text) {
  const std::clock_t begin = std::clock();
  language::lex(*language::find(name), text);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += piece;
  return out;
}

}  // namespace

TEST_CASE("the stretches cover every text without gaps, whatever it holds") {
  constexpr std::string_view kPieces[] = {"\"",
                                          "'",
                                          "`",
                                          "//",
                                          "/*",
                                          "*/",
                                          "#",
                                          "--",
                                          "{-",
                                          "-}",
                                          "${",
                                          "}",
                                          "\\",
                                          "\n",
                                          "\r\n",
                                          "<<EOF\n",
                                          "EOF\n",
                                          "\"\"\"",
                                          "'''",
                                          "(*",
                                          "*)",
                                          "R\"x(",
                                          ")x\"",
                                          "r#\"",
                                          "\"#",
                                          "[[",
                                          "]]",
                                          "<%",
                                          "%>",
                                          "<?php",
                                          "?>",
                                          "<a b=",
                                          ">",
                                          "<script>",
                                          "</script>",
                                          "{{",
                                          "}}",
                                          "$(",
                                          ")",
                                          "/",
                                          "a",
                                          "1",
                                          " ",
                                          "=",
                                          "%w[",
                                          "q{",
                                          "s/",
                                          "=begin\n",
                                          "=cut\n",
                                          "@\"",
                                          "$\"{",
                                          "é",
                                          std::string_view("\0", 1),
                                          "\xFF",
                                          "{",
                                          "|"};
  std::mt19937 random(7);
  for (const std::string& name : language::names())
    for (int round = 0; round < 12; ++round) {
      std::string text;
      for (int i = 0; i < 60; ++i) text += kPieces[random() % std::size(kPieces)];
      check_covers(name, text);
    }
}

TEST_CASE("every cut of a text is lexed without harm") {
  const std::string text =
      "a = f\"{x['k']}\" # c\n<<~EOS\n /* */ EOS\n<a b='c'><?php // d ?><script>`${\"e\"}`</script> "
      "R\"x(f)x\" r#\"g\"# 'h' %w[i] s{j}{k} ~s(l) [==[m]==]";
  for (const std::string& name : language::names())
    for (std::size_t size = 0; size <= text.size(); size += 3) check_covers(name, text.substr(0, size));
}

TEST_CASE("hostile repetitions cost linear time") {
  constexpr std::size_t kBytes = 16'000;
  constexpr std::string_view kPieces[] = {
      "<<A\n", "'\\",    "\"\\",   "<<~A\n", "R\"(",     "r#\"",     "[[",  "${\"", "\"${", "/*",
      "{-",    "/**/ /", "/a",     "s{",     "q(",       "%w[",      "~s(", "{|",   "$'",   "''",
      "<%",    "<?php ", "<a b='", "{{",     "<script>", "=begin\n", "\n/", " #",   "#",    "`",
      "@\"",   "$@\"{",  "\"\"\"", "rem ",   "--[[",     "(*",       "f\"{"};
  for (const std::string_view piece : kPieces) {
    const std::string text = repeated(piece, kBytes);
    for (const char* name : {"shell",  "ruby",  "perl",    "php",   "javascript", "cpp",      "rust",
                             "python", "lua",   "nix",     "ocaml", "elixir",     "erb",      "svelte",
                             "csharp", "swift", "haskell", "batch", "r",          "terraform"}) {
      INFO(name << " " << piece);
      CHECK(cpu_seconds_for(name, text) < 0.06);
    }
  }
}

TEST_CASE("empty texts, texts of one byte, NUL bytes and long lines") {
  for (const std::string& name : language::names()) {
    CHECK(language::lex(*language::find(name), "").stretches.empty());
    for (int c = 0; c < 256; ++c) check_covers(name, std::string(1, static_cast<char>(c)));
    check_covers(name, std::string(5000, '\0'));
  }
  check_covers("javascript", repeated("var a='b';/*c*/", 300'000));
  check_covers("json", "\"" + std::string(300'000, 'x'));
}

TEST_CASE("carriage returns end lines where nothing else does") {
  check_regions("python", {"a ⟦# b\r⟧\nc", "a ⟦# b⟧\rc «'d'»\r⟦# e⟧"});
  check_regions("shell", {"cat <<E\r\n«it's\r\nE»\r\nx ⟦# y⟧"});
}

TEST_CASE("deep interpolation is bounded") {
  const std::string deep = repeated("`${", 60'000);
  check_covers("javascript", deep);
  CHECK(cpu_seconds_for("javascript", deep) < 0.06);
}
