"""CI files of every system, and only where the system looks; containers anywhere."""

import os

from mlops_platform.core.facts.automation import read_automation
from mlops_platform.core.facts.repository import read_repository
from mlops_platform_tests.core.costs import cheap_enough
from mlops_platform_tests.core.facts.reading_automation import read
from mlops_platform_tests.drawing import draw_checkout


def test_dockerfiles_and_compose_files_are_found_in_any_folder(tmp_path):
    facts = read(
        tmp_path,
        {
            "serve/Dockerfile.gpu": "FROM python:3.11\n",
            "docs/Dockerfile.md": "FROM python:3.11\n",
            "notes/Dockerfile": "how to\n",
            "deploy/docker-compose.prod.yml": "services:\n  api: {build: .}\n"
            "  db: {image: 'postgres:16'}\n",
            "compose.yaml": "x-common: 1\n",
        },
    )
    assert [(each.path, each.instructions) for each in facts.dockerfiles] == [
        ("serve/Dockerfile.gpu", (("FROM", "python:3.11", 1),))
    ]
    (compose,) = facts.compose_files
    assert compose.path == "deploy/docker-compose.prod.yml"
    assert [(each.name, each.image) for each in compose.services] == [
        ("api", ""),
        ("db", "postgres:16"),
    ]


def test_a_dockerfile_is_what_a_build_names_as_one(tmp_path):
    base = "FROM python:3.11\n"
    facts = read(
        tmp_path,
        {
            "compose.yaml": "services:\n  a:\n    build: {context: images, dockerfile: serve}\n",
            ".github/workflows/ci.yml": "on: push\njobs:\n  a:\n    with:\n      file: images/ci\n",
            "images/serve": base,
            "images/ci": base,
            "images/unnamed": base,
            "images/Containerfile": base,
            "serve.dockerfile": base,
        },
    )
    assert [each.path for each in facts.dockerfiles] == [
        "images/Containerfile",
        "images/ci",
        "images/serve",
        "serve.dockerfile",
    ]
    assert facts.named_dockerfiles == ("images/ci", "images/serve")


def test_a_procfile_says_what_is_started(tmp_path):
    facts = read(tmp_path, {"Procfile": "# all\nweb: gunicorn app:app\n"})
    assert facts.processes == (("Procfile", "gunicorn app:app", 2),)


def test_hostile_files_have_a_reason_and_the_others_are_read(tmp_path):
    folder = ".github/workflows"
    checkout = draw_checkout(
        tmp_path,
        {
            f"{folder}/ok.yml": "on: push\njobs: {a: {steps: [{run: pytest}]}}\n",
            f"{folder}/alias.yml": "a: &a [x, x]\n"
            + "".join(
                f"b{i}: &b{i} [*b{i - 1}, *b{i - 1}]\n" if i else "b0: &b0 [*a, *a]\n"
                for i in range(40)
            ),
            f"{folder}/deep.yml": "[" * 100_000,
            f"{folder}/large.yml": "#" * (1024 * 1024 + 1),
            "compose.yml": "services: {{ x }}\n",
            "Jenkinsfile": "pipeline\n" + "sh '" * 100_000,
        },
        links={f"{folder}/link.yml": "/etc/passwd"},
    )
    os.mkfifo(checkout.root / folder / "pipe.yml")
    with cheap_enough():
        facts = read_automation(checkout, read_repository(checkout))
    assert [each.path for each in facts.unread] == [
        f"{folder}/alias.yml",
        f"{folder}/deep.yml",
        f"{folder}/large.yml",
        "compose.yml",
    ]
    assert [each.path for each in facts.pipelines] == [f"{folder}/ok.yml", "Jenkinsfile"]
