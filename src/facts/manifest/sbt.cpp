// SPDX-License-Identifier: Apache-2.0
// sbt: what the operators `%` and `%%` join into a module (sbt Reference Manual, "Library dependencies"), read as tokens,
// not run. Names that stand for texts are known when the same file gives them.
#include <map>
#include <string>

#include "base/text.h"
#include "facts/manifest/ecosystems.h"
#include "facts/manifest/reading.h"
#include "facts/manifest/tokens.h"

namespace readiness::facts::manifest {
namespace {

constexpr Lexicon kLexicon{.slash_comments = true, .triple_quotes = true};

class Build {
 public:
  explicit Build(std::string_view source) : tokens_(tokenize(source, kLexicon)) { learn_names(); }

  Reading read() {
    TokenCursor cursor(tokens_);
    for (; !cursor.done(); cursor.advance()) {
      if (cursor.at().is_name("addSbtPlugin") || cursor.at().is_name("addCompilerPlugin")) scope_ = Scope::development;
      read_module(cursor);
    }
    return std::move(reading_);
  }

 private:
  // val akkaVersion = "2.6"
  void learn_names() {
    for (std::size_t i = 0; i + 3 < tokens_.size(); ++i)
      if (tokens_[i].is_name("val") && tokens_[i + 2].is("=") && tokens_[i + 3].is_text())
        names_[tokens_[i + 1].value] = tokens_[i + 3].value;
  }

  // The text of a string or of a name that stands for one; empty when it is neither.
  std::string_view text_of(const Token& token) const {
    if (token.is_text()) return token.value;
    const auto known = token.type == Token::Type::name ? names_.find(token.value) : names_.end();
    return known == names_.end() ? std::string_view{} : known->second;
  }

  // How many `%` stand from `ahead` on.
  static std::size_t percents(const TokenCursor& cursor, std::size_t ahead) {
    std::size_t count = 0;
    while (cursor.at(ahead + count).is("%")) ++count;
    return count;
  }

  // "group" %% "artifact" % version % Test; `V.akka` is a version that is not known.
  void read_module(TokenCursor& cursor) {
    const std::string_view group = text_of(cursor.at());
    const std::size_t first = percents(cursor, 1);
    const Token& artifact = cursor.at(1 + first);
    const std::string_view name = text_of(artifact);
    const std::size_t second = first == 0 || name.empty() ? 0 : percents(cursor, 2 + first);
    if (group.empty() || second == 0) return;
    std::size_t at = 2 + first + second;
    const std::string_view version = text_of(cursor.at(at));
    while (cursor.at(at + 1).is(".")) at += 2;
    const Token& configuration = cursor.at(at + 2);
    const bool is_tested = cursor.at(at + 1).is("%") && says_test(configuration.value);
    add(reading_, {.name = std::string(group) + ":" + std::string(name),
                   .version = std::string(version),
                   .scope = is_tested ? Scope::development : scope_,
                   .mark = cursor.at().mark});
    scope_ = Scope::runtime;
    cursor.advance(at);
  }

  static bool says_test(std::string_view configuration) {
    const std::string folded = base::lower(configuration);
    return folded.starts_with("test") || folded.starts_with("it") || folded.starts_with("integration");
  }

  std::vector<Token> tokens_;
  std::map<std::string_view, std::string_view> names_{};
  Scope scope_ = Scope::runtime;  // of the next module
  Reading reading_{};
};

}  // namespace

Reading parse_sbt(const Input& input) { return Build(input.text).read(); }

}  // namespace readiness::facts::manifest
