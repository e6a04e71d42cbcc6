// SPDX-License-Identifier: Apache-2.0
// Compiled queries and normalized paths (RFC 9535, section 2.7).
#include "document/jsonpath.h"

#include <fmt/format.h>

#include <mutex>

#include "document/jsonpath_query.h"
#include "document/jsonpath_select.h"

namespace readiness::document {
namespace {

// A query may ask about every pair, triple … of nodes; this ends the search within a fraction of a second.
constexpr std::uint64_t kMostVisits = 10'000'000;

void append_key(std::string& out, std::string_view key) {
  constexpr std::string_view kEscaped = "\b\t\n\f\r'\\";
  constexpr std::string_view kLetters = "btnfr'\\";
  out += "['";
  for (const char c : key) {
    const std::size_t letter = kEscaped.find(c);
    if (letter != std::string_view::npos) {
      out += '\\';
      out += kLetters[letter];
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  out += "']";
}

std::string normalized(const std::vector<jsonpath::Step>& path) {
  std::string out = "$";
  for (const jsonpath::Step& step : path) {
    if (step.key != nullptr)
      append_key(out, *step.key);
    else
      out += fmt::format("[{}]", step.index);
  }
  return out;
}

}  // namespace

struct JsonPath::Program {
  std::string text;
  mutable std::once_flag once{};
  mutable jsonpath::Query parsed{};

  // At the first search, by any thread.
  const jsonpath::Query& query() const {
    std::call_once(once, [this] {
      if (base::Result<jsonpath::Query> made = jsonpath::parse_query(text)) parsed = std::move(*made);
    });
    return parsed;
  }
};

JsonPath JsonPath::known_good(std::string query) {
  JsonPath out;
  auto program = std::make_shared<Program>();
  program->text = std::move(query);
  out.program_ = std::move(program);
  return out;
}

base::Result<JsonPath> JsonPath::compile(std::string_view query) {
  if (const base::Result<jsonpath::Query> parsed = jsonpath::parse_query(query); !parsed) return parsed.errors();
  return known_good(std::string(query));
}

const std::string& JsonPath::text() const { return program_->text; }

std::vector<JsonPath::Match> JsonPath::select(const Node& root, std::size_t max_matches, bool* cut) const {
  std::vector<Match> matches;
  if (max_matches == 0) return matches;
  jsonpath::Search search(root, kMostVisits);
  search.run(program_->query(), [&](const Node& node, const std::vector<jsonpath::Step>& path) {
    matches.push_back({&node, normalized(path)});
    return matches.size() < max_matches;
  });
  if (cut != nullptr && search.is_exhausted()) *cut = true;
  return matches;
}

}  // namespace readiness::document
