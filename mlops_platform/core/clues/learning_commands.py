"""Commands of a repository that start its learning code, or a pipeline of it."""

import posixpath

from mlops_platform.core.clues.clue import Clue
from mlops_platform.core.clues.models import paths_leading_to
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.documented_commands import DocumentedCommand
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.profiling.learning_calls import imports_learning
from mlops_platform.core.shell_words import programs

PIPELINES = (
    ("dvc", "repro"),
    ("dvc", "exp"),
    ("kedro", "run"),
    ("mlflow", "run"),
    ("snakemake",),
    ("papermill",),
)
STARTERS = ("python", "python3", "accelerate", "torchrun", "deepspeed")


def learning_commands(reading: Reading, source: str) -> tuple[Clue, ...]:
    """Find commands of one source (makefile, ci, …) that lead to learning code."""
    commands = [command for command in reading.commands.commands if command.source == source]
    if not commands:
        return ()
    files = _startable(reading)
    learning = paths_leading_to(reading, imports_learning)
    return tuple(
        Clue(Role.SOURCE, Evidence(path=command.path, line=command.line))
        for command in commands
        if _started(command, files) & learning or _runs_a_pipeline(command)
    )


def _startable(reading: Reading) -> dict[str, str]:
    """Map what a command may name, a path, a module or a console script, to its file."""
    modules = {file.module: file.path for file in reading.code.files if file.module}
    packages = {
        name.removesuffix(".__main__"): path
        for name, path in modules.items()
        if name.endswith(".__main__")
    }
    scripts = {
        name: modules.get(target.partition(":")[0].strip(), "")
        for manifest in reading.manifests.manifests
        for name, target in manifest.scripts
    }
    paths = {file.path: file.path for file in reading.code.files}
    return {**modules, **packages, **scripts, **paths}


def _started(command: DocumentedCommand, files: dict[str, str]) -> frozenset[str]:
    names = set()
    for words in programs(command.command):
        names.add(words[0])
        if words[0] in STARTERS:
            names.update(word for word in words[1:] if word.endswith(".py"))
    nearby = {posixpath.normpath(posixpath.join(command.working_directory, n)) for n in names}
    return frozenset(files[name] for name in names | nearby if files.get(name))


def _runs_a_pipeline(command: DocumentedCommand) -> bool:
    found = programs(command.command)
    return any(words[:1] in PIPELINES or words[:2] in PIPELINES for words in found)
