// SPDX-License-Identifier: Apache-2.0
#include "facts/images.h"

#include "asking.h"

namespace readiness::facts {
namespace {

std::string taken_apart(std::string_view reference) {
  const ImageName image = image_name(reference);
  return image.registry + "|" + image.name + "|" + image.tag + "|" + image.digest;
}

TEST_CASE("image references are taken apart") {
  CHECK(taken_apart("postgres") == "|postgres||");
  CHECK(taken_apart("postgres:15-alpine") == "|postgres|15-alpine|");
  CHECK(taken_apart("docker.io/library/postgres:15") == "|postgres|15|");
  CHECK(taken_apart("ghcr.io/team/app:1.2@sha256:00ff") == "ghcr.io|team/app|1.2|sha256:00ff");
  CHECK(taken_apart("localhost:5000/app") == "localhost:5000|app||");
  CHECK(taken_apart("bitnami/redis") == "|bitnami/redis||");
  CHECK(taken_apart("") == "|||");
}

TEST_CASE("a name glob leaves registry and tag out unless it has them") {
  const auto matches = [](std::string_view glob, std::string_view reference) {
    return image_matches(glob, image_name(reference));
  };
  CHECK(matches("postgres", "postgres:15"));
  CHECK(matches("postgres*", "docker.io/library/postgres:15"));
  CHECK(matches("*/postgresql", "bitnami/postgresql"));
  CHECK(matches("team/app", "ghcr.io/team/app:1"));
  CHECK(matches("ghcr.io/team/*", "ghcr.io/team/app:1"));
  CHECK_FALSE(matches("quay.io/team/*", "ghcr.io/team/app:1"));
  CHECK(matches("*:latest", "nginx:latest"));
  CHECK_FALSE(matches("*:latest", "nginx:1"));
  CHECK_FALSE(matches("postgres", "bitnami/postgres"));
}

TEST_CASE("images are found in Dockerfiles, Compose, Kubernetes and pipelines") {
  const Files files{
      {"Dockerfile",
       "ARG VERSION=3.12\nARG BASE=python:${VERSION}-slim\nFROM ${BASE} AS build\nFROM build AS test\nFROM "
       "scratch\nFROM --platform=$X nginx:${TAG:-1.25}\nFROM $UNKNOWN\n"},
      {"compose.yaml", "services:\n  db:\n    image: postgres:16\n  web:\n    build: .\n"},
      {"k8s/web.yaml",
       "apiVersion: batch/v1\nkind: CronJob\nspec:\n  jobTemplate:\n    spec:\n      template:\n        "
       "spec:\n          initContainers:\n          - image: busybox\n          containers:\n          - "
       "image: ghcr.io/x/backup:1\n"},
      {".github/workflows/ci.yml",
       "jobs:\n  a:\n    container: node:20\n    services:\n      db:\n        image: mysql:8\n    steps:\n  "
       "  - uses: docker://alpine:3\n    - uses: actions/checkout@v4\n"},
      {".gitlab-ci.yml",
       "image: ruby:3\ntest:\n  image: {name: golang:1.22}\n  services: [redis:7, {name: rabbitmq:3}]\n"}};
  const Facts facts = gathered(files, {image({"*"}), image({"postgres"})});
  std::string found;
  for (const Hit& hit : facts.answers[0].hits)
    found += facts.files[hit.file].path + ":" + std::to_string(hit.mark.line) + " " + hit.excerpt + "\n";
  CHECK(found == R"(.github/workflows/ci.yml:3 node:20
.github/workflows/ci.yml:6 mysql:8
.github/workflows/ci.yml:8 alpine:3
.gitlab-ci.yml:1 ruby:3
.gitlab-ci.yml:3 golang:1.22
.gitlab-ci.yml:4 redis:7
.gitlab-ci.yml:4 rabbitmq:3
Dockerfile:3 python:3.12-slim
Dockerfile:6 nginx:1.25
Dockerfile:7 $UNKNOWN
compose.yaml:3 postgres:16
k8s/web.yaml:9 busybox
k8s/web.yaml:11 ghcr.io/x/backup:1
)");
  CHECK(lines_of(facts, 1) == "compose.yaml:3:12 postgres:16 name=postgres tag=16 digest= registry=\n");
  CHECK(facts.answers[0].files_searched == 5);
}

}  // namespace
}  // namespace readiness::facts
