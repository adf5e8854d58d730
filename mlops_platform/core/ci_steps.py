"""What CI runs: every program of every pipeline command, with its place.

Most steps hide what they run: a make target, a script, a container, a reused workflow. Where one
of them stands, a claim that CI does *not* do something cannot be made.
"""

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.sections.project_profile import Workflow
from mlops_platform.core.shell_words import programs

TALK_ONLY = {"echo", "printf", "which", "install", "add", "sync", "cat", "grep", "export"}
"""Words that show or install a program instead of running it."""

PLAIN = frozenset(
    "[ [[ actionlint apt apt-get autopep8 awk aws az bandit black break brew build"
    " bump2version case cat cd cdk chmod choco chown cibuildwheel clang-format cml codecov"
    " codespell commitizen conda continue coverage cp curl cut cz date deactivate deptry df"
    " docformatter done du dvc echo else env esac eval exit export false fi find flake8 for ga"
    " gcloud gh git gitlint grep gzip hadolint head helm heroku if interrogate isort jq json5 yq"
    " kubectl ln ls mamba md5sum micromamba mkdir mkdocs mv mypy nbqa nbstripout pip pip-audit"
    " pip3 pre-commit printf pwd pycodestyle pydocstyle pyflakes pylint pyright pytest python"
    " python3 read reno return rm ruff safety sed semantic-release set sha256sum shellcheck"
    " sleep sort sphinx-build sudo tail tar tee terraform then touch tr trap true twine ty"
    " uname unittest unset unzip venv vulture wc wget which while xargs yamllint yapf zip"
    " { }".split()
)
"""Programs that do only what their words say, and run no task of the repository's own."""

PLAIN_STARTS = (
    *("docker build", "docker buildx", "docker login", "docker push", "docker tag", "docker pull"),
    *("docker compose build", "poetry install", "poetry build", "poetry publish", "poetry config"),
    *("poetry run", "uv run", "uv sync", "uv pip", "uv venv", "uv build", "uv publish", "uv lock"),
    *("uv python", "uv export", "pipenv install", "pipenv run", "pdm install", "npm ci"),
    *("npm install", "hatch build", "hatch publish", "coverage report", "coverage xml"),
    *("source .venv/bin/activate", "source venv/bin/activate", "mlflow run", "streamlit --version"),
)
WORKING_ACTION = re.compile(r"test|deploy|ssh|remote|tox|nox|run|check(?!out)|execute|(^|-)ci(-|$)")
"""Names of actions that may test or deploy; most others only set up or report."""

_PROGRAM = re.compile(r"[A-Za-z][\w./+-]*")
"""What can be a program; `xargs)"` is what is left of a command inside of another one."""

_PLAIN_WORDS = tuple(tuple(start.split()) for start in PLAIN_STARTS)
TASKS = {
    "ci",
    "check",
    "checks",
    "test",
    "tests",
    "run_tests",
    "runtests",
    "tasks",
    "noxfile",
    "dev",
}
"""Names of Python scripts that start other work."""


class CiStep(NamedTuple):
    """One program that CI runs, or one action that it reuses, by its words."""

    words: tuple[str, ...]
    place: Evidence


def ci_steps(workflows: Iterable[Workflow]) -> list[CiStep]:
    """Return the programs that pipelines run, without those that show or install another."""
    return [
        CiStep(words, Evidence(path=workflow.path, line=line, note=" ".join(words[:2])))
        for workflow in workflows
        for command, line in workflow.commands
        for words in programs(command)
        if TALK_ONLY.isdisjoint(words[:4])
    ]


def steps_that_run(workflows: Iterable[Workflow], names: Collection[str]) -> list[Evidence]:
    """Return where a pipeline runs one of these programs, also through `uv run` and its like."""
    return _once(step for step in ci_steps(workflows) if _names_of(step).intersection(names))


def steps_that_start(workflows: Iterable[Workflow], *starts: str) -> list[Evidence]:
    """Return where a pipeline runs a command that begins with these words."""
    wanted = [tuple(start.split()) for start in starts]
    return _once(
        step
        for step in ci_steps(workflows)
        if any(step.words[: len(start)] == start for start in wanted)
    )


def ci_actions(workflows: Iterable[Workflow]) -> list[CiStep]:
    """Return what pipelines reuse, as the action's name and its version."""
    return [
        CiStep(tuple(action.partition("@")[::2]), Evidence(path=w.path, line=line, note=action))
        for w in workflows
        for action, line in w.actions
    ]


def opaque_steps(workflows: Iterable[Workflow]) -> list[Evidence]:
    """Return the steps whose work stands in another file that is not followed."""
    pipelines = list(workflows)
    hidden = [step.place for step in ci_steps(pipelines) if _hides_its_work(step.words)]
    reused = [
        step.place
        for step in ci_actions(pipelines)
        if step.words[0].startswith("./")
        or step.words[0].endswith((".yml", ".yaml"))
        or WORKING_ACTION.search(step.words[0].partition("/")[2])
    ]
    return [*hidden, *reused]


def _hides_its_work(words: tuple[str, ...]) -> bool:
    if any(words[: len(start)] == start for start in _PLAIN_WORDS) or "=" in words[0]:
        return False
    scripts = [word for word in words[1:3] if word.endswith(".py")]
    if any(word.rpartition("/")[2].removesuffix(".py") in TASKS for word in scripts):
        return True
    if words[0].startswith("$"):
        return True
    return words[0] not in PLAIN and bool(_PROGRAM.fullmatch(words[0]))


def _once(steps: Iterable[CiStep]) -> list[Evidence]:
    """Return one place per line, although `python -m pytest` is two programs."""
    places = {(step.place.path, step.place.line): step.place for step in steps}
    return list(places.values())


def _names_of(step: CiStep) -> set[str]:
    return {word.rpartition("/")[2] for word in step.words}
