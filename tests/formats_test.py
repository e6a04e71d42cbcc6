#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every format of three repositories: compared with tests/formats/golden, and held against its official schema.

READINESS_ACCEPT=1 writes the goldens instead of comparing; review the diff. usage: formats_test.py BINARY ROOT
"""
import csv
import difflib
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import jsonschema

BINARY, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
HOME = ROOT / "tests/formats"
REPOSITORIES = ("web-service", "library", "infrastructure")
FILES = {"terminal": "report.txt", "markdown": "report.md", "html": "report.html", "json": "report.json", "sarif": "report.sarif",
         "sarif-all": "report-all.sarif", "junit": "junit.xml", "gitlab": "gl-code-quality.json", "github": "annotations.log", "github-summary": "summary.md",
         "csv": "report.csv", "badge": "badge.svg", "badge-json": "badge.json"}
# The web service misses its gate; one file of the infrastructure cannot be parsed, which is no fault of the audit.
EXIT_CODES = {"web-service": 1, "library": 0, "infrastructure": 0}
failures = []


def check(condition, what):
    print(("ok: " if condition else "FAILED: ") + what)
    if not condition:
        failures.append(what)


def environment(home):
    kept = {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}
    date = "2026-01-02T03:04:05Z"
    names = {f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return kept | names | {"PATH": "/usr/bin:/bin", "HOME": str(home), "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1",
                           "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}


def audit(name, scratch):
    """One audit that writes every format; the folder that holds them."""
    repository, out = scratch / name, scratch / f"{name}.out"
    shutil.copytree(HOME / name, repository)
    out.mkdir()
    subprocess.run("git init -q -b main && git add -A && git commit -q -m first", shell=True, cwd=repository, check=True,
                   env=environment(scratch))
    formats = [f"--format={fmt}={out / file}" for fmt, file in FILES.items()]
    run = subprocess.run([BINARY, "audit", repository, "--rules", HOME / "house.yaml", "--no-built-in", *formats],
                         env=environment(scratch), capture_output=True, text=True, timeout=120)
    check(run.returncode == EXIT_CODES[name], f"{name}: exit code {EXIT_CODES[name]}" +
          ("" if run.returncode == EXIT_CODES[name] else f", not {run.returncode}\n{run.stdout}{run.stderr}"))
    check(run.stdout == "", f"{name}: nothing on standard output when every report has a file")
    return out


def without_what_changes(text, format_name, ruler):
    """The version changes with releases, the ruler with every field that rules get; style and script are files of their own."""
    text = re.sub(r'"rule": "[0-9a-f]{16}"', '"rule": "RULE"', text.replace(ruler, "RULER"))
    if format_name == "html":
        text = re.sub(r"<(style|script)>.*?</\1>", r"<\1>…</\1>", text, flags=re.S)
        text = re.sub(r"sha256-[A-Za-z0-9+/=]{44}", "sha256-…", text)
    return text.replace(VERSION, "VERSION")


def compare(name, out):
    ruler = json.loads((out / FILES["json"]).read_text())["ruler"]
    for format_name, file in FILES.items():
        golden = HOME / "golden" / name / file
        got = without_what_changes((out / file).read_bytes().decode("utf-8"), format_name, ruler)
        if os.environ.get("READINESS_ACCEPT") == "1":
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_bytes(got.encode())
            continue
        want = golden.read_bytes().decode("utf-8") if golden.exists() else ""
        lines = [t.splitlines(keepends=True) for t in (want, got)]
        check(want == got, f"{name}: {format_name} is the accepted one" +
              ("" if want == got else "\n" + "".join(list(difflib.unified_diff(*lines, str(golden), "now"))[:60])))


def sarif(name, path):
    schema = json.loads((ROOT / "tests/schemas/sarif-schema-2.1.0.json").read_text())
    log = json.loads(path.read_text())
    problems = [f"{list(e.absolute_path)}: {e.message[:200]}" for e in jsonschema.Draft4Validator(schema).iter_errors(log)]
    check(not problems, f"{name}: SARIF is valid by the schema of OASIS {problems[:3]}")
    run = log["runs"][0]
    check(len(log["runs"]) == 1, f"{name}: SARIF has one run")
    uris = [r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]]
    check(all(re.fullmatch(r"[A-Za-z0-9._~/-]*(%[0-9A-F]{2}[A-Za-z0-9._~/-]*)*", u) and not u.startswith("/") for u in uris),
          f"{name}: SARIF places are relative")
    prints = [(r["ruleId"], r["partialFingerprints"]["readiness/v1"]) for r in run["results"]]
    check(len(set(prints)) == len(prints), f"{name}: SARIF fingerprints differ")
    check(all("markdown" in r["help"] and r["help"]["text"] for r in run["tool"]["driver"]["rules"]), f"{name}: SARIF rules have help")


def junit(name, path):
    schema = ROOT / "tests/schemas/junit-10.xsd"
    run = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", schema, path], capture_output=True, text=True)
    check(run.returncode == 0, f"{name}: JUnit is valid by the schema of Jenkins" + ("" if run.returncode == 0 else run.stderr))
    root = xml.parse(path).getroot()
    for suite in root:
        cases = suite.findall("testcase")
        for attribute, tag in (("tests", None), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            count = len(cases) if tag is None else sum(case.find(tag) is not None for case in cases)
            check(int(suite.get(attribute)) == count, f"{name}: JUnit counts {attribute} of {suite.get('name')}")
    check(int(root.get("tests")) == len(root.findall("testsuite/testcase")), f"{name}: JUnit counts all")


def gitlab(name, path):
    schema = json.loads((ROOT / "tests/schemas/gitlab-code-quality.json").read_text())
    problems = [e.message for e in jsonschema.Draft7Validator(schema).iter_errors(json.loads(path.read_text()))]
    check(not problems, f"{name}: code quality has the documented shape {problems[:3]}")
    check(not path.read_bytes().startswith(b"\xef\xbb\xbf"), f"{name}: code quality has no byte order mark")


def badge(name, svg, endpoint):
    schema = json.loads((ROOT / "tests/schemas/shields-endpoint.json").read_text())
    problems = [e.message for e in jsonschema.Draft7Validator(schema).iter_errors(json.loads(endpoint.read_text()))]
    check(not problems, f"{name}: the badge has the documented shape {problems[:3]}")
    root = xml.parse(svg).getroot()
    check(root.tag == "{http://www.w3.org/2000/svg}svg" and root.get("role") == "img" and root.get("aria-label"), f"{name}: the badge is SVG")


def table(name, path, report):
    rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8")), strict=True))
    check(len(rows) == len(report["checks"]) + 1 and {len(r) for r in rows} == {len(rows[0])}, f"{name}: CSV has a row a check")
    check(not any(re.match(r"[=+\-@\t\r]", cell) for row in rows for cell in row), f"{name}: no CSV cell is a formula")
    check([r[0] for r in rows[1:]] == [c["id"] for c in report["checks"]], f"{name}: CSV has the checks of the JSON report")


def annotations(name, path):
    commands = [line for line in path.read_text().splitlines() if line.startswith("::")]
    shape = re.compile(r"::(error|warning|notice) title=[^,:]+(,file=[^,:]+,line=[1-9][0-9]*)?::[^\r\n]+")
    check(all(shape.fullmatch(c) for c in commands), f"{name}: annotations have the documented shape")
    check(all(sum(c.startswith(f"::{kind} ") for c in commands) <= 10 for kind in ("error", "warning", "notice")), f"{name}: ten of a kind")


def nowhere_a_password(name, out):
    for file in out.iterdir():
        text = file.read_text(encoding="utf-8")
        found = [p for p in ("shop-shop-shop", "drowssap-77", "correct-horse-battery", "not-a-real-one-1") if p in text]
        check(not found, f"{name}: no password in {file.name} {found}")


def main():
    with tempfile.TemporaryDirectory(prefix="readiness-formats-") as folder:
        for name in REPOSITORIES:
            out = audit(name, pathlib.Path(folder))
            compare(name, out)
            report = json.loads((out / FILES["json"]).read_text())
            jsonschema.Draft202012Validator(json.loads((ROOT / "docs/report.schema.json").read_text())).validate(report)
            sarif(name, out / FILES["sarif"])
            sarif(name, out / FILES["sarif-all"])
            junit(name, out / FILES["junit"])
            gitlab(name, out / FILES["gitlab"])
            badge(name, out / FILES["badge"], out / FILES["badge-json"])
            table(name, out / FILES["csv"], report)
            annotations(name, out / FILES["github"])
            nowhere_a_password(name, out)
    print(f"{len(failures)} failed")
    return 1 if failures else 0


VERSION = subprocess.run([BINARY, "version"], capture_output=True, text=True).stdout.split("\n")[0].split()[-1]
if __name__ == "__main__":
    sys.exit(main())
