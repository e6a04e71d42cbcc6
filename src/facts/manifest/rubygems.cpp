// SPDX-License-Identifier: Apache-2.0
// Gemfile with its groups, gemspecs, Gemfile.lock.
#include <vector>

#include "base/text.h"
#include "facts/manifest/ecosystems.h"
#include "facts/manifest/reading.h"
#include "facts/manifest/tokens.h"

namespace readiness::facts::manifest {
namespace {

constexpr Lexicon kRuby{
    .hash_comments = true, .slash_comments = false, .triple_quotes = false, .name_bytes = "?!"};

bool opens_block(const TokenCursor& cursor) {
  const std::string_view name = cursor.at().value;
  if (cursor.at().type != Token::Type::name) return false;
  if (name == "do") return true;
  const bool is_head = name == "if" || name == "unless" || name == "case" || name == "begin" ||
                       name == "def" || name == "while";
  return is_head && cursor.begins_line();  // behind a statement, `if` is a modifier and has no end
}

// `:test`, `[:development, :test]`, "test": development only when every group says so.
class Groups {
 public:
  void see(std::string_view name) {
    any_ = true;
    all_development_ = all_development_ && scope_of_group(name, Scope::runtime) == Scope::development;
  }
  bool any() const { return any_; }
  Scope scope() const { return any_ && all_development_ ? Scope::development : Scope::runtime; }

 private:
  bool any_ = false;
  bool all_development_ = true;
};

class Gemfile {
 public:
  explicit Gemfile(std::string_view source) : tokens_(tokenize(source, kRuby)), cursor_(tokens_) {}

  Reading read() {
    while (!cursor_.done()) {
      const bool starts = cursor_.begins_line();
      if (starts && cursor_.at().is_name("group") && !cursor_.at(1).is("=")) {
        read_group();
      } else if (starts && cursor_.at().is_name("gem") && text_argument() != 0) {
        read_gem();
      } else {
        if (opens_block(cursor_)) scopes_.push_back(scope());
        if (cursor_.at().is_name("end") && !scopes_.empty()) scopes_.pop_back();
        cursor_.advance();
      }
    }
    return std::move(reading_);
  }

 private:
  Scope scope() const { return scopes_.empty() ? Scope::runtime : scopes_.back(); }
  // How far ahead the first argument stands, when it is a string.
  std::size_t text_argument() const {
    return cursor_.at(1).is_text() ? 1 : cursor_.at(1).is("(") && cursor_.at(2).is_text() ? 2 : 0;
  }

  void read_group() {
    Groups groups;
    for (cursor_.advance(); !cursor_.done() && !cursor_.at().is_name("do"); cursor_.advance()) {
      if (cursor_.begins_line()) return;  // no block
      const bool is_option = cursor_.at(1).is(":") && !cursor_.at(2).is(":");
      if (!is_option && (cursor_.at().type == Token::Type::name || cursor_.at().is_text()))
        groups.see(cursor_.at().value);
    }
    scopes_.push_back(groups.scope() == Scope::development ? Scope::development : scope());
    cursor_.advance();
  }

  void read_gem() {
    const Token name = cursor_.at(text_argument());
    cursor_.advance(text_argument() + 1);
    Declared declared{.name = std::string(name.value), .scope = scope(), .mark = name.mark};
    Groups groups;
    bool in_group = false;
    while (!cursor_.done() && !(cursor_.begins_line() && !follows_comma())) {
      const Token& token = cursor_.at();
      if (token.is_text() && declared.version.empty() && !in_group && tokens_[cursor_.position() - 1].is(","))
        declared.version = token.value;
      const bool is_key = token.type == Token::Type::name && (cursor_.at(1).is(":") || cursor_.at(1).is("="));
      if (is_key || (token.is_text() && cursor_.at(1).is(":")))
        in_group = token.value == "group" || token.value == "groups";
      else if (in_group && (token.type == Token::Type::name || token.is_text()))
        groups.see(token.value);
      cursor_.advance();
    }
    if (groups.any() && groups.scope() == Scope::development) declared.scope = Scope::development;
    add(reading_, std::move(declared));
  }

  bool follows_comma() const {
    const Token& before = tokens_[cursor_.position() - 1];
    return before.is(",") || before.is("[") || before.is("(");
  }

  std::vector<Token> tokens_;
  TokenCursor cursor_;
  std::vector<Scope> scopes_;  // one an open block
  Reading reading_;
};

}  // namespace

Reading parse_gemfile(const Input& input) { return Gemfile(input.text).read(); }

// spec.add_dependency "name", ">= 1"
Reading parse_gemspec(const Input& input) {
  Reading reading;
  const std::vector<Token> tokens = tokenize(input.text, kRuby);
  for (TokenCursor cursor(tokens); !cursor.done(); cursor.advance()) {
    const std::string_view name = cursor.at().value;
    const bool runtime = name == "add_dependency" || name == "add_runtime_dependency";
    if (cursor.at().type != Token::Type::name || (!runtime && name != "add_development_dependency")) continue;
    cursor.advance(cursor.at(1).is("(") ? 2 : 1);
    if (!cursor.at().is_text()) continue;
    add(reading, {.name = std::string(cursor.at().value),
                  .version = std::string(cursor.at(1).is(",") && cursor.at(2).is_text() ? cursor.at(2).value
                                                                                        : std::string_view{}),
                  .scope = runtime ? Scope::runtime : Scope::development,
                  .mark = cursor.at().mark});
  }
  return reading;
}

// "    name (1.2.3)" below "  specs:".
Reading parse_gemfile_lock(const Input& input) {
  Reading reading;
  each_line(input.text, [&](std::string_view line, std::uint32_t number) {
    if (!line.starts_with("    ") || line.size() < 5 || line[4] == ' ') return true;
    const std::size_t open = line.find(" (");
    if (open == std::string_view::npos || !line.ends_with(')')) return true;
    const std::string_view name = line.substr(4, open - 4);
    add(reading, {.name = std::string(name),
                  .version = std::string(line.substr(open + 2, line.size() - open - 3)),
                  .direct = false,
                  .mark = mark_in(line, number, name)});
    return true;
  });
  return reading;
}

}  // namespace readiness::facts::manifest
