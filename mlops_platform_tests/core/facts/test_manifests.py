"""Manifests and lock files as people really write them."""

import os
import time

import pytest

from mlops_platform.core.facts.manifests import read_manifests
from mlops_platform.core.facts.repository import read_repository
from mlops_platform_tests.drawing import draw_checkout


def read(tmp_path, files, **world):
    checkout = draw_checkout(tmp_path, files, **world)
    return read_manifests(checkout, read_repository(checkout))


def only(tmp_path, path, text):
    (manifest,) = read(tmp_path, {path: text}).manifests
    return manifest


def said(manifest):
    return [(each.name, each.specifier, each.group, each.line) for each in manifest.dependencies]


REQUIREMENTS = """\
# header
--extra-index-url https://download.example.org/cu118
-i https://index.example.org
numpy==1.26.4  # exact
pandas>=2 ; python_version > "3.8"
scikit-learn \\
    >=1.3 \\
    --hash=sha256:aaaa
-e .
./local
-e git+https://h/o/tool.git@main#egg=tool
python==3.8
  torch
"""


def test_a_requirement_file_with_everything_in_it(tmp_path):
    manifest = only(tmp_path, "requirements.txt", REQUIREMENTS)
    assert manifest.kind == "requirements_txt"
    assert said(manifest) == [
        ("numpy", "==1.26.4", "", 4),
        ("pandas", ">=2", "", 5),
        ("scikit-learn", ">=1.3", "", 6),
        ("tool", "@ git+https://h/o/tool.git@main#egg=tool", "", 11),
        ("torch", "", "", 13),
    ]
    assert [each.is_pinned for each in manifest.dependencies] == [True, False, False, False, False]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_requirement_file_in_any_encoding(tmp_path, encoding):
    text = "# é\nnumpy==1.0\r\npandas\r\n"
    assert said(only(tmp_path, "requirements.txt", text.encode(encoding))) == [
        ("numpy", "==1.0", "", 2),
        ("pandas", "", "", 3),
    ]


@pytest.mark.parametrize(
    ("path", "group"),
    [
        ("requirements.txt", ""),
        ("src/requirements.txt", ""),
        ("requirements/base.txt", ""),
        ("requirements/dev.txt", "dev"),
        ("requirements-dev.txt", "dev"),
        ("dev-requirements.txt", "dev"),
        ("test_requirements.txt", "test"),
        ("requirements_inference.txt", "inference"),
        ("requirements2.txt", ""),
        ("docs/requirements.txt", "docs"),
        ("tests/requirements.txt", "test"),
        ("requirements.in", ""),
    ],
)
def test_the_group_follows_the_place_and_the_name(tmp_path, path, group):
    assert said(only(tmp_path, path, "numpy\n")) == [("numpy", "", group, 1)]


@pytest.mark.parametrize(
    "path", ["constraints.txt", "data/requirement_levels.csv", "notes.txt", "requirements.md"]
)
def test_other_texts_are_no_manifests(tmp_path, path):
    assert read(tmp_path, {path: "numpy\n"}).manifests == ()


def test_prose_under_the_name_of_a_requirement_file_declares_nothing(tmp_path):
    prose = "You need a GPU with 8 GB.\nPython 3.8 or higher is required.\nnumpy\n"
    assert read(tmp_path, {"requirements.txt": prose}).manifests == ()


def test_included_files_are_read_and_files_outside_are_not(tmp_path):
    (tmp_path / "outside.txt").write_text("secret-package\n")
    facts = read(
        tmp_path,
        {
            "requirements.txt": "-r deps/common.txt\n-c pins.txt\n-r ../outside.txt\n"
            "-r /etc/passwd\ntorch\n",
            "deps/common.txt": "numpy\n-r ../requirements.txt\n",
            "pins.txt": "numpy==1.0\n",
        },
    )
    assert {each.path: [d.name for d in each.dependencies] for each in facts.manifests} == {
        "deps/common.txt": ["numpy"],
        "requirements.txt": ["torch"],
    }


