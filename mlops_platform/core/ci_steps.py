"""What CI runs: every program of every pipeline command, with its place.

Some steps hide what they run: a make target, a shell script, a reused workflow. Where one of them
stands, a claim that CI does *not* do something cannot be made.
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.sections.project_profile import Workflow
from mlops_platform.core.shell_words import programs

TALK_ONLY = {"echo", "printf", "which", "install", "add", "sync", "cat", "grep", "export"}
"""Words that show or install a program instead of running it."""

RUNNERS = {"make", "just", "task", "tox", "nox", "invoke", "inv", "npm", "yarn", "pnpm", "act"}
SHELLS = {"bash", "sh", "zsh", "source", "."}


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
    return [step.place for step in ci_steps(workflows) if _names_of(step).intersection(names)]


def steps_that_start(workflows: Iterable[Workflow], *starts: str) -> list[Evidence]:
    """Return where a pipeline runs a command that begins with these words."""
    wanted = [tuple(start.split()) for start in starts]
    return [
        step.place
        for step in ci_steps(workflows)
        if any(step.words[: len(start)] == start for start in wanted)
    ]


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
        if step.words[0].startswith("./") or step.words[0].endswith((".yml", ".yaml"))
    ]
    return [*hidden, *reused]


def _hides_its_work(words: tuple[str, ...]) -> bool:
    return words[0] in RUNNERS | SHELLS or words[0].endswith(".sh")


def _names_of(step: CiStep) -> set[str]:
    return {word.rpartition("/")[2] for word in step.words}
