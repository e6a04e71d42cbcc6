// SPDX-License-Identifier: Apache-2.0
#include "declared.h"
#include "facts/manifest/requirement.h"

namespace readiness::facts::manifest {
namespace {

std::string requirement(std::string_view text) {
  const std::optional<Requirement> found = parse_requirement(text);
  return found ? found->name + " | " + found->version : "none";
}

TEST_CASE("requirements are read as PEP 508 writes them") {
  CHECK(requirement("Flask") == "flask | ");
  CHECK(requirement("zope.interface>=5") == "zope-interface | >=5");
  CHECK(requirement("psycopg2_binary == 2.9.9 ; python_version < '3.12'") == "psycopg2-binary | == 2.9.9");
  CHECK(requirement("uvicorn[standard] >=0.20,<1") == "uvicorn | >=0.20,<1");
  CHECK(requirement("requests (>=2.0)") == "requests | >=2.0");
  CHECK(requirement("pip @ https://github.com/pypa/pip/archive/1.zip") ==
        "pip | https://github.com/pypa/pip/archive/1.zip");
  CHECK(requirement("django==4.2 --hash=sha256:abc") == "django | ==4.2");
  CHECK(requirement("django==4.2  # LTS") == "django | ==4.2");
  CHECK(requirement("git+https://github.com/a/b.git@v1#egg=My_Pkg&subdirectory=x") ==
        "my-pkg | git+https://github.com/a/b.git@v1");
}

TEST_CASE("what is no requirement is none") {
  for (const std::string_view text :
       {"", "# comment", "-r base.txt", "--index-url https://x", "./local", "/abs", "https://x/y.whl",
        "a b c", "[x]", "name[", "{% if x %}", "C:\\x"})
    CHECK(requirement(text) == "none");
}

TEST_CASE("requirements files: options, continuations, hashes, comments, editable URLs") {
  CHECK(declared("requirements.txt", R"(# web
-r base.txt
-c constraints.txt
--extra-index-url https://pypi.example/simple
Django>=4.2,<5.0
psycopg2-binary==2.9.9 \
    --hash=sha256:aaaa \
    --hash=sha256:bbbb
celery[redis]==5.3 ; python_version >= "3.8"
-e git+https://github.com/a/b.git#egg=b
-e .

gunicorn
)") == R"(5 django >=4.2,<5.0
6 psycopg2-binary ==2.9.9
9 celery ==5.3
10 b git+https://github.com/a/b.git
13 gunicorn
)");
}

TEST_CASE("the name of a requirements file says what it is for") {
  CHECK(declared("requirements-dev.txt", "pytest") == "1 pytest [dev]\n");
  CHECK(declared("requirements/test.txt", "pytest") == "1 pytest [dev]\n");
  CHECK(declared("docs/requirements.txt", "sphinx") == "1 sphinx [dev]\n");
  CHECK(declared("requirements/prod.txt", "gunicorn") == "1 gunicorn\n");
  CHECK(declared("dev_requirements.in", "ruff") == "1 ruff [dev]\n");
  CHECK(find("docs/notes.txt") == nullptr);
  CHECK(find("constraints.txt") == nullptr);
}

TEST_CASE("compiled requirements tell what another package pulled in") {
  CHECK(declared("requirements.txt", R"(click==8.1.7
    # via flask
flask==3.0.0
    # via -r requirements.in
idna==3.6  # via requests
)") == "1 click ==8.1.7 [indirect]\n3 flask ==3.0.0\n5 idna ==3.6 [indirect]\n");
}

TEST_CASE("pyproject.toml: PEP 621, groups, build requirements and the tools' own tables") {
  CHECK(declared("pyproject.toml", R"([build-system]
requires = ["hatchling"]
[project]
name = "x"
dependencies = [
  "fastapi>=0.110",
  "SQLAlchemy[asyncio]~=2.0",
]
[project.optional-dependencies]
postgres = ["asyncpg"]
test = ["pytest"]
[dependency-groups]
lint = ["ruff", {include-group = "typing"}]
prod = ["gunicorn"]
[tool.uv]
dev-dependencies = ["mypy"]
[tool.pdm.dev-dependencies]
doc = ["mkdocs"]
[tool.hatch.envs.default]
dependencies = ["coverage"]
)") == R"(6 fastapi >=0.110
7 sqlalchemy ~=2.0
10 asyncpg
11 pytest [dev]
13 ruff [dev]
14 gunicorn
2 hatchling [dev]
16 mypy [dev]
18 mkdocs [dev]
20 coverage [dev]
)");
}

TEST_CASE("Poetry's tables are read with their groups") {
  CHECK(declared("pyproject.toml", R"([tool.poetry.dependencies]
python = "^3.11"
Flask = "^3.0"
sentry_sdk = {version = "^2", extras = ["flask"]}
local = {path = "../local"}
[tool.poetry.dev-dependencies]
black = "*"
[tool.poetry.group.test.dependencies]
pytest = "^8"
[tool.poetry.group.main.dependencies]
redis = "^5"
)") == "3 flask ^3.0\n4 sentry-sdk ^2\n5 local\n7 black * [dev]\n9 pytest ^8 [dev]\n11 redis ^5\n");
}

TEST_CASE("setup.py's lists are read, also through names, extras and dictionaries") {
  CHECK(declared("setup.py", R"PY("""install_requires = ['not-this']"""
from setuptools import setup
REQUIRED = [
    "requests>=2.0",  # "not-this-either"
    'six',
]
setup(
    name="x",
    install_requires=REQUIRED,
    extras_require={"redis": ["redis>=4"], "dev": ["pytest"]},
    tests_require=["mock"],
    python_requires=">=3.8",
)
)PY") == "4 requests >=2.0\n5 six\n10 redis >=4\n10 pytest [dev]\n11 mock [dev]\n");
  CHECK(declared("setup.py", "install_requires = ['a']\nsetup(install_requires=install_requires)\n") ==
        "1 a\n");
  CHECK(declared("setup.py", "setup(**{'install_requires': ['a']})\n") == "1 a\n");
  CHECK(declared("setup.py", "setup(install_requires=read('requirements.txt'))\n").empty());
  CHECK(declared("setup.py", "setup(install_requires=[").empty());
  CHECK(declared("setup.py", "R = [\"a\"]\nE = {\"dev\": R}\nsetup(extras_require=E)\n") == "1 a [dev]\n");
  std::string deep = "extras_require=";
  for (int i = 0; i < 50000; ++i) deep += "{\"a\":";
  CHECK(declared("setup.py", deep).empty());
  CHECK(declared("setup.py", "install_requires=install_requires").empty());
}

TEST_CASE("setup.cfg's options are read") {
  CHECK(declared("setup.cfg", R"([metadata]
name = x
[options]
packages = find:
python_requires = >=3.8
install_requires =
    requests>=2.0
    # comment
    attrs; python_version < "3.9"
tests_require = mock
[options.extras_require]
redis = redis>=4
docs =
    sphinx
[tool:pytest]
addopts = -q
)") == "7 requests >=2.0\n9 attrs\n10 mock [dev]\n12 redis >=4\n14 sphinx [dev]\n");
}

TEST_CASE("Pipfile and Conda environments are read") {
  CHECK(declared("Pipfile", R"([[source]]
url = "https://pypi.org/simple"
[packages]
Django = "*"
psycopg2 = {version = "==2.9", extras = ["binary"]}
[dev-packages]
pytest = "*"
[requires]
python_version = "3.11"
)") == "4 django *\n5 psycopg2 ==2.9\n7 pytest * [dev]\n");
  CHECK(declared("environment.yml", R"(name: x
dependencies:
  - python=3.11
  - conda-forge::numpy=1.26=py311
  - pandas>=2
  - pip:
    - Flask==3.0
)") == "4 numpy =1.26=py311\n5 pandas >=2\n7 flask ==3.0\n");
}

TEST_CASE("Python's lock files are read") {
  CHECK(declared("poetry.lock", "[[package]]\nname = \"Flask\"\nversion = \"3.0.0\"\n") ==
        "1 flask 3.0.0 [indirect]\n");
  CHECK(declared("Pipfile.lock",
                 R"({"default": {"flask": {"version": "==3.0"}}, "develop": {"pytest": {}}})") ==
        "1 flask ==3.0 [indirect]\n1 pytest [dev] [indirect]\n");
}

}  // namespace
}  // namespace readiness::facts::manifest
