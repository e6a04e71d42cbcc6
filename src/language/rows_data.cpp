// SPDX-License-Identifier: Apache-2.0
// Data, configuration and prose.
#include "language/syntaxes.h"
#include "language/table.h"

namespace readiness::language {
namespace {

constexpr Use kData = Use::data;
constexpr Language kRows[] = {
    {"json", kData, kJson,
     "json geojson topojson webmanifest har avsc gltf json-tmlanguage mcmeta tfstate tfstate.backup jsonld "
     "ndjson jsonl hjson slnf sarif "
     "importmap json.example json.sample json.dist",
     "composer.lock pipfile.lock package.resolved flake.lock deno.lock .watchmanconfig .all-contributorsrc "
     ".arcconfig "
     ".prettierrc .stylelintrc .lintstagedrc .nycrc .swcrc .releaserc .bowerrc .htmlhintrc .tern-project "
     ".mocharc"},
    {"jsonc", kData, kJsonc, "jsonc json5 code-workspace code-snippets sublime-project sublime-settings",
     "tsconfig.json jsconfig.json .eslintrc.json .eslintrc .babelrc .jshintrc .jscsrc .jslintrc .swcrc.json "
     "devcontainer.json .devcontainer.json tslint.json api-extractor.json bun.lock renovate.json5 "
     "language-configuration.json turbo.json deno.json"},
    {"yaml", kData, kYaml,
     "yaml yml yaml-tmlanguage sublime-syntax syntax mir cff eyaml neon yaml.example yml.example yml.sample "
     "yaml.sample yml.dist "
     "yaml.dist yml.tmpl yaml.tmpl yaml.gotmpl yaml.template yml.template yml.j2 yaml.j2 yml.in yaml.in",
     "pnpm-lock.yaml glide.lock pubspec.lock podfile.lock .clang-format .clang-tidy .clangd .gemrc .yamllint "
     "conda.lock .prettierrc.yaml "
     "procfile.yaml"},
    {"toml", kData, kToml, "toml toml.example toml.sample",
     "cargo.lock poetry.lock uv.lock pdm.lock pipfile gopkg.lock cargo.toml.orig .taplo.toml"},
    {"ini", kData, kIni,
     "ini cfg conf.ini desktop service socket timer automount netdev ini.example editorconfig reg inf "
     "lektorproject",
     ".editorconfig .gitconfig .npmrc .yarnrc .pylintrc .flake8 .coveragerc .pypirc .hgrc setup.cfg tox.ini "
     "pylintrc .bumpversion.cfg "
     ".gitmodules buildozer.spec .isort.cfg .dockeringore supervisord.conf .condarc .curlrc .wgetrc .my.cnf "
     "my.cnf"},
    {"properties", kData, kProperties, "properties prefs properties.example",
     ".java-version gradle.properties"},
    {"dotenv", kData, kDotenv, "env",
     ".env env .flaskenv .env.example .env.sample .env.template .env.local .env.dist"},
    {"ignore", kData, kHashComments, "gitignore dockerignore npmignore eslintignore prettierignore",
     ".gitignore .dockerignore .npmignore .eslintignore .prettierignore .stylelintignore .hgignore "
     ".helmignore .gcloudignore "
     ".vercelignore .slugignore .bzrignore .cfignore .ignore .rgignore .git-blame-ignore-revs .trivyignore "
     ".snyk .gitleaksignore "
     ".vscodeignore .ebignore .containerignore .cursorignore"},
    {"gitattributes", kData, kHashComments, "gitattributes", ".gitattributes"},
    {"codeowners", kData, kHashComments, "", "codeowners"},
    {"procfile", kData, kHashComments, "procfile", "procfile procfile.dev"},
    {"requirements", kData, kHashComments, "", "requirements.txt requirements.in constraints.txt"},
    {"go-module", kData, kC, "", "go.mod go.work"},
    {"go-checksums", kData, kPlain, "", "go.sum go.work.sum"},
    {"yarn-lock", kData, kHashComments, "", "yarn.lock"},
    {"gemfile-lock", kData, kPlain, "", "gemfile.lock gems.locked"},
    {"dockerfile", kData, kDockerfile, "dockerfile containerfile", "dockerfile containerfile earthfile"},
    {"terraform", kData, kHcl, "tf tfvars tf.json tofu tftpl tfvars.example",
     ".terraformrc terraform.rc .terraform.lock.hcl"},
    {"hcl", kData, kHcl, "hcl nomad pkr.hcl workflow sentinel", ""},
    {"nginx", kData, kHashComments, "nginx nginxconf vhost", "nginx.conf fastcgi_params mime.types"},
    {"caddyfile", kData, kHashComments, "caddyfile", "caddyfile"},
    {"apache", kData, kHashComments, "htaccess apacheconf", ".htaccess httpd.conf apache2.conf"},
    {"conf", kData, kHashComments, "conf cnf cf hocon conf.example cfg.example rules.conf ovpn",
     "hosts crontab"},
    {"xml", kData, kXml,
     "xml xsd xsl xslt wsdl plist csproj vbproj fsproj vcxproj props targets nuspec resx jmx appxmanifest "
     "manifest svg rss "
     "atom kml gpx pom iml "
     "storyboard xib ui qrc wxs wxl dtd xliff xlf mxml xacro urdf config dita ditamap jelly proj projitems "
     "shproj sln.xml "
     "ruleset runsettings nuget.config slnx fxml glade jrxml rdf owl tld xml.dist xml.example entitlements "
     "xcscheme xcworkspacedata vsixmanifest mobileconfig",
     "web.config app.config nuget.config packages.config phpunit.xml.dist .classpath .project .cproject"},
    {"jupyter", kData, kJson, "ipynb"},
    {"csv", kData, kPlain, "csv"},
    {"tsv", kData, kPlain, "tsv tab"},
    {"diff", kData, kPlain, "diff patch rej"},
    {"solution", kData, kHashComments, "sln"},
    {"xcode-project", kData, kC, "pbxproj strings xcconfig"},
    {"gettext", kData, kHashComments, "po pot"},
    {"gherkin", kData, kHashComments, "feature"},
    {"avro-idl", kData, kC, "avdl"},
    {"asn1", kData, kPlain, "asn asn1"},
    {"dot", kData, kThrift, "dot gv"},
    {"plantuml", kData, kPlain, "puml plantuml iuml wsd"},
    {"mermaid", kData, kPlain, "mmd mermaid"},
    {"bibtex", Use::prose, kTex, "bib"},
    {"markdown", Use::prose, kMarkdown, "md markdown mdown mkd mkdn mdwn livemd qmd mdc md.example",
     "contents.lr"},
    {"mdx", Use::prose, kMarkdown, "mdx mdoc"},
    {"restructuredtext", Use::prose, kRestructuredText, "rst rest rst.txt"},
    {"asciidoc", Use::prose, kAsciidoc, "adoc asciidoc asc"},
    {"org", Use::prose, kPlain, "org"},
    {"tex", Use::prose, kTex, "tex sty cls ltx latex dtx ins"},
    {"roff", Use::prose, kPlain, "1 8 man roff mdoc.in"},
    {"textile", Use::prose, kPlain, "textile"},
    {"rdoc", Use::prose, kPlain, "rdoc"},
    {"pod", Use::prose, kPlain, "pod"},
    {"text", Use::prose, kPlain, "txt text log",
     "readme license licence copying authors contributors changelog changes news todo install notice "
     "copyright maintainers "
     "thanks credits history version unlicense patents owners readme.first .mailmap .nvmrc .node-version "
     ".python-version .ruby-version "
     ".tool-versions .terraform-version .go-version .gitkeep .keep codeowners.txt"},
};

}  // namespace

std::span<const Language> data_rows() { return kRows; }

}  // namespace readiness::language
