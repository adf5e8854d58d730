"""The command of a step: which script it starts, and the same command started in another way."""

import posixpath

from mlops_platform.core.run_plan import RunStep

_PYTHON = ("python", "python3")


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
    """Return the file that a step starts, relative to the root."""
    position = script_position(step)
    if position is not None:
        return _joined(step.working_directory, step.arguments[position])
    if "-m" in step.arguments[1:3]:
        module = step.arguments[step.arguments.index("-m") + 1 :][:1]
        return (
            _joined(step.working_directory, module[0].replace(".", "/") + ".py") if module else None
        )
    return None


def started(step: RunStep) -> str:
    """Return what a step starts, as one would speak of it: a script, else the command itself."""
    if script_position(step) is not None:
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
    if position is not None:
        script = _joined(step.working_directory, arguments[position])
        arguments[position] = posixpath.relpath(script, folder)
    return step.model_copy(update={"arguments": tuple(arguments), "working_directory": folder})


def _joined(folder: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(folder, path))
