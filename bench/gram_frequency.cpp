// SPDX-License-Identifier: Apache-2.0
// Measures how often folded bytes follow each other in text and writes the three tables:
//   find TREES… -type f | sort | gram_frequency > src/scan/gram_frequency_table.cpp
//   find TREES… -type f | sort | gram_frequency triples > src/scan/triple_frequency_table.cpp
//   find TREES… -type f | sort | gram_frequency pairs > src/scan/pair_frequency_table.cpp
// Every file counts at most 256 KiB and files with NUL bytes count nothing, so that no single one decides.
#include "scan/gram_frequency.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

using namespace readiness::scan;

namespace {

constexpr std::size_t kMaxBytesOfFile = 256 * 1024;
constexpr std::size_t kLettersOfLine = 200;

std::string head_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string text(kMaxBytesOfFile, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text.find('\0') == std::string::npos ? text : std::string();
}

// A bucket's sum would be ruled by its many rare grams and say nothing about any of them.
std::vector<std::uint64_t> most_frequent_of_bucket(std::vector<Gram>& grams, unsigned bits) {
  std::sort(grams.begin(), grams.end());
  std::vector<std::uint64_t> most(1U << bits);
  for (std::size_t i = 0, end = 0; i < grams.size(); i = end) {
    end = i;
    while (end < grams.size() && grams[end] == grams[i]) ++end;
    std::uint64_t& bucket = most[hash_of(grams[i]) >> (32 - bits)];
    bucket = std::max<std::uint64_t>(bucket, end - i);
  }
  return most;
}

std::vector<std::uint64_t> pairs_of(const std::vector<Gram>& grams) {
  std::vector<std::uint64_t> counts(128 * 128);
  for (const Gram gram : grams) {
    const auto first = static_cast<unsigned char>(gram);
    const auto second = static_cast<unsigned char>(gram >> 8);
    ++counts[128 * packed(first) + packed(second)];
  }
  return counts;
}

char letter_of(double share) {
  const double level = share <= 0 ? 0 : std::log2(share) - kLevelOfA;
  return static_cast<char>('a' + std::lround(std::fmin(std::fmax(level, 0), 25)));
}

void print_table(const char* name, const std::vector<std::uint64_t>& counts, std::size_t total) {
  std::string letters;
  for (const std::uint64_t count : counts)
    letters += letter_of(static_cast<double>(count) / static_cast<double>(total));
  std::printf("const std::string_view %s{\n", name);
  for (std::size_t i = 0; i < letters.size(); i += kLettersOfLine)
    std::printf("    \"%s\"\n", letters.substr(i, kLettersOfLine).c_str());
  std::printf("    , %zu};\n", letters.size());
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<Gram> grams;  // every position's: some GB for some hundred MB of text
  for (std::string path; std::getline(std::cin, path);) {
    const std::string text = head_of(path);
    for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
      Gram gram = 0;
      std::memcpy(&gram, text.data() + i, 4);
      grams.push_back(gram | kFoldMask);
    }
  }
  const std::string_view wanted = argc > 1 ? argv[1] : "grams";
  std::printf(
      "// SPDX-License-Identifier: Apache-2.0\n"
      "// Written by bench/gram_frequency.cpp; see gram_frequency.h for what a letter means.\n"
      "#include \"scan/gram_frequency.h\"\n\nnamespace readiness::scan {\n\n// clang-format off\n");
  if (wanted == "pairs") {
    print_table("kPairFrequencies", pairs_of(grams), grams.size());
  } else if (wanted == "triples") {
    for (Gram& gram : grams) gram &= 0xFFFFFF;
    print_table("kTripleFrequencies", most_frequent_of_bucket(grams, kTripleBits), grams.size());
  } else {
    print_table("kGramFrequencies", most_frequent_of_bucket(grams, kFrequencyBits), grams.size());
  }
  std::printf("// clang-format on\n\n}  // namespace readiness::scan\n");
}
