"""Data that the started code needs and that a run does not have: pointers, downloads, absences."""

import posixpath
import re
from collections.abc import Iterator

from mlops_platform.core.causes import Cause
from mlops_platform.core.checkout import UnreadFile
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.source_code import SourceFile
from mlops_platform.core.facts.text.texts import read_text
from mlops_platform.core.planning.data_files_named import data_files_named
from mlops_platform.core.planning.downloads import downloads, started_calls
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.way import Lack, Way
from mlops_platform.core.run_plan import Purpose, RunStep

MOST_NAMED = 3
_READERS = re.compile(
    r"pandas\.read_(?:csv|table|excel|parquet|json|feather|pickle)|polars\.(?:read|scan)_\w+"
    r"|numpy\.(?:loadtxt|genfromtxt|load)"
)
_PATH = re.compile(r"[\w./ -]+\.[A-Za-z]\w{1,8}")
_URL = re.compile(r"^\s*url\s*=\s*(\S+)\s*$", re.MULTILINE)


def data_lacks(way: Way, facts: PlanningFacts) -> tuple[Lack, ...]:
    """Return what is missing, the surest first; an evaluation gets what the training left."""
    found = [_downloads(way, facts)]
    if way.steps[-1].purpose is not Purpose.EVALUATE:
        found = [_pointers(way, facts), *found, _absent(way, facts)]
    return tuple(lack for lacks in found for lack in lacks)


def pointer_lack(path: str, facts: PlanningFacts, evidence: Evidence) -> Lack:
    """Say that a file is a pointer only, and where its content is said to be."""
    remote = _dvc_remote(facts)
    where = f" (DVC remote {remote})" if remote else ""
    return Lack(
        Cause.DATA_MISSING,
        f"{path} is only a pointer here, its content lies elsewhere{where}",
        "Commit the data, or fetch them (`dvc pull`, `git lfs pull`) and execute that directory.",
        (evidence,),
    )


def _pointers(way: Way, facts: PlanningFacts) -> Iterator[Lack]:
    pointers = {data.path for data in facts.profile.datasets if data.is_pointer}
    if not pointers:
        return
    named = [(path, e) for step in way.steps for path, e in _argument_paths(step)]
    for file, call in started_calls(way.starts, facts):
        place = Evidence(path=file.path, line=call.line, note=call.name.lstrip("."))
        named += [(path, place) for path in _seen_from(call.text or "", way, file.path)]
    seen: set[str] = set()
    for path, place in named:
        if path in pointers and path not in seen:
            seen.add(path)
            yield pointer_lack(path, facts, place)


def _downloads(way: Way, facts: PlanningFacts) -> Iterator[Lack]:
    if facts.request.limits.network != "none":
        return
    found = downloads(way.starts, facts)
    if found:
        names = ", ".join(dict.fromkeys(each.name for each in found[:MOST_NAMED]))
        yield Lack(
            Cause.DOWNLOAD_NEEDED,
            f"{names} fetches data or a model, and a run has no network",
            "Allow it with `--network bridge`.",
            tuple(each.evidence for each in found[:MOST_NAMED]),
            is_certain=False,
        )


def _absent(way: Way, facts: PlanningFacts) -> Iterator[Lack]:
    """Yield the first table that is read by a literal path, and that nothing else speaks of."""
    here = {posixpath.basename(path) for path in facts.paths}
    here |= {posixpath.basename(data.path) for data in facts.profile.datasets}
    calls = list(started_calls(way.starts, facts))
    for file, call in calls:
        text = call.text or ""
        name = posixpath.basename(text.replace("\\", "/"))
        is_read = bool(_READERS.fullmatch(call.name)) and bool(_PATH.fullmatch(text))
        if is_read and name not in here and not _is_mentioned(name, file, facts):
            origin = facts.profile.documentation.data_origin
            hint = (
                f"; {origin.path} line {origin.line} speaks of where data come from"
                if origin
                else ""
            )
            yield Lack(
                Cause.DATA_MISSING,
                f"{text} is read, and no file of that name is in the repository{hint}",
                "Commit the data, or put them in place and execute that directory.",
                (Evidence(path=file.path, line=call.line, note=call.name),),
                is_certain=False,
            )
            return


def _is_mentioned(name: str, reader: SourceFile, facts: PlanningFacts) -> bool:
    """Tell whether another call, file or command names a file: it may be what writes it."""
    if any(name in command.command for command in facts.commands.commands):
        return True
    books = (book.code for book in facts.notebooks.notebooks if book.code is not None)
    others = [file for file in (*facts.code.files, *books) if file.path != reader.path]
    if name in data_files_named(others):
        return True
    own = (call for call in reader.calls if not _READERS.fullmatch(call.name))
    return any(posixpath.basename(call.text or "") == name for call in own)


def _argument_paths(step: RunStep) -> Iterator[tuple[str, Evidence]]:
    place = step.evidence[-1] if step.evidence else Evidence()
    for word in step.arguments[1:]:
        value = word.partition("=")[2] if word.startswith("-") else word
        if value and len(value) < 500:  # noqa: PLR2004 - longer than any path
            yield posixpath.normpath(posixpath.join(step.working_directory, value)), place


def _seen_from(text: str, way: Way, path: str) -> list[str]:
    folders = {step.working_directory for step in way.steps} | {posixpath.dirname(path)}
    return [posixpath.normpath(posixpath.join(folder, text)) for folder in folders if text]


def _dvc_remote(facts: PlanningFacts) -> str:
    if ".dvc/config" not in facts.paths:
        return ""
    text = read_text(facts.checkout, ".dvc/config")
    found = None if isinstance(text, UnreadFile) else _URL.search(text)
    return found[1][:200] if found else ""
