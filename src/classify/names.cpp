// SPDX-License-Identifier: Apache-2.0
// What a file's name says: whole names, name parts around the dots, extensions.
#include <algorithm>
#include <optional>

#include "base/name_table.h"
#include "classify/name_shapes.h"
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
     "ci.yml ci.yaml .gitlab-ci.yml .gitlab-ci.yaml .travis.yml appveyor.yml .appveyor.yml "
     "azure-pipelines.yml "
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
     "gruntfile.ts justfile .justfile taskfile.yml taskfile.yaml taskfile.dist.yml noxfile.py "
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

// Name endings from a separator on; the longest that is known decides.
constexpr Row kEndings[] = {
    {kGenerated,
     ".min.js .min.css .min.mjs -min.js .bundle.js .chunk.js .chunk.css .pb.go .pb.gw.go .pb.cc .pb.h "
     ".pb.swift .pb.dart .pbjson.dart .pbenum.dart .pbserver.dart .pb.ts _pb2.py _pb2.pyi "
     "_pb2_grpc.py _pb2_grpc.pyi _pb.js _pb.ts _pb.d.ts _pb.rb _grpc_web_pb.js .g.dart .freezed.dart "
     ".gr.dart .mocks.dart .g.cs .g.i.cs .designer.cs .designer.vb .gen.go .gen.ts .gen.tsx "
     "_generated.go .generated.ts .generated.tsx .generated.js .generated.go .generated.cs "
     ".generated.swift .generated.kt .connect.go _connect.ts .js.map .css.map .mjs.map .ts.map "
     ".cjs.map .snap .tsbuildinfo .po~ .resx.designer.cs"},
    {kTest,
     "_test.go _test.py _tests.py _test.rb _spec.rb _test.exs _test.dart _test.rs _tests.rs _test.cc "
     "_test.cpp _test.c _unittest.cc _unittest.cpp _tests.cpp _test.clj _test.cljs _test.erl "
     "_suite.erl _test.lua _spec.lua _test.jl _test.ts _test.js _test.tsx _spec.js _spec.ts "
     "_test.gleam _test.sh .tests.ps1 _mock.go _mocks.go _bench.rs .bats .feature -test.el -tests.el "
     ".tftest.hcl .t.sol _benchmark_test.go"},
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
    {kProductData, "svg geojson topojson gltf storyboard xib jsonl ndjson rss kml gpx"},
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
    for (const Row& row : kEndings) out.endings.add_all(row.names, row.hints);
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

// `config.yml.example` shows how a file should look; `.env.example` does too, but it is what people look for.
bool is_shown_copy(std::string_view lower) {
  return !lower.starts_with("compose") && !lower.starts_with("docker-compose") &&
         (lower.ends_with(".example") || lower.ends_with(".sample") || lower.ends_with(".example.yml") ||
          lower.ends_with(".example.yaml"));
}

// Described by hand, or by a tool that people correct: worth reading whoever wrote it.
bool is_authored(std::string_view lower) {
  switch (lower.front()) {
    case 's':
      return lower == "schema.rb" || lower == "structure.sql" || lower == "schema.prisma" ||
             lower == "schema.sql" || lower.starts_with("swagger");
    case 'o':
      return lower.starts_with("openapi");
    case 'r':
      return lower.starts_with("requirements");
    case 'c':
      return lower.starts_with("constraints");
    default:
      return false;
  }
}

}  // namespace

Hints hints_of_name(const Path& path, Matter matter) {
  const std::string_view lower = path.lower_name();
  if (lower.empty()) return 0;
  Hints hints = 0;
  if (lower == "tasks.py" && path.folders().empty()) hints = kScript;  // Invoke's; elsewhere Celery's
  if (is_authored(lower)) hints = static_cast<Hints>(hints | kAuthored);
  if (const auto known = tables().names.find(lower)) return static_cast<Hints>(hints | *known);
  const std::string_view extension = path.extension();
  if (const auto known = tables().extensions.find(extension)) hints = static_cast<Hints>(hints | *known);
  if (lower.starts_with("openapi") || lower.starts_with("swagger")) return hints;
  if (const auto known = by_ending(lower)) return static_cast<Hints>(hints | *known);
  const Hints beginning = by_beginning(lower);
  if (beginning != kDeploy || matter != Matter::code)  // `dockerfile.ex` speaks about Dockerfiles
    hints = static_cast<Hints>(hints | beginning);
  const bool is_environment = lower.starts_with(".env") || lower.starts_with("env.");
  if (is_shown_copy(lower) && !is_environment) hints = static_cast<Hints>(hints | kExample);
  const bool is_text_of_program =
      matter == Matter::code || matter == Matter::page || matter == Matter::data || matter == Matter::script;
  const std::size_t last = lower.rfind('.');
  if (is_text_of_program && !is_environment && last != kNone && last > 0) {
    const std::size_t middle = lower.rfind('.', last - 1);
    if (middle != kNone && middle > 0)
      if (const auto known = tables().middles.find(lower.substr(middle + 1, last - middle - 1))) {
        const bool tells = matter != Matter::data || (*known == kExample && (hints & kDeploy) == 0);
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
