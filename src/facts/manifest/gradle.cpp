// SPDX-License-Identifier: Apache-2.0
// Gradle scripts, Groovy and Kotlin: what stands in dependencies {} and plugins {}, read as tokens, not run.
#include "base/text.h"
#include "facts/manifest/ecosystems.h"
#include "facts/manifest/reading.h"
#include "facts/manifest/tokens.h"

namespace readiness::facts::manifest {
namespace {

constexpr Lexicon kLexicon{
    .hash_comments = false, .slash_comments = true, .triple_quotes = true, .name_bytes = "$"};

// Words inside dependencies {} that begin a block or a call and are no configuration.
bool is_configuration(std::string_view name) {
  return name != "constraints" && name != "if" && name != "else" && name != "for" && name != "val" &&
         name != "def" && name != "modules" && name != "components" && name != "artifactTypes" &&
         name != "attributesSchema";
}

Scope scope_of(std::string_view configuration, bool is_build_script) {
  const std::string folded = base::lower(configuration);
  const bool development = is_build_script || folded.find("test") != std::string::npos ||
                           folded == "classpath" || folded == "developmentonly" ||
                           folded.starts_with("detekt") || folded.starts_with("errorprone") ||
                           folded.starts_with("jmh") || folded.starts_with("debug");
  return development ? Scope::development : Scope::runtime;
}

bool is_catalogue(std::string_view name) {
  return name == "libs" || name.ends_with("Libs") || name.ends_with("libs");
}

class Script {
 public:
  explicit Script(std::string_view source) : tokens_(tokenize(source, kLexicon)), cursor_(tokens_) {}

  Reading read() {
    while (!cursor_.done()) {
      if (cursor_.at().is_name("dependencies") && cursor_.at(1).is("{")) {
        read_dependencies();
      } else if (cursor_.at().is_name("plugins") && cursor_.at(1).is("{")) {
        read_plugins();
      } else if (cursor_.at().is_name("buildscript") && cursor_.at(1).is("{")) {
        build_script_end_ = end_of_group(cursor_.position() + 1);
        cursor_.advance(2);
      } else if (cursor_.at().is_name("apply")) {
        read_apply();
      } else {
        cursor_.advance();
      }
    }
    return std::move(reading_);
  }

 private:
  std::size_t end_of_group(std::size_t open) {
    TokenCursor cursor(tokens_);
    cursor.move_to(open);
    cursor.skip_group();
    return cursor.position();
  }

  // apply plugin: 'java'
  void read_apply() {
    for (std::size_t ahead = 1; ahead < 5; ++ahead)
      if (cursor_.at(ahead).is_name("plugin") && cursor_.at(ahead + 2).is_text())
        add_plugin(cursor_.at(ahead + 2).value, {}, cursor_.at(ahead + 2).mark);
    cursor_.advance();
  }

  void add_plugin(std::string_view id, std::string_view version, base::Mark mark) {
    add(reading_, {.name = std::string(id),
                   .version = std::string(version),
                   .scope = Scope::development,
                   .mark = mark});
  }

  void read_plugins() {
    const std::size_t end = end_of_group(cursor_.position() + 1);
    for (cursor_.advance(2); cursor_.position() < end && !cursor_.done();) {
      const Token head = cursor_.at();
      const std::size_t argument = cursor_.at(1).is("(") ? 2 : 1;
      if (head.is_name("alias")) {
        cursor_.advance(argument);
        read_alias(Scope::development);
      } else if ((head.is_name("id") || head.is_name("kotlin")) && cursor_.at(argument).is_text()) {
        const std::string prefix = head.is_name("kotlin") ? "org.jetbrains.kotlin." : "";
        const Token id = cursor_.at(argument);
        cursor_.advance(argument + 1);
        if (cursor_.at().is(")")) cursor_.advance();
        if (cursor_.at().is(".")) cursor_.advance();
        const std::size_t version = cursor_.at(1).is("(") ? 2 : 1;
        const bool has_version = cursor_.at().is_name("version") && cursor_.at(version).is_text();
        add_plugin(prefix + std::string(id.value),
                   has_version ? cursor_.at(version).value : std::string_view{}, id.mark);
      } else if (begins_statement() && cursor_.at(1).mark.line != head.mark.line && !head.is("}")) {
        add_plugin(head.value, {}, head.mark);  // Kotlin's `java` and `java-library` in back quotes
        cursor_.advance();
      } else {
        cursor_.advance();
      }
    }
  }

