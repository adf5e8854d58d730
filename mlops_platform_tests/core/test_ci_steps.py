import pytest

from mlops_platform.core.ci_steps import opaque_steps, steps_that_run, steps_that_start
from mlops_platform_tests.core.rules.cases import workflow


def test_a_program_is_found_through_what_starts_it_and_once_per_line() -> None:
    steps = workflow("uv run python -m pytest -q", "poetry run pytest", "pytest && pytest -x")
    assert [place.line for place in steps_that_run([steps], {"pytest"})] == [1, 2, 3]


def test_a_program_that_is_shown_or_installed_does_not_run() -> None:
    steps = workflow("pip install pytest", "echo pytest", "uv add pytest", "which pytest")
    assert steps_that_run([steps], {"pytest"}) == []


def test_a_command_is_found_by_its_first_words() -> None:
    steps = workflow("docker build .", "docker push x", "cd api && docker build -t y .")
    assert [place.line for place in steps_that_start([steps], "docker build")] == [1, 3]


@pytest.mark.parametrize(
    "command",
    [
        "make all",
        "bash ci.sh",
        "./ci.sh",
        "tox",
        "mise run ci",
        "docker compose up",
        "$COMMAND",
        "python scripts/run_tests.py",
        "anyscale jobs submit job.yaml",
        "docker run image",
    ],
)
def test_what_hides_its_work_is_opaque(command: str) -> None:
    assert [place.line for place in opaque_steps([workflow(command)])] == [1]


@pytest.mark.parametrize(
    "command",
    [
        "pip install -r requirements.txt",
        "pytest",
        "python -m unittest tests.test_model",
        "python train.py",
        "docker build .",
        "uv sync",
        "git push",
        "cd app && ls",
        "A=1 ruff check .",
        "if [ -f a ]; then cat a; fi",
        'echo "url::$(terraform output url | xargs)" >> $GITHUB_OUTPUT',
    ],
)
def test_what_says_what_it_does_is_not(command: str) -> None:
    assert opaque_steps([workflow(command)]) == []


@pytest.mark.parametrize(
    "action",
    [
        "./.github/actions/x",
        "acme/ci/.github/workflows/a.yml@v1",
        "appleboy/ssh-action@v1",
        "acme/deploy@v2",
        "acme/run-notebook@v1",
    ],
)
def test_actions_that_may_work_are_opaque(action: str) -> None:
    assert len(opaque_steps([workflow(actions=[action])])) == 1


@pytest.mark.parametrize(
    "action", ["actions/checkout@v4", "astral-sh/setup-uv@v6", "codecov/codecov-action@v5"]
)
def test_actions_that_set_up_or_report_are_not(action: str) -> None:
    assert opaque_steps([workflow(actions=[action])]) == []
