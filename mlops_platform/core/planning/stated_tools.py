"""A stated command that starts another tool's plan: `make train`, `dvc repro`, `mlflow run .`.

These tools are not in the sandbox; what they would run is.
"""

from mlops_platform.core.facts.documented_commands import DocumentedCommand
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.shell_steps import NotWithoutShellError, shell_steps
from mlops_platform.core.planning.started_files import trains

SOURCES = {("make",): "makefile", ("dvc", "repro"): "dvc", ("mlflow", "run"): "mlproject"}


def documented_by_tool(command: str, facts: PlanningFacts) -> DocumentedCommand | None:
    """Return the line of the repository that such a command comes down to, None for any other."""
    try:
        steps = shell_steps(command)
    except NotWithoutShellError:
        return None
    words = steps[0].arguments
    source = next((s for start, s in SOURCES.items() if words[: len(start)] == start), None)
    if len(steps) != 1 or source is None:
        return None
    lines = [each for each in facts.commands.commands if each.source == source]
    name = _name(words, source, lines)
    named = [each for each in lines if each.name.partition("@")[0] == name]
    return next((each for each in named if trains(each, facts)), named[-1] if named else None)


def _name(words: tuple[str, ...], source: str, lines: list[DocumentedCommand]) -> str:
    """Return the target, stage or entry point that is meant; without a word, the usual one."""
    if source == "mlproject":
        options = [n for n, word in enumerate(words[:-1]) if word in ("-e", "--entry-point")]
        return words[options[0] + 1] if options else "main"
    skipped = len(next(start for start, s in SOURCES.items() if s == source))
    plain = [each for each in words[skipped:] if not each.startswith("-") and "=" not in each]
    if plain:
        return plain[0]
    if source == "dvc":
        training = [each.name for each in lines if "train" in each.name]
        return training[-1] if training else (lines[-1].name if lines else "")
    return lines[0].name if lines else ""
