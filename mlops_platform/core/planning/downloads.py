"""Calls that fetch data or models from outside, among those that a start leads to."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.source_code import Call, SourceFile
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.started_files import reached_files, started_scopes

ALWAYS = (
    "kaggle.api.",
    "kagglehub.",
    "keras.datasets.",
    "nltk.download",
    "openml.datasets.",
    "seaborn.load_dataset",
    "sklearn.datasets.fetch_",
    "tensorflow.keras.datasets.",
    "tensorflow_datasets.load",
    "torch.hub.load",
    "ucimlrepo.fetch_ucirepo",
    "yfinance.download",
)
"""Calls that always fetch."""

IF_EMPTY = ("gdown.download", "requests.get", "urllib.request.urlretrieve", "wget.download")
"""Calls that fetch what may be here already; they count where the repository holds no data."""

LOCAL_BUILDERS = frozenset("csv json parquet text arrow imagefolder audiofolder".split())
_READERS = re.compile(r"pandas\.read_\w+|polars\.(?:read|scan)_\w+")
_ADDRESS = re.compile(r"(?:https?|ftp|s3|gs)://.+")
_HUB_NAME = re.compile(r"[\w-]+(?:/[\w.-]+)?")


class Download(NamedTuple):
    """One call that fetches, by name, and where it stands."""

    name: str
    evidence: Evidence


def downloads(starts: tuple[str, ...], facts: PlanningFacts) -> tuple[Download, ...]:
    """Return the calls that fetch when these files are started, those of the code itself."""
    paths = facts.paths
    has_data = any(not data.is_pointer for data in facts.profile.datasets)
    found = {
        Download(call.name, Evidence(path=file.path, line=call.line, note=call.name))
        for file, call in started_calls(starts, facts)
        if _fetches(call, paths, has_data=has_data)
    }
    return tuple(sorted(found, key=lambda d: (d.evidence.path or "", d.evidence.line or 0)))


def started_calls(
    starts: tuple[str, ...], facts: PlanningFacts
) -> Iterator[tuple[SourceFile, Call]]:
    """Yield the calls that starting these files surely leads to."""
    files = reached_files(starts, facts)
    scopes = started_scopes(starts, files, facts)
    for file in sorted(files, key=lambda each: each.path):
        yield from ((file, call) for call in file.calls if (file.path, call.scope) in scopes)


def _fetches(call: Call, paths: frozenset[str], *, has_data: bool) -> bool:
    keywords = dict(call.keywords)
    text = call.text or ""
    if call.name.startswith("torchvision.datasets."):
        return keywords.get("download") is True and f"{text}/".lstrip("./") not in paths
    if call.name.startswith("torchvision.models."):
        return keywords.get("pretrained") is True or isinstance(keywords.get("weights"), str)
    if call.name == "datasets.load_dataset":
        return bool(text) and text not in LOCAL_BUILDERS and text.lstrip("./") not in paths
    if call.name.startswith("transformers.") and call.name.endswith(".from_pretrained"):
        return bool(_HUB_NAME.fullmatch(text)) and text not in paths
    if _READERS.fullmatch(call.name):
        return bool(_ADDRESS.fullmatch(text))
    return call.name.startswith(ALWAYS) or (call.name in IF_EMPTY and not has_data)