def test_a_compiled_file_stands_for_its_source(tmp_path):
    facts = read(tmp_path, {"requirements.in": "numpy\n", "requirements.txt": "numpy==1.0\n"})
    assert [each.path for each in facts.manifests] == ["requirements.txt"]


def test_pyproject_with_all_its_groups(tmp_path):
    text = """\
[project]
name = "churn"
requires-python = ">=3.10"
dependencies = [
  "numpy>=1",
  'torch==2.1.0',
]
[project.optional-dependencies]
gpu = ["cupy"]
[project.scripts]
train = "churn.train:main"
[dependency-groups]
dev = ["pytest", {include-group = "lint"}]
lint = ["ruff==0.1.0"]
[tool.uv]
dev-dependencies = ["mypy"]
[build-system]
requires = ["setuptools"]
"""
    manifest = only(tmp_path, "pyproject.toml", text)
    assert said(manifest) == [
        ("numpy", ">=1", "", 5),
        ("torch", "==2.1.0", "", 6),
        ("cupy", "", "gpu", 9),
        ("pytest", "", "dev", 13),
        ("ruff", "==0.1.0", "lint", 14),
        ("mypy", "", "dev", 16),
    ]
    assert (manifest.kind, manifest.package_name) == ("pyproject", "churn")
    assert (manifest.python_requires, manifest.python_requires_line) == (">=3.10", 3)
    assert manifest.scripts == (("train", "churn.train:main"),)


def test_poetry_with_groups_and_sources(tmp_path):
    text = """\
[tool.poetry]
name = "churn"
[tool.poetry.dependencies]
python = "^3.9"
numpy = "1.26.4"
Torch = {version = "^2.0", source = "gpu"}
own = {path = "../own"}
[tool.poetry.dev-dependencies]
pytest = "*"
[tool.poetry.group.docs.dependencies]
sphinx = "^7"
[tool.poetry.scripts]
train = "churn.train:main"
"""
    manifest = only(tmp_path, "pyproject.toml", text)
    assert said(manifest) == [
        ("numpy", "1.26.4", "", 5),
        ("torch", "^2.0", "", 6),
        ("pytest", "", "dev", 9),
        ("sphinx", "^7", "docs", 11),
    ]
    assert (manifest.kind, manifest.python_requires, manifest.python_requires_line) == (
        "poetry",
        "^3.9",
        4,
    )


def test_a_pyproject_that_only_sets_up_tools_is_no_manifest(tmp_path):
    assert read(tmp_path, {"pyproject.toml": "[tool.ruff]\nline-length = 100\n"}).manifests == ()


def test_a_pipfile(tmp_path):
    text = """\
[packages]
numpy = "==1.0"
[dev-packages]
pytest = "*"
[requires]
python_version = "3.9"
"""
    manifest = only(tmp_path, "Pipfile", text)
    assert said(manifest) == [("numpy", "==1.0", "", 2), ("pytest", "", "dev", 4)]
    assert (manifest.python_requires, manifest.python_requires_line) == ("3.9", 6)


SETUP = """\
from setuptools import setup, find_packages
import os
os.system("touch /tmp/should-not-run")
BASE = ["numpy>=1", "pandas"]
setup(
    name="churn",
    python_requires=">=3.8",
    install_requires=BASE + ["torch"],
    extras_require={"dev": ["pytest"]},
    entry_points={"console_scripts": ["train = churn.train:main"]},
)
"""


def test_setup_py_is_read_and_not_run(tmp_path):
    manifest = only(tmp_path, "setup.py", SETUP)
    assert said(manifest) == [
        ("numpy", ">=1", "", 4),
        ("pandas", "", "", 4),
        ("torch", "", "", 8),
        ("pytest", "", "dev", 9),
    ]
    assert (manifest.package_name, manifest.python_requires) == ("churn", ">=3.8")
    assert manifest.scripts == (("train", "churn.train:main"),)


def test_setup_py_that_reads_its_requirements_says_nothing_of_them(tmp_path):
    text = """\
from setuptools import setup
reqs = open("r.txt").read().split()
setup(name="a", install_requires=reqs)
"""
    assert said(only(tmp_path, "setup.py", text)) == []


