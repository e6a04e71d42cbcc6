// SPDX-License-Identifier: Apache-2.0
#include "document/document_text.h"

using namespace readiness::document;

namespace {

std::string helm(std::string_view text) {
  const auto documents = parse_helm_template(text, "f");
  if (!documents) return readiness::base::render(documents.errors());
  std::string out;
  for (const Node& document : *documents) out += (out.empty() ? "" : " | ") + text_of(document);
  return out;
}

}  // namespace

TEST_CASE("actions in values become holes") {
  CHECK(helm("replicas: {{ .Values.n }}\nimage: \"{{ .r }}:{{ .t }}\"\nname: a-{{ .x }}-b\n{{ .k }}: v\nl: "
             "[{{ .a }}]\n") ==
        "{replicas: '{{}}', image: '{{}}:{{}}', name: 'a-{{}}-b', {{}}: 'v', l: ['{{}}']}");
}

TEST_CASE("lines of actions are dropped") {
  CHECK(helm("{{- if .a }}\na: 1\n  {{- /* why: }} */}}\nb:\n  {{- with .c }}\n  c: {{ `}}` }}\n  {{- end "
             "}}\n{{ end }}\n") == "{a: 1, b: {c: '{{}}'}}");
  CHECK(helm("{{/* only\na comment */}}\n") == "");
}

TEST_CASE("an action that is a key's whole value is a hole") {
  CHECK(helm("a:\n  {{- toYaml .x | nindent 2 }}\nb: 1\n") == "{a: '{{}}', b: 1}");
  CHECK(helm("- a:\n{{ toYaml .x | indent 4 }}\n- b\n") == "[{a: '{{}}'}, 'b']");
  CHECK(helm("a:\n  {{- if .x }}\n  {{- end }}\nb: 1\n") == "{a: null, b: 1}");
}

TEST_CASE("an action beside more lines of its key is left out") {
  CHECK(helm("a:\n  {{- include \"l\" . | nindent 2 }}\n  b: 1\n") == "{a: {b: 1}}");
  CHECK(helm("a: {{- include \"l\" . | nindent 2 }}\n  b: 1\n") == "{a: {b: 1}}");
  CHECK(helm("a:\n{{ toYaml .x }}\n- b\n") == "{a: ['b']}");
}

TEST_CASE("of both branches of a template the last one counts") {
  CHECK(helm("{{ if .x }}\na: 1\n{{ else }}\na: 2\n{{ end }}\nb: &x 3\nc: *x\n") == "{a: 2, b: 3, c: 3}");
}

TEST_CASE("branches that are no YAML side by side are read without the second ones") {
  CHECK(helm("a:\n{{- if .x }}\n  b: 1\n{{- else if .y }}\n  - c\n{{- else }}\n  - d\n{{- end }}\ne: 2\n") ==
        "{a: {b: 1}, e: 2}");
  CHECK(helm("a:\n{{- if .x }}\n  b: 1\n{{- else }}\n{{- range .y }}\n  - c\n{{- end }}\n{{- end }}\ne: 2\n") ==
        "{a: {b: 1}, e: 2}");
}

TEST_CASE("lines stay true behind actions of several lines") {
  const auto documents =
      parse_helm_template("{{ if or\n  .a\n  .b }}\na: {{ list\n  1 }}\nb: x\n{{ end }}\n", "f");
  REQUIRE(documents);
  CHECK(documents->front().find("b")->mark.line == 6);
}

TEST_CASE("a template that is no YAML without its actions is told as such") {
  CHECK(helm("a: 1\nb: {{ .x }\n") ==
        "f:2:4: the action '{{' is never closed with '}}'\n    b: {{ .x }\n       ^\n");
  CHECK(helm("ok: 1\na: {{ .x }}: {{ .y }}\n") ==
        "f:2:7: is no valid YAML: illegal map value\n    a: {{ .x }}: {{ .y }}\n          ^ the template is "
        "read with "
        "its actions taken out\n");
}
