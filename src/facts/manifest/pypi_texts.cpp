// SPDX-License-Identifier: Apache-2.0
// Python requirements as text: requirements files, setup.cfg, and setup.py as far as its lists are written
// out.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "facts/manifest/ecosystems.h"
#include "facts/manifest/reading.h"
#include "facts/manifest/requirement.h"
#include "facts/manifest/tokens.h"

namespace readiness::facts::manifest {
namespace {

std::string_view stem_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::size_t before =
      slash == std::string_view::npos ? slash : path.rfind('/', slash == 0 ? 0 : slash - 1);
  const std::string_view name = path.substr(slash == std::string_view::npos ? 0 : slash + 1);
  // requirements/dev.txt: the folder says nothing; dev/requirements.txt: the folder says it all.
  if (name == "requirements.txt" && slash != std::string_view::npos)
    return path.substr(before == std::string_view::npos ? 0 : before + 1);
  return name;
}

void add_text(Reading& reading, std::string_view text, Scope scope, base::Mark mark, bool direct = true) {
  if (std::optional<Requirement> found = parse_requirement(text))
    add(reading, {.name = std::move(found->name),
                  .version = std::move(found->version),
                  .scope = scope,
                  .direct = direct,
                  .mark = mark});
}

// pip-compile and uv write "# via flask" behind or below what another package pulled in.
bool is_pulled_in(std::string_view comment) {
  const std::size_t via = comment.find("# via");
  if (via == std::string_view::npos) return false;
  const std::string_view by = base::trimmed(comment.substr(via + 5));
  return !by.empty() && by.find("-r ") == std::string_view::npos &&
         by.find("-c ") == std::string_view::npos && by.find(".toml") == std::string_view::npos &&
         by.find(".in") == std::string_view::npos && by.find("setup.") == std::string_view::npos &&
         by.find('(') == std::string_view::npos;
}

// A list of strings, or a name that a list was bound to before; other values are nobody's to guess.
class SetupLists {
  static constexpr int kDeepest = 3;  // a name for a dictionary of names for lists

 public:
  SetupLists(const std::vector<Token>& tokens, Reading& reading) : tokens_(tokens), reading_(reading) {}

  // The cursor stands behind '=' or ':'.
  void read(TokenCursor& cursor, Scope scope, int depth = 0) {
    if (cursor.at().is("{")) return depth < kDeepest ? read_groups(cursor, depth) : cursor.skip_group();
    if (cursor.at().is("[") || cursor.at().is("(")) return read_list(cursor, scope);
    if (cursor.at().is_text()) {
      const Token& token = cursor.at();
      add_text(reading_, token.value, scope, token.mark);
      return cursor.advance();
    }
    if (cursor.at().type == Token::Type::name && depth < kDeepest) {
      TokenCursor bound(tokens_);
      if (find_binding(cursor.at().value, bound)) read(bound, scope, depth + 1);
    }
    cursor.advance();
  }

 private:
  void read_list(TokenCursor& cursor, Scope scope) {
    const std::size_t begin = cursor.position();
    cursor.skip_group();
    if (!seen_.insert(begin).second) return;  // one list under two keys
    for (std::size_t i = begin; i < std::min(cursor.position(), tokens_.size()); ++i)
      if (tokens_[i].is_text()) add_text(reading_, tokens_[i].value, scope, tokens_[i].mark);
  }

  // {"group": [requirement…], …}
  void read_groups(TokenCursor& cursor, int depth) {
    cursor.advance();
    while (!cursor.done() && !cursor.at().is("}")) {
      if (cursor.at().is_text() && cursor.at(1).is(":")) {
        const Scope scope = scope_of_group(cursor.at().value, Scope::runtime);
        cursor.advance(2);
        read(cursor, scope, depth + 1);
      } else {
        cursor.advance();
      }
    }
    cursor.advance();
  }

  bool find_binding(std::string_view name, TokenCursor& cursor) const {
    for (; !cursor.done(); cursor.advance())
      if (cursor.at().is_name(name) && cursor.begins_line() && cursor.at(1).is("=")) {
        cursor.advance(2);
        return true;
      }
    return false;
  }

  const std::vector<Token>& tokens_;
  Reading& reading_;
  std::set<std::size_t> seen_;
};

}  // namespace

Reading parse_requirements(const Input& input) {
  Reading reading;
  const Scope scope = scope_of_group(stem_of(input.path), Scope::runtime);
  bool continued = false;
  each_line(input.text, [&](std::string_view line, std::uint32_t number) {
    const std::string_view text = base::trimmed(line);
    const bool is_continuation = continued;
    continued = text.ends_with('\\');
    if (text.starts_with('#')) {
      const bool below = line.starts_with(' ') && !reading.declared.empty();  // pip-compile's own indentation
      if (below && is_pulled_in(text)) reading.declared.back().direct = false;
      return true;
    }
    if (is_continuation || text.empty()) return true;  // hashes
    std::string_view requirement = text;
    for (const std::string_view option : {"-e ", "--editable ", "--editable="})
      if (requirement.starts_with(option)) requirement = base::trimmed(requirement.substr(option.size()));
    add_text(reading, requirement, scope, mark_in(line, number, requirement), !is_pulled_in(text));
    return true;
  });
  return reading;
}

// Multi-line values: "key =" then indented lines, until the next key or section.
Reading parse_setup_cfg(const Input& input) {
  Reading reading;
  std::string section;
  std::string key;
  each_line(input.text, [&](std::string_view line, std::uint32_t number) {
    const std::string_view text = base::trimmed(line);
    if (text.empty() || text.front() == '#' || text.front() == ';') return true;
    if (text.front() == '[') return section = base::lower(text), key.clear(), true;
    std::string_view value = text;
    if (line.front() != ' ' && line.front() != '\t') {
      const std::size_t equals = text.find('=');
      key = base::lower(base::trimmed(text.substr(0, equals)));
      value = equals == std::string_view::npos ? std::string_view{} : base::trimmed(text.substr(equals + 1));
    }
    const bool in_options = section == "[options]";
    const bool in_extras = section == "[options.extras_require]";
    if (value.empty() || (!in_extras && !(in_options && key.ends_with("_requires")) &&
                          !(in_options && key == "tests_require")))
      return true;
    Scope scope = in_extras ? scope_of_group(key, Scope::runtime) : Scope::runtime;
    if (in_options && key != "install_requires")
      scope = key == "python_requires" ? Scope::any : Scope::development;
    if (scope != Scope::any) add_text(reading, value, scope, mark_in(line, number, value));
    return true;
  });
  return reading;
}

Reading parse_setup_py(const Input& input) {
  Reading reading;
  const std::vector<Token> tokens = tokenize(
      input.text, {.hash_comments = true, .slash_comments = false, .triple_quotes = true, .name_bytes = {}});
  SetupLists lists(tokens, reading);
  for (TokenCursor cursor(tokens); !cursor.done();) {
    const std::string_view name = cursor.at().value;
    const bool is_key =
        (cursor.at().type == Token::Type::name && cursor.at(1).is("=")) ||
        (cursor.at().is_text() && cursor.at(1).is(":"));  // setup(**{"install_requires": […]})
    const bool runtime = name == "install_requires" || name == "extras_require";
    if (!is_key || (!runtime && name != "tests_require" && name != "setup_requires")) {
      cursor.advance();
      continue;
    }
    cursor.advance(2);
    lists.read(cursor, runtime ? Scope::runtime : Scope::development);
  }
  return reading;
}

}  // namespace readiness::facts::manifest
