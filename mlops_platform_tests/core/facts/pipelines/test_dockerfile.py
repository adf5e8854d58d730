"""Dockerfiles as instructions."""

import pytest

from mlops_platform.core.facts.pipelines.dockerfile import (
    is_dockerfile_name,
    parse_dockerfile,
    start_commands,
)
from mlops_platform_tests.core.costs import cheap_enough

TEXT = """\
# syntax=docker/dockerfile:1
ARG PYTHON=3.11
# base
from python:${PYTHON}-slim as base

RUN apt-get update && \\
    # why not
    apt-get install -y git

RUN <<EOF
pip install x
python setup.py
EOF
COPY --from=base a b
HEALTHCHECK CMD curl -f http://localhost || exit 1
FROM ${BASE:-ubuntu:22.04}
FROM $UNKNOWN
CMD ["python", "serve.py"]
"""


def test_instructions_have_their_text_on_one_line_and_the_line_they_start_on():
    assert parse_dockerfile(TEXT) == (
        ("ARG", "PYTHON=3.11", 2),
        ("FROM", "python:3.11-slim as base", 4),
        ("RUN", "apt-get update && apt-get install -y git", 6),
        ("RUN", "<<EOF; pip install x; python setup.py", 10),
        ("COPY", "--from=base a b", 14),
        ("HEALTHCHECK", "CMD curl -f http://localhost || exit 1", 15),
        ("FROM", "ubuntu:22.04", 16),
        ("FROM", "$UNKNOWN", 17),
        ("CMD", '["python", "serve.py"]', 18),
    )


def test_another_escape_character_is_obeyed():
    text = "# escape=`\nFROM windows\nRUN dir `\n  C:\\\nCMD x\n"
    assert parse_dockerfile(text)[1:] == (("RUN", "dir C:\\", 3), ("CMD", "x", 5))


def test_a_text_without_a_base_image_is_no_dockerfile():
    assert parse_dockerfile("RUN everything\nThis explains Docker.\n") == ()
    assert parse_dockerfile("") == ()


def test_start_and_build_commands_are_plain_shell():
    text = """\
FROM x
RUN --mount=type=cache,target=/c pip install y
ENTRYPOINT ["python", "a.py"]
CMD b
"""
    assert [(each.name, each.command) for each in start_commands(text)] == [
        ("RUN", "pip install y"),
        ("ENTRYPOINT", "python a.py"),
        ("CMD", "b"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Dockerfile",
        "dockerfile",
        "Dockerfile.gpu",
        "Dockerfile-arm64",
        "train.dockerfile",
        "Containerfile",
    ],
)
def test_names_of_dockerfiles(name):
    assert is_dockerfile_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "Dockerfile.md",
        "dockerfile_parser.py",
        "docker-compose.yml",
        "x.dockerignore",
        "mydockerfile",
    ],
)
def test_look_alikes(name):
    assert not is_dockerfile_name(name)


@pytest.mark.parametrize(
    "text",
    [
        "FROM x\n" + "RUN a \\\n" * 100_000,
        "FROM x\n" + "RUN <<A <<B\n" * 20_000,
        "FROM x\n" + "# \n" * 200_000,
        "FROM " + "$A" * 300_000,
        "FROM x\nCMD " + "[" * 300_000,
    ],
)
def test_hostile_texts_end_soon(text):
    with cheap_enough():
        list(start_commands(text))
