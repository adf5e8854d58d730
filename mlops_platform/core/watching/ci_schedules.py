"""CI pipelines that run the project's own work by the clock, not only checks of its code."""

import re
import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise

from mlops_platform.core.ci_steps import CiStep, ci_steps
from mlops_platform.core.sections.project_profile import Place, Workflow

TIMED = frozenset({"schedule", "cron", "schedules"})
CHANGES = frozenset({"push", "pull_request", "pull_request_target", "merge_request", "pr"})
"""What also runs on each change is a test, although it runs at night too."""

PIPELINES = (
    *(("dvc", "repro"), ("dvc", "exp"), ("kedro", "run"), ("mlflow", "run"), ("papermill",)),
    *(("snakemake",), ("evidently",), ("great_expectations",), ("gx",), ("soda", "scan")),
)
STARTERS = frozenset({"python", "python3", "uv", "poetry"})
OF_TOOLS = re.compile(
    r"(^|/)(setup|conftest|noxfile|tasks|manage|versioneer|build|release|bump\w*|\w*docs?|readme\w*"
    r"|check_\w+|test_\w+|tests?|lint\w*|changelog|benchmark\w*)\.py$|(^|/)(tests?|docs?|\.github|ci)/"
)
"""Scripts that look after the repository, not after a model."""

ASKERS = (("curl",), ("wget",))
OF_HEALTH = re.compile(r"^https?://[^/\s]+/(?:[\w./-]*/)?(?:health\w*|ready\w*|live\w*|ping)/?$")

OF_PACKAGES = (".download", ".downloader", ".install")
"""Modules that fetch what an installed package needs."""


def ci_schedules(workflows: Iterable[Workflow]) -> tuple[Place, ...]:
    """Return the first step of each timed pipeline that starts a script or a data pipeline."""
    found = []
    for workflow in workflows:
        triggers = {trigger.lower() for trigger in workflow.triggers}
        if not TIMED & triggers or CHANGES & triggers:
            continue
        steps = [step for step in ci_steps([workflow]) if _is_work(step)]
        found += [
            Place(name=f"{workflow.system} schedule", evidence=step.place) for step in steps[:1]
        ]
    return tuple(found)


def ci_probes(workflows: Iterable[Workflow]) -> tuple[Place, ...]:
    """Return the steps of timed pipelines that ask a server for its health."""
    return tuple(
        Place(name=f"{workflow.system} probe", evidence=step.place)
        for workflow in workflows
        if TIMED & {trigger.lower() for trigger in workflow.triggers}
        for step in ci_steps([workflow])
        if step.words[:1] in ASKERS and any(OF_HEALTH.search(word) for word in step.words)
    )


def _is_work(step: CiStep) -> bool:
    words = step.words
    if words[:1] in PIPELINES or words[:2] in PIPELINES:
        return True
    scripts = [word for word in words[1:] if word.endswith(".py")] + _modules(words)
    return words[0] in STARTERS and any(not OF_TOOLS.search(script) for script in scripts)


def _modules(words: Sequence[str]) -> list[str]:
    """Return what `-m` starts as a script, where it is a module inside a package of the project."""
    return [
        f"{module.replace('.', '/')}.py"
        for flag, module in pairwise(words)
        if flag == "-m" and "." in module and not _is_foreign(module)
    ]


def _is_foreign(module: str) -> bool:
    first = module.partition(".")[0]
    return first in sys.stdlib_module_names or module.endswith(OF_PACKAGES)