def test_a_script_named_setup_is_no_manifest(tmp_path):
    assert read(tmp_path, {"setup.py": "print('download the data')\n"}).manifests == ()


def test_setup_cfg(tmp_path):
    text = """\
[metadata]
name = churn
[options]
python_requires = >=3.8
install_requires =
    numpy>=1
    torch; sys_platform != "win32"
[options.extras_require]
dev =
    pytest
"""
    manifest = only(tmp_path, "setup.cfg", text)
    assert said(manifest) == [
        ("numpy", ">=1", "", 6),
        ("torch", "", "", 7),
        ("pytest", "", "dev", 10),
    ]
    assert manifest.python_requires == ">=3.8"


@pytest.mark.parametrize(
    "path", ["environment.yml", "conda.yaml", "conda_dependencies_scoring.yml", "envs/env_gpu.yaml"]
)
def test_a_conda_environment_is_known_by_its_content(tmp_path, path):
    text = """\
name: x
channels: [conda-forge]
dependencies:
  - python=3.8
  - numpy=1.21.5
  - pip
  - pip:
    - torch==2.0
    - -r reqs/more.txt
"""
    facts = read(tmp_path, {path: text})
    manifest = facts.manifests[0]
    assert [(d.name, d.specifier, d.line) for d in manifest.dependencies] == [
        ("numpy", "=1.21.5", 5),
        ("torch", "==2.0", 8),
    ]
    assert (manifest.kind, manifest.python_requires, manifest.python_requires_line) == (
        "conda",
        "3.8",
        4,
    )


def test_other_yaml_with_dependencies_is_no_environment(tmp_path):
    facts = read(
        tmp_path,
        {
            "chart/requirements.yaml": "dependencies:\n  - name: redis\n    version: 1\n",
            "env/values.yaml": "dependencies:\n  - numpy\n",
            "k8s/environment.yaml": "apiVersion: v1\nname: x\ndependencies: [numpy]\n",
        },
    )
    assert facts.manifests == ()


def test_a_script_declares_its_own_dependencies(tmp_path):
    text = """\
'Train.'
# /// script
# requires-python = ">=3.11"
# dependencies = [
#   "numpy~=1.2",
# ]
# ///
import numpy
"""
    manifest = only(tmp_path, "train.py", text)
    assert said(manifest) == [("numpy", "~=1.2", "", 5)]
    assert (manifest.kind, manifest.python_requires, manifest.python_requires_line) == (
        "inline_script",
        ">=3.11",
        3,
    )


def test_templates_are_read_as_far_as_they_are_plain(tmp_path):
    folder = "{{ cookiecutter.name }}"
    facts = read(
        tmp_path,
        {
            f"{folder}/requirements.txt": "numpy\nkedro~={{ cookiecutter.kedro }}\n{% if x %}\n",
            f"{folder}/environment.yml": f"name: {folder}\ndependencies: [numpy]\n",
            f"{folder}/pyproject.toml": f'[project]\nname = "{folder}"\n',
        },
    )
    assert [each.kind for each in facts.manifests] == ["pyproject", "requirements_txt"]
    assert [each.path for each in facts.unread] == [f"{folder}/environment.yml"]


HASHED = (
    "numpy==1.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\ntorch==2.0 --hash=sha256:cc\n"
)


@pytest.mark.parametrize(
    ("path", "text", "kind", "packages"),
    [
        ("poetry.lock", '[[package]]\nname = "a"\n\n[[package]]\nname = "b"\n', "poetry", 2),
        (
            "uv.lock",
            '[[package]]\nname = "own"\nsource = { editable = "." }\n[[package]]\nname = "a"\n',
            "uv",
            1,
        ),
        ("pdm.lock", '[[package]]\nname = "a"\n', "pdm", 1),
        ("pylock.toml", '[[packages]]\nname = "a"\n', "pylock", 1),
        ("Pipfile.lock", '{"default": {"a": {}, "b": {}}, "develop": {"b": {}}}', "pipenv", 2),
        (
            "conda-lock.yml",
            "package:\n- name: a\n  platform: x\n- name: a\n  platform: y\n",
            "conda_lock",
            1,
        ),
        ("pixi.lock", "packages:\n- conda: https://h/a\n- pypi: https://h/b\n", "pixi", 2),
        ("conda-linux-64.lock", "@EXPLICIT\nhttps://h/a\nhttps://h/b\n", "conda_explicit", 2),
        ("requirements.lock", "a==1\nb==2\n", "requirements", 2),
        ("requirements.txt", HASHED, "requirements", 2),
    ],
)
def test_a_lock_file_and_what_it_fixes(tmp_path, path, text, kind, packages):
    (lock,) = read(tmp_path, {path: text}).lock_files
    assert (lock.path, lock.kind, lock.packages) == (path, kind, packages)


