"""The command of a step: which file it starts, and the same command started in another way."""

import posixpath

from mlops_platform.core.run_plan import RunStep

_PYTHON = ("python", "python3")
_NOTEBOOK, _COPY = 3, 4
"""Where a notebook, and what it is executed into, stand behind the program that executes it."""


def script_position(step: RunStep) -> int | None:
    """Return where the script stands among the arguments; None for `-m`, `make` and others."""
    if posixpath.basename(step.arguments[0]) not in _PYTHON:
        return None
    for position, argument in enumerate(step.arguments[1:], start=1):
        if argument in ("-m", "-c"):
            return None
        if not argument.startswith("-"):
            return position if argument.endswith((".py", ".pyw")) else None
    return None


def script_of(step: RunStep) -> str | None:
    """Return the file that a step starts, relative to the root: a script, module or notebook."""
    position = _NOTEBOOK if _is_notebook(step) else script_position(step)
    if position is not None:
        return _joined(step.working_directory, step.arguments[position])
    if "-m" in step.arguments[1:3]:
        module = step.arguments[step.arguments.index("-m") + 1 :][:1]
        return (
            _joined(step.working_directory, module[0].replace(".", "/") + ".py") if module else None
        )
    return None


def started(step: RunStep) -> str:
    """Return what a step starts, as one would speak of it: its file, else the command itself."""
    if script_position(step) is not None or _is_notebook(step):
        return script_of(step) or ""
    return " ".join(step.arguments[:3])


def as_module(step: RunStep, module: str) -> RunStep:
    """Return the step with its script started by the name of its module."""
    position = script_position(step) or 1
    arguments = (*step.arguments[:position], "-m", module, *step.arguments[position + 1 :])
    return step.model_copy(update={"arguments": arguments})


def with_arguments(step: RunStep, arguments: tuple[str, ...]) -> RunStep:
    """Return the step with other arguments behind its script."""
    position = script_position(step)
    kept = step.arguments if position is None else step.arguments[: position + 1]
    return step.model_copy(update={"arguments": (*kept, *arguments)})


def moved(step: RunStep, folder: str) -> RunStep:
    """Return the step with another working directory, starting the same file."""
    position = script_position(step)
    arguments = list(step.arguments)
    files = [position] if position is not None else []
    for place in [_NOTEBOOK, _COPY] if _is_notebook(step) else files:
        path = _joined(step.working_directory, arguments[place])
        arguments[place] = posixpath.relpath(path, folder)
    return step.model_copy(update={"arguments": tuple(arguments), "working_directory": folder})


def _is_notebook(step: RunStep) -> bool:
    return step.recipe == "notebook" and len(step.arguments) > _COPY


def _joined(folder: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(folder, path))
