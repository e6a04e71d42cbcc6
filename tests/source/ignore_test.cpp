// SPDX-License-Identifier: Apache-2.0
#include "source/ignore.h"

#include <random>

#include "source/sandbox.h"

using namespace readiness::source;
using namespace readiness::source::test;
using Verdict = IgnoreFile::Verdict;

namespace {

Verdict verdict(std::string_view text, std::string_view path, bool is_folder = false) {
  return IgnoreFile::parse(text).verdict(path, is_folder);
}

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}
  template <std::size_t N>
  std::string_view one_of(const std::array<std::string_view, N>& choices) {
    return choices[random_() % N];
  }
  std::string ignore_file() {
    std::string text = random_() % 8 == 0 ? "\xEF\xBB\xBF" : "";
    for (std::size_t lines = 1 + random_() % 3; lines > 0; --lines) {
      if (random_() % 4 == 0) text += '!';
      for (std::size_t parts = 1 + random_() % 5; parts > 0; --parts) text += one_of(kParts);
      if (random_() % 4 == 0) text += '/';
      text += one_of(kEnds);
    }
    return text;
  }
  std::string path() {
    std::string path(one_of(kNames));
    for (std::size_t more = random_() % 4; more > 0; --more) path += "/" + std::string(one_of(kNames));
    return path;
  }

 private:
  static constexpr std::array<std::string_view, 34> kParts = {
      "a",        "b",      "ab",  "c",    "/",    "/",           "/",
      "*",        "*",      "**",  "**/",  "/**",  "?",           "[ab]",
      "[!a]",     "[^b-z]", "[a",  "[]a]", "[a-]", "[[:alpha:]]", "[[:punct:]b]",
      "[[:no:]]", "[\\]a]", "\\a", "\\*",  "\\",   " ",           "\\ ",
      "!",        "#",      "\\!", "\\#",  ".",    "[!-a/]"};
  static constexpr std::array<std::string_view, 5> kEnds = {"\n", "\n", "\r\n", " \n", "\\ \n"};
  static constexpr std::array<std::string_view, 17> kNames = {
      "a", "b", "ab", "ba", "c", "abc", "a b", "a ", "]", "[a", "*", "!a", "#", ".a", "\\a", "-", "\xC3\xA4"};
  std::mt19937 random_;
};

}  // namespace

TEST_CASE("the last pattern that matches decides") {
  CHECK(verdict("*.log\n!keep.log\n", "x/keep.log") == Verdict::kept);
  CHECK(verdict("!keep.log\n*.log\n", "keep.log") == Verdict::ignored);
  CHECK(verdict("*.log\n", "a.txt") == Verdict::none);
}

TEST_CASE("a pattern with a slash is anchored, one without is not") {
  CHECK(verdict("/a\n", "a") == Verdict::ignored);
  CHECK(verdict("/a\n", "b/a") == Verdict::none);
  CHECK(verdict("b/a\n", "b/a") == Verdict::ignored);
  CHECK(verdict("b/a\n", "c/b/a") == Verdict::none);
  CHECK(verdict("a\n", "c/b/a") == Verdict::ignored);
  CHECK(verdict("a/\n", "b/a") == Verdict::none);
  CHECK(verdict("a/\n", "b/a", true) == Verdict::ignored);
}

TEST_CASE("two stars cross folders, one does not") {
  CHECK(verdict("a/*\n", "a/b/c") == Verdict::none);
  CHECK(verdict("a/**\n", "a/b/c") == Verdict::ignored);
  CHECK(verdict("a/**/c\n", "a/c") == Verdict::ignored);
  CHECK(verdict("a/**/c\n", "a/x/y/c") == Verdict::ignored);
  CHECK(verdict("**/c/d\n", "a/b/c/d") == Verdict::ignored);
  CHECK(verdict("/**/b*/**/x?\n", "bb/bc/xx/xy") == Verdict::ignored);
}

TEST_CASE("line ends, marks and trailing spaces are no part of a pattern") {
  CHECK(verdict("\xEF\xBB\xBF"
                "a\r\n",
                "a") == Verdict::ignored);
  CHECK(verdict("a  \n", "a") == Verdict::ignored);
  CHECK(verdict("a\\ \n", "a ") == Verdict::ignored);
  CHECK(verdict("# a\n\\#b", "#b") == Verdict::ignored);
  CHECK(verdict("a", "a") == Verdict::ignored);
}

TEST_CASE("patterns that would make others backtrack are quick") {
  std::string stars;
  for (int i = 0; i < 60; ++i) stars += "*a";
  CHECK(verdict(stars + "b\n", std::string(4000, 'a')) == Verdict::none);
  std::string deep;
  for (int i = 0; i < 60; ++i) deep += "**/a*/";
  std::string path;
  for (int i = 0; i < 1000; ++i) path += "aa/";
  CHECK(verdict(deep + "b\n", path + "c") == Verdict::none);
}

TEST_CASE("what is beyond the bounds is dropped and said") {
  std::string many;
  for (std::size_t i = 0; i <= IgnoreFile::kMaxPatterns; ++i) many += "a\n";
  CHECK_FALSE(IgnoreFile::parse(many).complete());
  CHECK_FALSE(IgnoreFile::parse(std::string(5000, 'a') + "\nb\n").complete());
  CHECK(verdict(std::string(5000, 'a') + "\nb\n", "b") == Verdict::ignored);
  CHECK(IgnoreFile::parse("a\nb\n").complete());
}

TEST_CASE("git leaves the same files as we do under generated ignore files") {
  const Sandbox box;
  box.init();
  Generator generate(20240817);
  for (int i = 0; i < 60; ++i) {
    const std::string folder = "case" + std::to_string(i) + "/";
    box.write(folder + ".gitignore", generate.ignore_file());
    for (int j = 0; j < 12; ++j) {
      std::error_code ignored;  // a name may be taken by a folder, or the other way round
      const std::filesystem::path file = box.path(folder + generate.path());
      std::filesystem::create_directories(file.parent_path(), ignored);
      std::ofstream(file) << "x";
    }
    if (i % 3 == 0 && std::filesystem::is_directory(box.path(folder + "a")))
      box.write(folder + "a/.gitignore", i % 2 == 0 ? "!b\n" : "b\n");
  }
  box.write(".git/info/exclude", "abc\n");
  std::vector<std::string> theirs;
  const std::string listed = box.git("ls-files -z --others --exclude-standard");
  for (std::size_t at = 0; at < listed.size();) {
    theirs.push_back(listed.substr(at, listed.find('\0', at) - at));
    at += theirs.back().size() + 1;
  }
  std::sort(theirs.begin(), theirs.end());
  CHECK(paths(*opened({.path = box.root()})) == theirs);
}
