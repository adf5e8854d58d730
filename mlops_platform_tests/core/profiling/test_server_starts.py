import pytest

from mlops_platform.core.facts.reading import read_checkout
from mlops_platform.core.profiling.server_starts import server_starts
from mlops_platform_tests.drawing import draw_checkout


def starts(tmp_path, files):
    found = server_starts(read_checkout(draw_checkout(tmp_path, files)))
    return [(place.name, place.evidence.path, place.evidence.line) for place in found]


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("Dockerfile", 'FROM python:3.11\nCMD ["gunicorn", "app:app"]\n', 2),
        ("Procfile", "web: gunicorn app:app\n", 1),
        ("start.sh", "#!/bin/sh\npip install gunicorn\nexec gunicorn app:app\n", 3),
        ("Makefile", "serve:\n\tuv run uvicorn app:app\n", 2),
        ("compose.yml", "services:\n  a:\n    command: bash -c 'flask --app app run'\n", 3),
        ("compose.yml", "services:\n  a:\n    command: [fastapi, run, main.py]\n", 3),
        ("Makefile", "serve:\n\tbentoml serve service:svc\n", 2),
        (".github/workflows/ci.yml", "on: push\njobs: {a: {steps: [{run: flask run}]}}\n", 2),
    ],
)
def test_what_starts_a_server(tmp_path, path, text, line):
    assert [each[1:] for each in starts(tmp_path, {path: text})] == [(path, line)]


def test_a_dockerfile_that_only_compose_tells_is_read(tmp_path):
    files = {
        "compose.yaml": "services:\n  api:\n    build: {context: images, dockerfile: serve}\n",
        "images/serve": "FROM python:3.11\nENTRYPOINT gunicorn --bind=:${PORT} predict:app\n",
    }
    assert [each[1:] for each in starts(tmp_path, files)] == [("images/serve", 2)]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("README.md", "# a\n\n```sh\ngunicorn app:app\n```\n"),
        ("Makefile", "setup:\n\tpip install gunicorn uvicorn\n"),
        ("Dockerfile", "FROM python:3.11\nRUN pip install gunicorn\nCMD python app.py\n"),
        ("Makefile", "image:\n\tbentoml build\n"),
        ("Makefile", "run:\n\tflask db upgrade\n\tpython run.py\n"),
    ],
)
def test_what_starts_none(tmp_path, path, text):
    assert starts(tmp_path, {path: text}) == []
