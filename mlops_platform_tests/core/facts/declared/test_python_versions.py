"""Python versions that other files state."""

import pytest

from mlops_platform_tests.core.facts.reading_manifests import read


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
    "text",
    [
        "FROM ubuntu:22.04\nRUN apt-get install -y python3.10 python3.10-venv \\\n  libgomp1\n",
        "FROM debian\n# not python3.8 \nRUN python3.10 -m pip install x\n",
        "FROM python:3.10\nRUN apt-get install -y python3.11 \n",
    ],
)
def test_an_image_states_the_python_that_it_installs(tmp_path, text):
    assert read(tmp_path, {"Dockerfile": text}).python_version_files == (("Dockerfile", "3.10"),)


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
        ("Dockerfile", "FROM ubuntu\nRUN apt install python3.9 python3.10\n"),
        ("Dockerfile", "FROM ubuntu\nENV P=/usr/lib/python3.9/site-packages\n"),
        (".python-version", "my-virtualenv\n"),
    ],
)
def test_several_or_unclear_versions_are_no_version(tmp_path, path, text):
    assert read(tmp_path, {path: text}).python_version_files == ()
