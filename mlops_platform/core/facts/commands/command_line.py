"""Which texts are commands: a known program with arguments that this program takes."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mlops_platform.core.facts.text.shell_text import CommandLine, folder_after, steps_of

_PROGRAMS = frozenset(
    "python python2 python3 pip pip3 pipx uv uvx poetry pipenv pdm hatch rye pixi conda mamba "
    "micromamba make just dvc mlflow wandb clearml-task bash sh zsh source docker docker-compose "
    "podman pytest py.test tox nox torchrun accelerate deepspeed horovodrun mpirun mpiexec srun "
    "sbatch spark-submit kedro jupyter papermill streamlit gradio uvicorn gunicorn flask fastapi "
    "bentoml ray airflow prefect dagster metaflow zenml guild nni optuna yolo fairseq-train "
    "lightning tensorboard kaggle gdown wget curl git npm npx yarn pnpm cml terraform kubectl "
    "helm az aws gcloud databricks sam serverless pre-commit ruff black mypy flake8 pylint isort "
    "coverage sphinx-build mkdocs tfx onnxruntime_test autotrain llamafactory-cli axolotl "
    "waitress-serve uwsgi hypercorn".split()
)
_STARTERS = frozenset("sudo time nohup exec env command xvfb-run".split())
_ASSIGNMENT = re.compile(r"[A-Za-z_]\w*=\S*")
_SCRIPT = re.compile(r"(?:\./|\.\./|[\w-]+/)[\w./-]*|[\w-]+\.sh")
_PYTHON_ARGUMENT = re.compile(r"-.*|.*\.(py|ipynb|pyz|zip)|.*/.*|[<{$\[].*")
_PROSE = frozenset(
    "the you your is are was be sure this that these it its with then should must can will have "
    "if when need needs because which etc and or".split()
)
_VERBS = {
    "make": re.compile(r"-.*|[\w./%-]+|\w+=.*|\$.*|<.*"),
    "source": re.compile(r".*[/.].*"),
    "time": re.compile(r".*"),
    "conda": re.compile(r"[a-z-]+"),
    "git": re.compile(r"[a-z-]+"),
}
_PATH_WORD = re.compile(
    r"[\w./-]+\.(py|sh|ipynb|txt|ya?ml|toml|cfg|ini|json|csv|parquet)", re.ASCII
)


def is_command(text: str) -> bool:
    """Tell whether one line is a call of a program and no sentence that starts like one."""
    words = text.split()
    while words and (words[0] in _STARTERS or _ASSIGNMENT.fullmatch(words[0])):
        words = words[1:]
    if not words or _is_prose(words):
        return False
    program, arguments = words[0].rpartition("/")[2], words[1:]
    if program.startswith("python"):
        return bool(arguments) and bool(_PYTHON_ARGUMENT.fullmatch(arguments[0]))
    if program in _VERBS and arguments:
        return bool(_VERBS[program].fullmatch(arguments[0]))
    if program in _PROGRAMS:
        return program in ("make", "pytest", "tox", "nox", "just") or bool(arguments)
    is_script = words[0].endswith((".sh", ".py")) or words[0].startswith("./")
    return is_script and bool(_SCRIPT.fullmatch(words[0]))


class Ground(NamedTuple):
    """The files and folders of the repository, on which commands are placed."""

    paths: frozenset[str]
    folders: frozenset[str]

    @classmethod
    def of(cls, paths: Iterable[str]) -> "Ground":
        """Return the ground of these files."""
        every = frozenset(paths)
        folders = {parent for path in every for parent in _around(posixpath.dirname(path))}
        return cls(every, frozenset(folders - {"."}))


def placed(
    line: CommandLine, folder: str, ground: Ground, other_folders: tuple[str, ...] = ()
) -> tuple[list[CommandLine], str]:
    """Split a line into commands with their folders; return them and the folder afterwards.

    A command that names a file is placed where this file exists: in `folder`, above it, or in one
    of `other_folders`, in this order.
    """
    found = []
    for step in steps_of(line.command):
        moved = folder_after(step, folder, ground.folders)
        if moved is not None:
            folder = moved
            continue
        fitting = _fitting(step, (*_around(folder), *other_folders), ground)
        found.append(line._replace(command=step, working_directory=fitting))
    return found, folder


def _fitting(command: str, candidates: tuple[str, ...], ground: Ground) -> str:
    word = next((each for each in command.split() if _PATH_WORD.fullmatch(each)), None)
    for candidate in candidates if word else ():
        if posixpath.normpath(posixpath.join(candidate, word or "")) in ground.paths:
            return candidate
    return candidates[0]


def _around(folder: str) -> Iterator[str]:
    folder = folder or "."
    yield folder
    while folder != ".":
        folder = posixpath.dirname(folder) or "."
        yield folder


def _is_prose(words: list[str]) -> bool:
    last = words[-1]
    ends_like_prose = len(last) > 1 and last.endswith((".", ":", ",")) and last.strip(".") != ""
    is_path = last.endswith(("/.", ".."))
    lower = {word.lower().strip(",.;:") for word in words[1:]}
    quoted = any(word.startswith(("-m", '"', "'")) for word in words)
    return (ends_like_prose and not is_path) or (len(lower & _PROSE) > 0 and not quoted)
