// SPDX-License-Identifier: Apache-2.0
// What a file's name says: whole names, name parts around the dots, extensions.
#include <algorithm>
#include <optional>

#include "base/name_table.h"
#include "classify/path_facts.h"

namespace readiness::classify {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

struct Row {
  Hints hints;
  std::string_view names;
};

constexpr Row kNames[] = {
    {kGenerated | kLockfile,
     "package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml bun.lock bun.lockb poetry.lock uv.lock "
     "pipfile.lock pdm.lock "
     "pixi.lock conda-lock.yml go.sum go.work.sum cargo.lock gemfile.lock gems.locked composer.lock "
     "symfony.lock packages.lock.json "
     "mix.lock rebar.lock pubspec.lock podfile.lock package.resolved cartfile.resolved gradle.lockfile "
     "buildscript-gradle.lockfile "
     "conan.lock flake.lock deno.lock chart.lock requirements.lock .terraform.lock.hcl stack.yaml.lock "
     "cabal.project.freeze shard.lock "
     "paket.lock project.assets.json elm-stuff.lock manifest.toml.lock berksfile.lock puppetfile.lock "
     "devbox.lock cpanfile.snapshot "
     "renv.lock mint.lock module.bazel.lock npm-shrinkwrap.yaml dub.selections.json esy.lock.json "
     "opam.locked"},
    {kGenerated,
     ".pnp.cjs .pnp.loader.mjs .pnp.js next-env.d.ts wire_gen.go bindata.go mockserviceworker.js "
     ".terraform.tfstate"},
    {kVendored,
     "gradlew gradlew.bat mvnw mvnw.cmd gradle-wrapper.jar maven-wrapper.jar mavenwrapperdownloader.java"},
    {kTest,
     "conftest.py tests.py test.py tests.rb test.rb test.js test.ts test.sh tests.sh locustfile.py "
     "spec_helper.rb "
     "rails_helper.rb test_helper.rb test_helper.exs .rspec testing.postman_collection.json setuptests.js "
     "setuptests.ts"},
    {kDocs,
     "license licence copying notice authors contributors changelog changes history news readme contributing "
     "code_of_conduct security "
     "governance maintainers todo roadmap unlicense copyright patents thanks credits support upgrading "
     "install hacking citation.cff "
     "mkdocs.yml mkdocs.yaml .readthedocs.yml .readthedocs.yaml docusaurus.config.js docusaurus.config.ts "
     "book.toml llms.txt humans.txt "
     "security.txt"},
    {kCi,
     ".gitlab-ci.yml .gitlab-ci.yaml .travis.yml appveyor.yml .appveyor.yml azure-pipelines.yml "
     "azure-pipelines.yaml .drone.yml "
     ".drone.star .drone.jsonnet .woodpecker.yml .woodpecker.yaml bitbucket-pipelines.yml .cirrus.yml "
     "codefresh.yml wercker.yml "
     "jenkinsfile bitrise.yml buildspec.yml buildspec.yaml cloudbuild.yaml cloudbuild.yml cloudbuild.json "
     ".semaphore.yml "
     "screwdriver.yaml zuul.yaml .zuul.yaml .scrutinizer.yml circle.yml shippable.yml .build.yml prow.yaml "
     "codemagic.yaml xcodecloud.yml tekton.yaml"},
    {kDeploy,
     "dockerfile containerfile .dockerignore docker-bake.hcl docker-bake.json procfile fly.toml render.yaml "
     "vercel.json now.json "
     "netlify.toml app.yaml skaffold.yaml skaffold.yml serverless.yml serverless.yaml serverless.ts "
     "samconfig.toml cdk.json pulumi.yaml "
     "railway.json railway.toml nixpacks.toml heroku.yml caddyfile nginx.conf supervisord.conf "
     "ecosystem.config.js ecosystem.config.cjs "
     "captain-definition chart.yaml kustomization.yaml kustomization.yml helmfile.yaml helmfile.yml "
     "vagrantfile tiltfile ansible.cfg "
     "wrangler.toml wrangler.json wrangler.jsonc firebase.json amplify.yml apprunner.yaml dockerrun.aws.json "
     "garden.yml capfile "
     "devspace.yaml okteto.yml kamal.yml deploy.yml deploy.yaml deploy.rb copilot.yml dokku.yml coolify.json "
     "zeabur.json "
     "prometheus.yml prometheus.yaml alertmanager.yml alertmanager.yaml otel-collector-config.yaml "
     "docker-compose docker-entrypoint.sh "
     ".helmignore project.toml werf.yaml score.yaml azure.yaml staticwebapp.config.json cloudformation.yml "
     "cloudformation.yaml"},
    {kScript,
     "makefile gnumakefile bsdmakefile rakefile gulpfile.js gulpfile.ts gulpfile.mjs gulpfile.cjs "
     "gulpfile.babel.js gruntfile.js "
     "gruntfile.ts justfile .justfile taskfile.yml taskfile.yaml taskfile.dist.yml tasks.py noxfile.py "
     "fabfile.py magefile.go fastfile "
     "dangerfile dangerfile.js dangerfile.ts jakefile cakefile bakefile earthfile dodo.py phakefile "
     "invoke.py build.cake build.ps1 "
     "build.fsx brewfile"},
    {kConfig,
     "package.json setup.py build.gradle build.gradle.kts settings.gradle settings.gradle.kts build.sbt "
     "mix.exs rebar.config gemfile "
     "podfile package.swift cmakelists.txt meson.build build workspace build.bazel module.bazel "
     "workspace.bazel conanfile.py conanfile.txt "
     "config.ru go.mod go.work requirements.txt constraints.txt gems.rb cpanfile makefile.pl build.pl "
     "deps.edn project.clj shadow-cljs.edn "
     "sconstruct configure.ac configure.in configure codeowners .gitignore .gitattributes .editorconfig "
     ".eslintrc.js .eslintrc.cjs "
     ".prettierrc.js guardfile berksfile appraisals steepfile .rubocop.yml .mailmap gradle.properties "
     "build.xml pom.xml "
     "hardhat.config.js truffle-config.js metro.config.js babel.config.js karma.conf.js protractor.conf.js "
     "nightwatch.conf.js wdio.conf.js "
     "wdio.conf.ts karma.conf.ts .pryrc .irbrc project.pbxproj dune dune-project cabal.project stack.yaml "
     "package.yaml robots.txt "
     "runtime.txt apt.txt packages.txt environment.yml manifest.in .nvmrc .node-version .python-version "
     ".ruby-version .tool-versions "
     ".go-version .java-version .terraform-version .envrc flake.nix default.nix shell.nix meson_options.txt "
     "artisan.config"},
};

// Name endings; the first that fits decides. Case is folded.
struct Ending {
  std::string_view end;
  Hints hints;
};
constexpr Ending kEndings[] = {
    {".min.js", kGenerated},
    {".min.css", kGenerated},
    {".min.mjs", kGenerated},
    {"-min.js", kGenerated},
    {".bundle.js", kGenerated},
    {".chunk.js", kGenerated},
    {".chunk.css", kGenerated},
    {".pb.go", kGenerated},
    {".pb.gw.go", kGenerated},
    {".pb.cc", kGenerated},
    {".pb.h", kGenerated},
    {".pb.swift", kGenerated},
    {".pb.dart", kGenerated},
    {".pbjson.dart", kGenerated},
    {".pbenum.dart", kGenerated},
    {".pbserver.dart", kGenerated},
    {".pb.ts", kGenerated},
    {"_pb2.py", kGenerated},
    {"_pb2.pyi", kGenerated},
    {"_pb2_grpc.py", kGenerated},
    {"_pb2_grpc.pyi", kGenerated},
    {"_pb.js", kGenerated},
    {"_pb.ts", kGenerated},
    {"_pb.d.ts", kGenerated},
    {"_pb.rb", kGenerated},
    {"_grpc_web_pb.js", kGenerated},
    {".g.dart", kGenerated},
    {".freezed.dart", kGenerated},
    {".gr.dart", kGenerated},
    {".mocks.dart", kGenerated},
    {".g.cs", kGenerated},
    {".g.i.cs", kGenerated},
    {".designer.cs", kGenerated},
    {".designer.vb", kGenerated},
    {".gen.go", kGenerated},
    {".gen.ts", kGenerated},
    {".gen.tsx", kGenerated},
    {"_generated.go", kGenerated},
    {".generated.ts", kGenerated},
    {".generated.tsx", kGenerated},
    {".generated.js", kGenerated},
    {".generated.go", kGenerated},
    {".generated.cs", kGenerated},
    {".generated.swift", kGenerated},
    {".generated.kt", kGenerated},
    {".connect.go", kGenerated},
    {"_connect.ts", kGenerated},
    {".js.map", kGenerated},
    {".css.map", kGenerated},
    {".mjs.map", kGenerated},
    {".ts.map", kGenerated},
    {".cjs.map", kGenerated},
    {".snap", kGenerated},
    {".tsbuildinfo", kGenerated},
    {".po~", kGenerated},
    {".resx.designer.cs", kGenerated},
    {"_test.go", kTest},
    {"_test.py", kTest},
    {"_tests.py", kTest},
    {"_test.rb", kTest},
    {"_spec.rb", kTest},
    {"_test.exs", kTest},
    {"_test.dart", kTest},
    {"_test.rs", kTest},
    {"_tests.rs", kTest},
    {"_test.cc", kTest},
    {"_test.cpp", kTest},
    {"_test.c", kTest},
    {"_unittest.cc", kTest},
    {"_unittest.cpp", kTest},
    {"_tests.cpp", kTest},
    {"_test.clj", kTest},
    {"_test.cljs", kTest},
    {"_test.erl", kTest},
    {"_suite.erl", kTest},
    {"_test.lua", kTest},
    {"_spec.lua", kTest},
    {"_test.jl", kTest},
    {"_test.ts", kTest},
    {"_test.js", kTest},
    {"_test.tsx", kTest},
    {"_spec.js", kTest},
    {"_spec.ts", kTest},
    {"_test.gleam", kTest},
    {"_test.sh", kTest},
    {".tests.ps1", kTest},
    {"_mock.go", kTest},
    {"_mocks.go", kTest},
    {"_bench.rs", kTest},
    {".bats", kTest},
    {".feature", kTest},
    {"-test.el", kTest},
    {"-tests.el", kTest},
    {".tftest.hcl", kTest},
    {".t.sol", kTest},
    {"_benchmark_test.go", kTest},
    {".schema.json", 0},
};

// `login.spec.ts`: the part in front of the extension of a script file.
constexpr Row kMiddles[] = {
    {kTest,
     "test tests spec specs cy e2e e2e-spec mock mocks bench benchmark fixture fixtures k6 integration-test "
     "test-d unit"},
    {kExample, "stories story example examples sample demo"},
    {kConfig, "config conf"},
};

constexpr Row kExtensions[] = {
    {kBinary,
     "png jpg jpeg gif webp ico icns cur bmp tif tiff psd heic avif xcf sketch fig pdf zip gz tgz bz2 tbz xz "
     "txz 7z rar zst lz4 br jar war "
     "ear class so dylib dll exe o obj.o a lib pyc pyo pyd wasm woff woff2 ttf otf eot mp3 mp4 m4a m4v wav "
     "ogg ogv mov avi webm flac "
     "mkv sqlite sqlite3 db mdb npz npy pkl pickle parquet arrow feather onnx pt pth h5 hdf5 tflite pb "
     "safetensors joblib doc docx xls "
     "xlsx ppt pptx odt ods odp keystore jks p12 pfx der bks dmg iso img deb rpm apk aab ipa whl egg nupkg "
     "snupkg snk pdb mo gmo swf "
     "fla blend fbx glb bin dat.gz rdb dump lockb traineddata mmdb crx xpi msi cab vsix ai eps.gz swp"},
    {kScript, "rake"},
    {kConfig,
     "gemspec podspec cabal nimble rockspec cmake bzl opam csproj vbproj fsproj vcxproj sln props targets "
     "nuspec"},
    {kDeploy, "tf tfvars nomad bicep service timer socket"},
    {kDocs, "puml plantuml mmd mermaid"},
};

struct Tables {
  base::NameTable endings;
  base::NameTable names;
  base::NameTable extensions;
  base::NameTable middles;
};

const Tables& tables() {
  static const Tables made = [] {
    Tables out;
    for (const Ending& row : kEndings) out.endings.add(row.end, row.hints);
    for (const Row& row : kNames) out.names.add_all(row.names, row.hints);
    for (const Row& row : kExtensions) out.extensions.add_all(row.names, row.hints);
    for (const Row& row : kMiddles) out.middles.add_all(row.names, row.hints);
    return out;
  }();
  return made;
}

// Asks for the name's end from each of its last separators on, the longest last.
std::optional<Hints> by_ending(std::string_view lower) {
  constexpr int kAsked = 5;
  std::size_t at = lower.size();
  for (int i = 0; i < kAsked && at > 0; ++i) {
    at = lower.find_last_of("._-", at - 1);
    if (at == kNone) break;
    if (const auto known = tables().endings.find(lower.substr(at))) return known;
  }
  return std::nullopt;
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// `OrderTest.java`, `OrderSpec.scala`, `OrdersIT.java`: a capital word at the end of the stem.
bool has_test_word(std::string_view name) {
  const std::string_view stem = name.substr(0, name.rfind('.'));
  const std::string_view extension = name.substr(std::min(stem.size() + 1, name.size()));
  struct Word {
    std::string_view word;
    std::string_view extensions;
  };
  constexpr Word kWords[] = {
      {"Test", "java kt kts scala groovy cs vb fs php swift m mm dart cpp cc js ts tsx jsx hs rb cls"},
      {"Tests", "java kt scala groovy cs vb fs swift m mm cpp cc js ts php dart hs"},
      {"TestCase", "java php swift m py"},
      {"Spec", "scala kt groovy swift js ts jsx tsx hs php"},
      {"Specs", "scala kt groovy swift js ts cs"},
      {"IT", "java kt groovy scala"},
      {"ITCase", "java scala"},
      {"Cest", "php"},
      {"Benchmark", "java kt scala cs"},
      {"Benchmarks", "java kt scala cs"},
  };
  for (const Word& row : kWords) {
    if (stem.size() <= row.word.size() || !stem.ends_with(row.word) ||
        !is_lower(stem[stem.size() - row.word.size() - 1]))
      continue;
    const std::size_t at = row.extensions.find(extension);
    if (at != kNone && !extension.empty() && (at == 0 || row.extensions[at - 1] == ' ') &&
        (at + extension.size() == row.extensions.size() || row.extensions[at + extension.size()] == ' '))
      return true;
  }
  return false;
}

bool begins_like_test(std::string_view lower, std::string_view name) {
  if (lower.starts_with("test_") || lower.starts_with("tests_"))
    return lower.ends_with(".py") || lower.ends_with(".rb") || lower.ends_with(".c") ||
           lower.ends_with(".cpp") || lower.ends_with(".cc") || lower.ends_with(".js") ||
           lower.ends_with(".ts") || lower.ends_with(".sh") || lower.ends_with(".jl") ||
           lower.ends_with(".ipynb") || lower.ends_with(".el") || lower.ends_with(".lua") ||
           lower.ends_with(".rs");
  if (lower.starts_with("test-"))
    return lower.ends_with(".js") || lower.ends_with(".r") || lower.ends_with(".sh") ||
           lower.ends_with(".mjs");
  if (lower.starts_with("mock_")) return lower.ends_with(".go");
  return name.size() > 5 && name.starts_with("Test") && is_upper(name[4]) && lower.ends_with(".java");
}

// Known first parts with anything behind them.
struct Beginning {
  std::string_view begin;
  std::string_view end;
  Hints hints;
};
constexpr Beginning kBeginnings[] = {
    {"dockerfile.", "", kDeploy},
    {"dockerfile-", "", kDeploy},
    {"containerfile.", "", kDeploy},
    {"docker-compose", ".yml", kDeploy},
    {"docker-compose", ".yaml", kDeploy},
    {"compose.", ".yml", kDeploy},
    {"compose.", ".yaml", kDeploy},
    {"compose-", ".yml", kDeploy},
    {"compose-", ".yaml", kDeploy},
    {"docker-stack", ".yml", kDeploy},
    {"procfile.", "", kDeploy},
    {"fly.", ".toml", kDeploy},
    {"nginx", ".conf", kDeploy},
    {"nginx", ".template", kDeploy},
    {"pulumi.", ".yaml", kDeploy},
    {"playbook", ".yml", kDeploy},
    {"playbook", ".yaml", kDeploy},
    {"k8s", ".yaml", kDeploy},
    {"k8s", ".yml", kDeploy},
    {"kubernetes", ".yaml", kDeploy},
    {"kubernetes", ".yml", kDeploy},
    {"cloudbuild", ".yaml", kCi},
    {"cloudbuild", ".yml", kCi},
    {"azure-pipelines", ".yml", kCi},
    {"azure-pipelines", ".yaml", kCi},
    {"jenkinsfile", "", kCi},
    {"buildspec", ".yml", kCi},
    {".gitlab-ci", ".yml", kCi},
    {"zz_generated", ".go", kGenerated},
    {"requirements", ".txt", kConfig},
    {"requirements", ".in", kConfig},
    {"tsconfig", ".json", kConfig},
    {".env", "", kConfig},
    {"license", "", kDocs},
    {"licence", "", kDocs},
    {"copying", "", kDocs},
    {"readme", "", kDocs},
    {"changelog", "", kDocs},
    {"webpack.", ".js", kConfig},
    {"webpack.", ".ts", kConfig},
    {"webpack.", ".cjs", kConfig},
    {"gemfile.", "", kConfig},
    {"phpunit", ".dist", kConfig},
    {"jquery-", ".js", kVendored},
    {"jquery.min", ".js", kVendored},
    {"jquery-", ".css", kVendored},
    {"bootstrap.bundle", ".js", kVendored},
    {"bootstrap.", "css", kVendored},
    {"bootstrap-", ".js", kVendored},
    {"makefile.", "", kScript},
    {"values", ".yaml", 0},
};

Hints by_beginning(std::string_view lower) {
  for (const Beginning& row : kBeginnings) {
    if (lower.size() < row.begin.size() + row.end.size() || !lower.starts_with(row.begin) ||
        !lower.ends_with(row.end))
      continue;
    const bool is_stem = row.hints == kDocs;  // LICENSE-MIT, README.ja.md, but not license_checker.py
    if (!is_stem) return row.hints;
    const char next = lower.size() > row.begin.size() ? lower[row.begin.size()] : '.';
    const std::string_view extension = lower.substr(lower.rfind('.') + 1);
    const bool is_text = extension == lower || extension == "txt" || extension == "md" ||
                         extension == "rst" || extension == "adoc" || extension == "html" ||
                         extension == "org" || extension == "rdoc" || extension == "markdown" ||
                         extension.size() > 8 || lower.find('.') == kNone;
    if ((next == '.' || next == '-' || next == '_') && is_text) return kDocs;
  }
  return 0;
}

// `config.yml.example` shows how a file should look; `.env.example` does too, but it is what people look for.
bool is_shown_copy(std::string_view lower) {
  return !lower.starts_with(".env") && !lower.starts_with("env.") &&
         (lower.ends_with(".example") || lower.ends_with(".sample") || lower.ends_with(".example.yml") ||
          lower.ends_with(".example.yaml"));
}

bool is_authored(std::string_view lower, const Path& path) {
  if (lower == "schema.rb" || lower == "structure.sql" || lower == "schema.prisma" || lower == "schema.sql")
    return true;
  if (lower.starts_with("openapi") || lower.starts_with("swagger")) return true;
  if (lower.starts_with("requirements") || lower.starts_with("constraints")) return true;
  const std::string_view whole = path.lower();
  return whole.find("migrations/") != kNone || whole.find("migrate/") != kNone ||
         whole.find("/versions/") != kNone;
}

}  // namespace

Hints hints_of_name(const Path& path, Matter matter) {
  const std::string_view lower = path.lower_name();
  Hints hints = 0;
  if (is_authored(lower, path)) hints = static_cast<Hints>(hints | kAuthored);
  if (const auto known = tables().names.find(lower)) return static_cast<Hints>(hints | *known);
  const std::string_view extension = path.extension();
  if (const auto known = tables().extensions.find(extension)) hints = static_cast<Hints>(hints | *known);
  if (lower.starts_with("openapi") || lower.starts_with("swagger")) return hints;
  if (const auto known = by_ending(lower)) return static_cast<Hints>(hints | *known);
  hints = static_cast<Hints>(hints | by_beginning(lower));
  if (is_shown_copy(lower)) hints = static_cast<Hints>(hints | kExample);
  const bool is_text_of_program =
      matter == Matter::code || matter == Matter::page || matter == Matter::data || matter == Matter::script;
  const std::size_t last = lower.rfind('.');
  if (is_text_of_program && last != kNone && last > 0) {
    const std::size_t middle = lower.rfind('.', last - 1);
    if (middle != kNone && middle > 0)
      if (const auto known = tables().middles.find(lower.substr(middle + 1, last - middle - 1))) {
        const bool tells = matter != Matter::data || *known == kExample;
        if (tells) hints = static_cast<Hints>(hints | *known);
      }
  }
  if (matter == Matter::code && (has_test_word(path.name()) || begins_like_test(lower, path.name())))
    hints = static_cast<Hints>(hints | kTest);
  if (matter == Matter::code && lower.front() == '.' && lower.find("rc.") != kNone)
    hints = static_cast<Hints>(hints | kConfig);
  return hints;
}

}  // namespace readiness::classify
