// SPDX-License-Identifier: Apache-2.0
// Held against `git diff --minimal -U0`: as few lines as git's, and what is left is common to both texts.
#include "source/line_diff.h"

#include <random>

#include "source/sandbox.h"

using namespace readiness::source;
using namespace readiness::source::test;
using Ranges = std::vector<LineRange>;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1);
    out.push_back(text.substr(at, end - at + 1));
    at = end + 1;
  }
  return out;
}

std::string random_text(std::mt19937& random, unsigned lines, unsigned letters) {
  std::string out;
  for (unsigned i = 0; i < lines; ++i)
    out += std::string(1, static_cast<char>('a' + random() % letters)) + "\n";
  return out;
}

std::string edited(std::mt19937& random, const std::string& text, unsigned letters) {
  std::string out;
  for (const std::string& line : lines_of(text)) {
    const unsigned fate = static_cast<unsigned>(random() % 10);
    if (fate == 0) out += random_text(random, 2, letters);
    if (fate != 1) out += line;
  }
  return out;
}

std::size_t count(const Ranges& ranges) {
  std::size_t out = 0;
  for (const LineRange& range : ranges) out += range.last - range.first + 1;
  return out;
}

bool is_subsequence(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  std::size_t at = 0;
  for (const std::string& line : whole)
    if (at < part.size() && part[at] == line) ++at;
  return at == part.size();
}

}  // namespace

TEST_CASE("added and altered lines are named, deleted ones are nobody's") {
  CHECK(changed_lines("a\nb\nc\n", "a\nb\nc\n").empty());
  CHECK(changed_lines("a\nb\nc\n", "a\nx\nc\n") == Ranges{{2, 2}});
  CHECK(changed_lines("a\nc\n", "a\nb\nb\nc\n") == Ranges{{2, 3}});
  CHECK(changed_lines("a\nb\nc\n", "a\nc\n").empty());
  CHECK(changed_lines("", "a\nb") == Ranges{{1, 2}});
  CHECK(changed_lines("a\nb", "").empty());
  CHECK(changed_lines("a\nb", "a\nb\n") == Ranges{{2, 2}});  // the line break is part of the line
  CHECK(changed_lines("a\nb\nc\nd\n", "x\nb\nc\ny\n") == Ranges{{1, 1}, {4, 4}});
}

TEST_CASE("an edit script is as short as git's shortest, and what it leaves stands in both texts") {
  std::mt19937 random(11);
  const Sandbox box;
  std::vector<std::pair<std::string, std::string>> pairs;
  std::string script;
  for (unsigned i = 0; i < 40; ++i) {
    const unsigned letters = 2 + i % 20;
    const std::string before = random_text(random, static_cast<unsigned>(random() % 80), letters);
    std::string after = i % 3 == 0 ? random_text(random, static_cast<unsigned>(random() % 80), letters)
                                   : edited(random, before, letters);
    pairs.emplace_back(before, after);
    box.write("a" + std::to_string(i), before);
    box.write("b" + std::to_string(i), after);
    script += "git diff --no-index --minimal -U0 a" + std::to_string(i) + " b" + std::to_string(i) +
              " | grep -c '^+[a-z]$'; ";
  }
  const std::vector<std::string> added = lines_of(box.shell(script));
  REQUIRE(added.size() == pairs.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto& [before, after] = pairs[i];
    const Ranges ranges = changed_lines(before, after);
    INFO(i << "\n" << before << "---\n" << after);
    CHECK(std::to_string(count(ranges)) + "\n" == added[i]);
    std::vector<std::string> kept;
    const std::vector<std::string> lines = lines_of(after);
    for (std::uint32_t line = 1; line <= lines.size(); ++line)
      if (std::none_of(ranges.begin(), ranges.end(),
                       [&](const LineRange& r) { return r.first <= line && line <= r.last; }))
        kept.push_back(lines[line - 1]);
    CHECK(is_subsequence(kept, lines_of(before)));
  }
}

TEST_CASE("texts that share their lines in another order end soon, and nothing that is new is missed") {
  std::mt19937 random(3);
  std::vector<std::string> lines;
  for (int i = 0; i < 20'000; ++i) lines.push_back("line " + std::to_string(i) + "\n");
  std::string before, after;
  for (const std::string& line : lines) before += line;
  std::shuffle(lines.begin(), lines.end(), random);
  for (const std::string& line : lines) after += line;
  after += "new\n";
  const Ranges ranges = changed_lines(before, after);
  REQUIRE_FALSE(ranges.empty());
  CHECK(ranges.back().last == 20'001);
}

TEST_CASE("texts of any two lengths keep to their bounds") {
  std::mt19937 random(23);
  for (int round = 0; round < 3'000; ++round) {
    const unsigned letters = 1 + static_cast<unsigned>(random() % 4);
    const std::string before = random_text(random, static_cast<unsigned>(random() % 12), letters);
    const std::string after = random_text(random, static_cast<unsigned>(random() % 12), letters);
    const std::vector<std::string> a = lines_of(before), b = lines_of(after);
    // The longest common subsequence, by the book.
    std::vector<std::vector<std::size_t>> longest(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
    for (std::size_t i = 1; i <= a.size(); ++i)
      for (std::size_t j = 1; j <= b.size(); ++j)
        longest[i][j] =
            a[i - 1] == b[j - 1] ? longest[i - 1][j - 1] + 1 : std::max(longest[i - 1][j], longest[i][j - 1]);
    INFO(before << "---\n" << after);
    CHECK(count(changed_lines(before, after)) == b.size() - longest[a.size()][b.size()]);
  }
}

TEST_CASE("similarity is the share of common lines in the larger text") {
  CHECK(similarity("", "") == 1);
  CHECK(similarity("a\nb\n", "b\na\n") == 1);
  CHECK(similarity("a\nb\n", "a\nc\n") == Approx(0.5));
  CHECK(similarity("a\na\n", "a\n") == Approx(0.5));
  CHECK(similarity("x\n", "a\n") == 0);
}
