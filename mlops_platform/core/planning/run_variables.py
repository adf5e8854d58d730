"""Variables that the started code is given: headless, unbuffered, trackers kept inside."""

import re
from collections.abc import Iterable
from itertools import chain, count

from mlops_platform.core.facts.source_code import SourceFile
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.run_plan import SOURCES

ALWAYS = (("MPLBACKEND", "Agg"), ("PYTHONUNBUFFERED", "1"))

BY_MODULE = {
    "git": (("GIT_PYTHON_REFRESH", "quiet"),),
    "dvclive": (("GIT_PYTHON_REFRESH", "quiet"),),
    "clearml": (("CLEARML_OFFLINE_MODE", "1"),),
    "comet_ml": (("COMET_MODE", "offline"),),
    "datasets": (("HF_DATASETS_OFFLINE", "1"), ("HF_HUB_OFFLINE", "1")),
    "huggingface_hub": (("HF_HUB_OFFLINE", "1"),),
    "neptune": (("NEPTUNE_MODE", "offline"),),
    "sentence_transformers": (("HF_HUB_OFFLINE", "1"),),
    "transformers": (("HF_HUB_OFFLINE", "1"), ("WANDB_MODE", "offline")),
    "wandb": (("WANDB_MODE", "offline"),),
}
"""What each library needs to know of a place without network."""

_TRACKER_OPTION = re.compile(r"--?(?:mlflow[_-])?tracking[_-]ur[il](?:=(.*))?")
_SERVER = re.compile(r"https?://.+")
_NEEDS_NETWORK = re.compile(r"HF_.*")


def run_variables(
    files: Iterable[SourceFile], told: Iterable[tuple[str, str]], facts: PlanningFacts
) -> tuple[tuple[str, str], ...]:
    """Return the variables by name: the operator's word first, then ours, then the repository's."""
    modules = {item.module.partition(".")[0] for file in files for item in file.imports}
    ours = dict(ALWAYS)
    for module in sorted(modules & BY_MODULE.keys()):
        ours |= dict(BY_MODULE[module])
    if "mlflow" in modules:
        ours |= {"MLFLOW_TRACKING_URI": _mlflow_store(facts), "MLFLOW_ALLOW_FILE_STORE": "true"}
        ours |= {"GIT_PYTHON_REFRESH": "quiet"}
    if facts.request.limits.network != "none":
        ours = {name: v for name, v in ours.items() if not _NEEDS_NETWORK.fullmatch(name)}
    return tuple(sorted((dict(told) | ours | dict(facts.request.variables)).items()))


def with_local_trackers(arguments: tuple[str, ...], facts: PlanningFacts) -> tuple[str, ...]:
    """Return a command that keeps its runs in the sandbox where it names a tracking server."""
    if facts.request.limits.network != "none":
        return arguments
    found: list[str] = []
    for word in arguments:
        option = _TRACKER_OPTION.fullmatch(found[-1]) if found else None
        own = _TRACKER_OPTION.fullmatch(word)
        if option and option[1] is None and _SERVER.fullmatch(word):
            found.append(_mlflow_store(facts))
        elif own and _SERVER.fullmatch(own[1] or ""):
            found.append(f"{word.partition('=')[0]}={_mlflow_store(facts)}")
        else:
            found.append(word)
    return tuple(found)


def _mlflow_store(facts: PlanningFacts) -> str:
    """Return a store of its own: a committed one holds old runs, in the schema of its day."""
    names = chain(("mlflow.db", "mlflow-run.db"), (f"mlflow-run-{n}.db" for n in count(2)))
    return f"sqlite:///{SOURCES}/{next(name for name in names if name not in facts.paths)}"