@pytest.mark.parametrize(
    "path", ["package-lock.json", "yarn.lock", "dvc.lock", "Cargo.lock", "bun.lock"]
)
def test_lock_files_of_other_worlds_are_not_counted(tmp_path, path):
    assert read(tmp_path, {path: "{}"}).lock_files == ()


def test_pinned_without_hashes_is_no_lock_file(tmp_path):
    assert read(tmp_path, {"requirements.txt": "numpy==1.0\n"}).lock_files == ()


def test_python_versions_stand_in_the_order_of_their_weight(tmp_path):
    facts = read(
        tmp_path,
        {
            ".github/workflows/ci.yml": "steps:\n  - with:\n      python-version: '3.12'\n",
            "Dockerfile": "FROM python:3.11-slim AS base\n",
            ".python-version": "3.10.2\n",
            "runtime.txt": "python-3.9.7\n",
            ".tool-versions": "nodejs 18\npython 3.8.1\n",
        },
    )
    assert facts.python_version_files == (
        (".python-version", "3.10.2"),
        ("runtime.txt", "3.9.7"),
        (".tool-versions", "3.8.1"),
        ("Dockerfile", "3.11"),
        (".github/workflows/ci.yml", "3.12"),
    )


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (
            ".github/workflows/ci.yml",
            "matrix:\n  python-version: ['3.9', '3.10']\nx:\n  python-version: 3.9\n",
        ),
        (".github/workflows/ci.yml", "python-version: ${{ matrix.python }}\n"),
        ("Dockerfile", "FROM ubuntu:22.04\n# FROM python:3.9\n"),
        ("Dockerfile", "FROM python:latest\n"),
        (".python-version", "my-virtualenv\n"),
    ],
)
def test_several_or_unclear_versions_are_no_version(tmp_path, path, text):
    assert read(tmp_path, {path: text}).python_version_files == ()


def test_vendored_manifests_are_not_the_projects(tmp_path):
    facts = read(
        tmp_path,
        {
            "venv/pyvenv.cfg": "",
            "venv/lib/python3.9/site-packages/x/requirements.txt": "numpy\n",
            "third_party/y/setup.py": SETUP,
            "third_party/y/poetry.lock": "",
        },
    )
    assert (facts.manifests, facts.lock_files) == ((), ())


def test_hostile_manifests_have_a_reason_and_the_others_are_read(tmp_path):
    checkout = draw_checkout(
        tmp_path,
        {
            "requirements.txt": "numpy\n",
            "a/requirements.txt": "numpy\n" * 200_000,
            "b/requirements.txt": b"\x00\x01\x02\xff" * 100,
            "c/pyproject.toml": "a." * 300_000 + "b = 1",
            "d/environment.yml": "dependencies: " + "[" * 100_000,
            "e/setup.py": "setup(" * 40_000,
            "f/Pipfile": "[packages\n",
            "g/Pipfile.lock": "[" * 100_000,
        },
        links={"h/requirements.txt": "/etc/passwd"},
    )
    (checkout.root / "i").mkdir()
    os.mkfifo(checkout.root / "i/requirements.txt")
    started = time.perf_counter()
    facts = read_manifests(checkout, read_repository(checkout))
    assert time.perf_counter() - started < 10
    assert [each.path for each in facts.manifests] == ["requirements.txt"]
    assert [each.path[0] for each in facts.unread] == ["a", "b", "c", "d", "e", "f", "g"]
