// SPDX-License-Identifier: Apache-2.0
#include "asking.h"

namespace readiness::facts {
namespace {

constexpr const char* kDeployments = R"(apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      containers:
      - name: app
        image: web:1
        livenessProbe: {httpGet: {path: /}}
      - name: side
        image: side:2
---
apiVersion: v1
kind: Service
metadata: {name: web}
)";

TEST_CASE("nodes are selected in every document, with conditions, captures and relations") {
  DocumentQuery containers{.select = path_query("$..containers[*]")};
  containers.captures = {
      {"name", path_query("$.name")}, {"image", path_query("$.image")}, {"none", path_query("$.x")}};
  containers.relations = {path_query("$.livenessProbe"), path_query("$.image")};
  DocumentQuery with_probe{.select = path_query("$..containers[*]"), .has = {path_query("$.livenessProbe")}};
  DocumentQuery without{.select = path_query("$..containers[*]"), .has_not = {path_query("$.livenessProbe")}};
  DocumentQuery by_text{.select = path_query("$[?@.kind == 'Deployment']"), .text = {regex("image: side")}};
  DocumentQuery services{.select = path_query("$.metadata"), .text = {regex("web")}};
  std::vector<Query> queries;
  for (const DocumentQuery& query : {containers, with_probe, without, services})
    queries.push_back({.what = query, .where = {.kinds = kinds({"kubernetes"})}});
  const Facts facts = gathered({{"deploy/web.yaml", kDeployments}}, queries);
  CHECK(lines_of(facts, 0) ==
        "deploy/web.yaml:8:9 spec.template.spec.containers[0] name=app image=web:1 yes yes\n"
        "deploy/web.yaml:11:9 spec.template.spec.containers[1] name=side image=side:2 no yes\n");
  CHECK(lines_of(facts, 1) == "deploy/web.yaml:8:9 spec.template.spec.containers[0]\n");
  CHECK(lines_of(facts, 2) == "deploy/web.yaml:11:9 spec.template.spec.containers[1]\n");
  CHECK(facts.answers[3].total == 2);
  CHECK(facts.ledger.documents_parsed == 2);
}

TEST_CASE("a file is parsed only when somebody wants a kind that it has") {
  Files files{{"deploy/web.yaml", kDeployments}};
  for (int i = 0; i < 50; ++i) files.push_back({"data/" + std::to_string(i) + ".yaml", "a: 1\n"});
  const Facts facts = gathered(files, {document_query({"kubernetes"}, "$.kind")});
  CHECK(facts.ledger.documents_parsed == 2);
  CHECK(facts.answers[0].files_searched == 1);
}

TEST_CASE("a file that cannot hold what a query selects is not parsed for it") {
  const Facts facts = gathered({{"a.yaml", "b: [\n"}, {"c.yaml", "wanted: {deep: 1}\n"}},
                               {document_query({"yaml"}, "$.wanted.deep")});
  CHECK(lines_of(facts, 0) == "c.yaml:1:16 wanted.deep: 1\n");
  CHECK(facts.ledger.unparsed.empty());
  CHECK(facts.answers[0].files_searched == 2);
}

TEST_CASE("what cannot be parsed is unread for the queries that wanted it, and named") {
  const Facts facts =
      gathered({{"a.yaml", "apiVersion: v1\nkind: [\n"}, {"b.yaml", "kind: x\n"}},
               {document_query({"kubernetes"}, "$.kind"), document_query({"yaml"}, "$.kind"), text("kind")});
  CHECK(unread_of(facts, 0) == "a.yaml");
  CHECK(unread_of(facts, 1) == "a.yaml");
  CHECK(unread_of(facts, 2).empty());
  CHECK(facts.answers[1].total == 1);
  REQUIRE(facts.ledger.unparsed.size() == 1);
  CHECK(facts.ledger.unparsed[0].first == "a.yaml");
  CHECK(facts.files[0].disposition == Disposition::scanned);
}

TEST_CASE("a structured file that is too large leaves its queries open") {
  const Facts facts =
      gathered({{"package.json", "{\"scripts\": {}" + std::string(3000, ' ') + "}"}},
               {document_query({"package-json"}, "$.scripts"), dependency({"x"})}, {.max_file_bytes = 2000});
  CHECK(unread_of(facts, 0) == "package.json");
  CHECK(unread_of(facts, 1) == "package.json");
}

TEST_CASE("Helm templates are read as Kubernetes as far as they can be") {
  const Facts facts = gathered({{"chart/Chart.yaml", "name: x\nversion: 1.0.0\n"},
                                {"chart/templates/web.yaml",
                                 "{{- if .Values.web }}\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  "
                                 "name: {{ .Release.Name }}\n{{- end }}\n"},
                                {"chart/templates/bad.yaml", "a: {{ x }}\n  b: - [\n"},
                                {"jinja/templates/x.yaml", "a: {{ x }}\n  b: - [\n"}},
                               {document_query({"kubernetes"}, "$.kind")});
  CHECK(lines_of(facts, 0) == "chart/templates/web.yaml:3:7 kind: Deployment\n");
  CHECK(unread_of(facts, 0) == "chart/templates/bad.yaml");
}

TEST_CASE("values that look like secrets stay out of excerpts and captures") {
  DocumentQuery query{.select = path_query("$.services.db.environment.POSTGRES_PASSWORD"),
                      .captures = {{"v", path_query("$")}}};
  const Facts facts =
      gathered({{"compose.yaml", "services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: swordfish\n"}},
               {{.what = query, .where = {.kinds = kinds({"compose"})}}});
  CHECK(lines_of(facts, 0).find("swordfish") == std::string::npos);
  CHECK(facts.answers[0].total == 1);
}

TEST_CASE("a capture can be the name under which the node stands") {
  DocumentQuery query{.select = path_query("$.*"), .captures = {{"name", path_query("$['~']")}}};
  const Facts facts = gathered({{".env.example", "DB_URL=\nPORT=80\n"}},
                               {{.what = query, .where = {.kinds = kinds({"dotenv"})}}});
  CHECK(lines_of(facts, 0) == ".env.example:1:8 DB_URL:  name=DB_URL\n.env.example:2:6 PORT: 80 name=PORT\n");
}

TEST_CASE("other formats are trees too") {
  const Facts facts = gathered(
      {{"Dockerfile", "FROM alpine:3\nUSER app\n"},
       {"app.properties", "server.port=80\n"},
       {".env.example", "A=1\n"},
       {"pom.xml", "<project><name>x</name></project>"},
       {"setup.cfg", "[flake8]\nmax-line-length = 100\n"}},
      {document_query({"dockerfile"}, "$.stages[*].instructions[?@.name == 'USER']"),
       document_query({"dotenv"}, "$.A"), document_query({"ini"}, "$.flake8"),
       document_query({"properties"}, "$['server.port']"), document_query({"maven"}, "$.children[0]")});
  CHECK(lines_of(facts, 0) == "Dockerfile:2:1 stages[0].instructions[0]\n");
  for (std::size_t i = 1; i < 5; ++i) {
    INFO(i);
    CHECK(facts.answers[i].total == 1);
  }
}

TEST_CASE("a query that ends early leaves its file unread and a line in the ledger") {
  std::string text = "[";
  for (int i = 0; i < 1000; ++i) text += "[" + std::to_string(i) + "],";
  text.back() = ']';
  const Facts facts =
      gathered({{"a.json", text}}, {document_query({"json"}, "$..[?$..[?$..[?@ == 'none']]]")});
  CHECK(facts.answers[0].hits.empty());
  CHECK(facts.answers[0].unread == std::vector<std::uint32_t>{0});
  REQUIRE(facts.ledger.stopped_patterns.size() == 1);
  CHECK(facts.ledger.stopped_patterns[0] == "$..[?$..[?$..[?@ == 'none']]] stopped in a.json: visit limit");
}

}  // namespace
TEST_CASE("a condition that ends early is told as well, and once is enough") {
  std::string text = "[";
  for (int i = 0; i < 1000; ++i) text += "[" + std::to_string(i) + "],";
  text.back() = ']';
  for (const bool has : {true, false}) {
    Query query = document_query({"json"}, "$..*");
    auto& document = std::get<DocumentQuery>(query.what);
    (has ? document.has : document.has_not).push_back(*document::JsonPath::compile("$..[?$..[?$..[?@ == 'none']]]"));
    const Facts facts = gathered({{"a.json", "[" + text + "]"}}, {query});
    CHECK(facts.answers[0].hits.empty());
    CHECK(facts.ledger.stopped_patterns == std::vector<std::string>{"$..* stopped in a.json: visit limit"});
  }
}

}  // namespace readiness::facts