  void read_dependencies() {
    const std::size_t end = end_of_group(cursor_.position() + 1);
    for (cursor_.advance(2); cursor_.position() < end && !cursor_.done();) {
      const Token head = cursor_.at();
      const bool named = head.type == Token::Type::name || (head.is_text() && cursor_.at(1).is("("));
      if (!named || !begins_statement()) {
        cursor_.advance();
      } else if (!is_configuration(head.value)) {
        const bool is_block = cursor_.at(1).is("{") && head.is_name("constraints");
        cursor_.advance();
        if (is_block) cursor_.skip_group();
      } else {
        cursor_.advance();
        read_declaration(scope_of(head.value, cursor_.position() < build_script_end_), end);
      }
    }
  }

  // Up to the end of the statement: its line, unless a bracket is open or a comma asks for more.
  void read_declaration(Scope scope, std::size_t end) {
    int depth = 0;
    bool first = true;
    while (cursor_.position() < end && !cursor_.done()) {
      const Token& token = cursor_.at();
      if (depth == 0 && !first && cursor_.begins_line() && !follows_comma()) return;
      if (token.is("{")) return cursor_.skip_group();  // exclude …, because …
      first = false;
      if (token.is("(") || token.is("[")) ++depth;
      if (token.is(")") || token.is("]")) --depth;
      if (depth < 0) return;
      if (token.is_name("project") || token.is_name("files") || token.is_name("fileTree")) {
        cursor_.advance();
        if (cursor_.at().is("(")) cursor_.skip_group();
      } else if (token.is_name("group") && cursor_.at(2).is_text()) {
        read_map(scope);
      } else if (token.is_name("kotlin") && cursor_.at(1).is("(") && cursor_.at(2).is_text()) {
        const Token module = cursor_.at(2);
        add(reading_, {.name = "org.jetbrains.kotlin:kotlin-" + std::string(module.value),
                       .scope = scope,
                       .mark = module.mark});
        cursor_.advance(1);
        cursor_.skip_group();
      } else if (token.type == Token::Type::name && is_catalogue(token.value) && cursor_.at(1).is(".")) {
        read_alias(scope);
      } else {
        if (token.is_text()) add_coordinates(token, scope);
        cursor_.advance();
      }
    }
  }

  bool begins_statement() const {
    const std::size_t at = cursor_.position();
    return cursor_.begins_line() || tokens_[at - 1].is("{") || tokens_[at - 1].is(";");
  }

  bool follows_comma() const {
    const std::size_t at = cursor_.position();
    return at > 0 && tokens_[at - 1].is(",");
  }

  // group: 'g', name: 'a', version: 'v' and Kotlin's group = "g", name = "a".
  void read_map(Scope scope) {
    Declared declared{.scope = scope, .mark = cursor_.at().mark};
    std::string group;
    std::string name;
    while (cursor_.at().type == Token::Type::name && (cursor_.at(1).is(":") || cursor_.at(1).is("="))) {
      const std::string_view key = cursor_.at().value;
      const std::string value(cursor_.at(2).is_text() ? cursor_.at(2).value : std::string_view{});
      if (key == "group") group = value;
      if (key == "name") name = value;
      if (key == "version") declared.version = value;
      cursor_.advance(3);
      if (!cursor_.at().is(",")) break;
      cursor_.advance();
    }
    if (name.empty()) return;
    declared.name = group + ":" + name;
    add(reading_, std::move(declared));
  }

  // 'group:artifact:version[:classifier][@type]'
  void add_coordinates(const Token& token, Scope scope) {
    const std::vector<std::string_view> parts = base::split(token.value, ':');
    if (parts.size() < 2 || parts[0].empty() || parts[1].empty()) return;
    if (token.value.find_first_of(" /\\") != std::string_view::npos) return;
    const std::string_view version =
        parts.size() > 2 ? parts[2].substr(0, parts[2].find('@')) : std::string_view{};
    add(reading_, {.name = std::string(parts[0]) + ":" + std::string(parts[1].substr(0, parts[1].find('@'))),
                   .version = std::string(version),
                   .scope = scope,
                   .mark = token.mark});
  }

  // libs.spring.boot.starter → the catalogue's key "spring.boot.starter"
  void read_alias(Scope scope) {
    const base::Mark mark = cursor_.at().mark;
    cursor_.advance();
    std::string key;
    while (cursor_.at().is(".") && cursor_.at(1).type == Token::Type::name && cursor_.at(1).value != "get") {
      if (!key.empty()) key += '.';
      key += cursor_.at(1).value;
      cursor_.advance(2);
    }
    add(reading_, {.name = key, .scope = scope, .mark = mark, .is_alias = true});
  }

  std::vector<Token> tokens_;
  TokenCursor cursor_;
  std::size_t build_script_end_ = 0;
  Reading reading_;
};

}  // namespace

Reading parse_gradle(const Input& input) { return Script(input.text).read(); }

}  // namespace readiness::facts::manifest
