// SPDX-License-Identifier: Apache-2.0
// The house rules that a machine can hold: who includes whom (the table in docs/architecture.md), how long a
// file is, and what is never called.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

const fs::path kRoot = READINESS_ROOT;
constexpr std::size_t kMostLines = 400;

std::string text_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> lines_of(const fs::path& file) {
  std::istringstream stream(text_of(file));
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::vector<fs::path> sources_below(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && (entry.path().extension() == ".h" || entry.path().extension() == ".cpp"))
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string layer_of(const fs::path& file) { return fs::relative(file, kRoot / "src").begin()->string(); }

std::vector<std::string> words(const std::string& text, const std::string& separators) {
  std::vector<std::string> out;
  std::string word;
  for (const char c : text + separators[0]) {
    if (separators.find(c) == std::string::npos) {
      word += c;
    } else if (!word.empty()) {
      out.push_back(word);
      word.clear();
    }
  }
  return out;
}

struct Layer {
  std::set<std::string> may_include;
  std::map<std::string, std::string> guests;  // guest → stem of its door files (or their folder)
};

// Rows "| `name` | floor | what | a, b | guest: door; guest: door |".
std::map<std::string, Layer> table() {
  std::map<std::string, Layer> layers;
  for (const std::string& line : lines_of(kRoot / "docs/architecture.md")) {
    if (!line.starts_with("| `")) continue;
    const std::vector<std::string> cells = [&] {
      std::vector<std::string> out;
      std::istringstream stream(line.substr(1));
      for (std::string cell; std::getline(stream, cell, '|');) out.push_back(cell);
      return out;
    }();
    REQUIRE(cells.size() >= 5);
    Layer layer;
    for (const std::string& name : words(cells[3], ", ")) layer.may_include.insert(name);
    for (const std::string& guest : words(cells[4], ";")) {
      const std::vector<std::string> parts = words(guest, ": ");
      if (parts.size() == 2) layer.guests[parts[0]] = parts[1];
    }
    layers[words(cells[0], " `").at(0)] = layer;
  }
  return layers;
}

bool is_guest(const std::string& header, std::string& guest) {
  static const std::map<std::string, std::string> kGuests{
      {"yaml-cpp/", "yaml-cpp"}, {"toml++/", "toml++"}, {"toml.hpp", "toml++"}, {"nlohmann/", "nlohmann"},
      {"pugixml", "pugixml"},    {"git2", "git2"},      {"pcre2", "pcre2"},     {"CLI/", "CLI"},
      {"sqlite3", "sqlite3"},    {"cmark", "cmark"},    {"zlib", "zlib"},       {"libdeflate", "libdeflate"}};
  for (const auto& [prefix, name] : kGuests)
    if (header.starts_with(prefix)) {
      guest = name;
      return true;
    }
  return false;
}

// A name inside a string is data, not a call.
std::string without_strings(const std::string& line) {
  static const std::regex kString(R"re("(\\.|[^"\\])*")re");
  return std::regex_replace(line, kString, "\"\"");
}

bool is_door(const fs::path& file, const std::string& door) {
  return file.stem().string().starts_with(door) || file.parent_path().filename() == door;
}

}  // namespace

TEST_CASE("layers include only what the table in docs/architecture.md lets them") {
  const auto layers = table();
  REQUIRE(layers.size() >= 14);
  static const std::regex kInclude(R"re(^#include "([a-z]+)/)re");
  for (const fs::path& file : sources_below(kRoot / "src")) {
    const std::string layer = layer_of(file);
    INFO(file.string());
    REQUIRE(layers.contains(layer));
    for (const std::string& line : lines_of(file)) {
      std::smatch match;
      if (!std::regex_search(line, match, kInclude)) continue;
      INFO(line);
      CHECK((match[1] == layer || layers.at(layer).may_include.contains(match[1])));
    }
  }
}

TEST_CASE("a guest library is met behind its door only") {
  const auto layers = table();
  for (const fs::path& file : sources_below(kRoot / "src")) {
    for (const std::string& line : lines_of(file)) {
      std::string guest;
      if (!line.starts_with("#include <") || !is_guest(line.substr(10), guest)) continue;
      INFO(file.string() << ": " << line);
      const auto& guests = layers.at(layer_of(file)).guests;
      REQUIRE(guests.contains(guest));
      CHECK(is_door(file, guests.at(guest)));
    }
  }
}

TEST_CASE("the table stands in the order of the floors: nobody includes what stands above") {
  const auto layers = table();
  for (const auto& [name, layer] : layers)
    for (const std::string& below : layer.may_include) {
      INFO(name << " includes " << below);
      REQUIRE(layers.contains(below));
      CHECK_FALSE(layers.at(below).may_include.contains(name));
    }
}

TEST_CASE("files fit in a head and say what they are for") {
  for (const char* folder : {"src", "tests", "bench"}) {
    if (!fs::exists(kRoot / folder)) continue;
    for (const fs::path& file : sources_below(kRoot / folder)) {
      const auto lines = lines_of(file);
      INFO(file.string());
      CHECK(lines.size() <= kMostLines);
      REQUIRE(!lines.empty());
      CHECK(lines[0] == "// SPDX-License-Identifier: Apache-2.0");
    }
  }
}

TEST_CASE("no folder or file is a drawer for everything") {
  static const std::set<std::string> kDrawers{"util", "utils",  "common",  "core",
                                              "misc", "helper", "helpers", "manager"};
  for (const fs::path& file : sources_below(kRoot / "src")) {
    for (const fs::path& part : fs::relative(file, kRoot)) {
      INFO(file.string());
      for (const std::string& word : words(part.stem().string(), "_.")) CHECK_FALSE(kDrawers.contains(word));
    }
  }
}

TEST_CASE("what hangs, crashes or runs programs is never called") {
  static const std::regex kForbidden(
      R"(YAML::LoadAll|\bgit_status_\w+\s*\(|\bgit_tree_walk\s*\(|\bgit_revwalk_\w+\s*\(|\bgit_checkout_\w+\s*\(|\bmmap\s*\(|std::w?regex\b|\bsystem\s*\(|\bpopen\s*\(|\bexec[lv]p?e?\s*\(|\bfork\s*\()");
  for (const fs::path& file : sources_below(kRoot / "src")) {
    std::size_t number = 0;
    for (const std::string& line : lines_of(file)) {
      ++number;
      const std::string code = line.substr(0, line.find("//"));
      INFO(file.string() << ":" << number << ": " << line);
      CHECK_FALSE(std::regex_search(code, kForbidden));
    }
  }
}

TEST_CASE("the clock, the environment and the terminal are asked in app only") {
  static const std::regex kSurroundings(
      R"(\bgetenv\s*\(|system_clock::now|\btime\s*\(\s*(nullptr|NULL|0)\s*\)|\bisatty\s*\()");
  for (const fs::path& file : sources_below(kRoot / "src")) {
    if (layer_of(file) == "app") continue;
    for (const std::string& line : lines_of(file)) {
      INFO(file.string() << ": " << line);
      CHECK_FALSE(std::regex_search(without_strings(line), kSurroundings));
    }
  }
}

TEST_CASE("a to-do names its issue") {
  static const std::regex kBare(R"(\b(TODO|FIXME|XXX)\b(?!\((#|\d)))");
  for (const fs::path& file : sources_below(kRoot / "src"))
    for (const std::string& line : lines_of(file)) {
      const std::size_t comment = line.find("// ");
      if (comment == std::string::npos) continue;
      const std::string text = line.substr(comment, 8);
      INFO(file.string() << ": " << line);
      CHECK_FALSE(std::regex_search(text, kBare));
    }
}
