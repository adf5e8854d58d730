"""A script needs arguments: those that the repository itself gives it, else its own file names.

A value that nobody wrote down is not invented: then the run is explained instead.
"""

import posixpath
import re

from mlops_platform.core.failures.arguments import MissingArguments, missing_arguments
from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.change import Change, with_folder, with_step
from mlops_platform.core.failures.repair_facts import RepairFacts, ScriptCommand
from mlops_platform.core.failures.steps import moved, script_of, script_position, with_arguments
from mlops_platform.core.run_plan import OUTPUTS, RunPlan, RunStep

CERTAINTY = 1
_OUTPUT = re.compile(
    r"(?:out|output|save|result|results|log|logs|model|checkpoint|ckpt|artifact|artifacts)"
    r"[-_]?(?:dir|directory|folder|path)?"
)
_FOLDER_OPTION = re.compile(r"(?:dir|directory|folder)$")
_CONFIGURATION = re.compile(
    r"(?:.*/)?(?:configs?|conf|params|settings)(?:/[^/]{1,60}|[^/]{0,60})\.(?:ya?ml|json|toml|ini)"
)
_NOISE = re.compile(r"[-_]?(?:file|filename|path|csv|data[-_]?path)$")


def repair(case: Case) -> Change | None:
    """Take the arguments of a documented command, else match names with files."""
    failure, plan, facts = case
    missing, step = missing_arguments(failure), failure.step
    if missing is None or step is None or script_of(step) is None:
        return None
    return _documented(missing, step, plan, facts) or _by_names(missing, step, plan, facts)


def _documented(
    missing: MissingArguments, step: RunStep, plan: RunPlan, facts: RepairFacts
) -> Change | None:
    """Take the documented command with the most arguments that has all that is missing."""
    usable = [
        command
        for command in facts.commands
        if command.script == script_of(step) and command.arguments and _answers(missing, command)
    ]
    if not usable or script_position(step) is None:
        return None
    chosen = max(usable, key=lambda command: len(command.arguments))
    place = f"{chosen.evidence.path}:{chosen.evidence.line}"
    changed = with_arguments(moved(step, chosen.working_directory), chosen.arguments)
    change = f"the arguments are those of {place}: {' '.join(chosen.arguments)}"
    return Change(with_step(plan, step, changed), missing.because, change)


def _answers(missing: MissingArguments, command: ScriptCommand) -> bool:
    options = [name for name in missing.names if name.startswith("-")]
    given = {argument.partition("=")[0] for argument in command.arguments}
    return all(option in given for option in options)


def _by_names(
    missing: MissingArguments, step: RunStep, plan: RunPlan, facts: RepairFacts
) -> Change | None:
    """Give each argument the one file of its name; what is written goes to a folder of its own."""
    position = script_position(step)
    if not missing.names or position is None:
        return None
    values: list[str] = []
    changed = plan
    for name in missing.names:
        value = _value(name, facts.beside(script_of(step)))
        if value is None:
            return None
        if value == OUTPUTS:
            changed = with_folder(changed, OUTPUTS)
        shown = posixpath.relpath(value, step.working_directory)
        values += [name, shown] if name.startswith("-") else [shown]
    filled = with_arguments(step, (*step.arguments[position + 1 :], *values))
    change = f"the arguments are files of the repository by their names: {' '.join(values)}"
    return Change(with_step(changed, step, filled), missing.because, change)


def _value(name: str, files: tuple[str, ...]) -> str | None:
    """Return the one file that an argument's name means, or a folder for what is written."""
    bare = name.lstrip("-").lower().replace("-", "_")
    if _OUTPUT.fullmatch(bare) and (
        _FOLDER_OPTION.search(bare) or bare.startswith(("out", "save"))
    ):
        return OUTPUTS
    if bare.startswith(("config", "conf", "cfg")):
        found = [path for path in files if _CONFIGURATION.fullmatch(path)]
        return found[0] if len(found) == 1 else None
    stem = _NOISE.sub("", bare)
    same = [
        path
        for path in files
        if stem
        and posixpath.basename(path).lower().split(".")[0].replace("-", "_") in (bare, stem)
        and not path.endswith((".py", ".ipynb", ".md"))
    ]
    return same[0] if len(same) == 1 else None
