// SPDX-License-Identifier: Apache-2.0
#include "classify/path_facts.h"

#include <algorithm>
#include <vector>

namespace readiness::classify {
namespace {

struct Row {
  Matter matter;
  std::string_view languages;
};

// Languages that are not what is_programming() and the table's order would make of them.
constexpr Row kRows[] = {
    {Matter::script, "shell fish powershell batch awk"},
    {Matter::deploy, "dockerfile terraform hcl nginx apache caddyfile procfile bicep"},
    {Matter::build, "makefile just cmake meson bazel m4"},
    {Matter::page,
     "html css scss sass less stylus erb ejs eex jsp razor handlebars mustache jinja twig liquid blade "
     "smarty freemarker velocity "
     "pug haml slim go-template xaml"},
    {Matter::prose, "markdown mdx restructuredtext asciidoc org tex textile rdoc pod roff bibtex"},
    {Matter::unknown, "text csv tsv diff gettext dot plantuml mermaid"},
    {Matter::code, "jupyter gherkin avro-idl asn1"},
};

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::vector<Matter> make_matters() {
  std::vector<Matter> out(language::names().size() + 1, Matter::data);
  out[language::kUnknown] = Matter::unknown;
  for (std::size_t id = 1; id < out.size(); ++id)
    if (language::is_programming(static_cast<language::LanguageId>(id))) out[id] = Matter::code;
  for (const Row& row : kRows)
    for (std::string_view rest = row.languages; !rest.empty();) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (const auto id = language::find(rest.substr(0, end))) out[*id] = row.matter;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  return out;
}

}  // namespace

Matter matter_of(language::LanguageId id) {
  static const std::vector<Matter> matters = make_matters();
  return id < matters.size() ? matters[id] : Matter::unknown;
}

Path::Path(std::string_view path) : text_(path) {
  char* to = short_.data();
  if (path.size() > short_.size()) {
    long_.resize(path.size());
    to = long_.data();
  }
  std::transform(path.begin(), path.end(), to, lowered);
  lower_ = {to, path.size()};
  name_at_ = path.rfind('/') + 1;
}

std::string_view Path::extension() const {
  const std::string_view name = lower_name();
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view{} : name.substr(dot + 1);
}

}  // namespace readiness::classify
