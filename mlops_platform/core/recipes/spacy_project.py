"""A spaCy project: the scripts of the workflow that trains, in order."""

import posixpath
import re

from mlops_platform.core.causes import Cause
from mlops_platform.core.checkout import UnreadFile
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.text.documents import list_at, text_at
from mlops_platform.core.facts.text.yaml_documents import read_yaml_documents
from mlops_platform.core.planning.command_way import Told, joined, way_of_command
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.way import Candidate, Lack, Way
from mlops_platform.core.run_plan import Purpose

_RUN = re.compile(r"python -m spacy project run (\S+)")
_LEARNS = re.compile(r"\bspacy\s+(?:train|pretrain|evaluate|benchmark)\b")


def way(candidate: Candidate, facts: PlanningFacts) -> Way | None:
    """Run the workflow's scripts; what comes before the first that learns prepares for it."""
    entry = candidate.entry
    workflow = _RUN.fullmatch(entry.command or "")
    if candidate.is_stated or workflow is None:
        return None
    lines = [
        each
        for each in facts.commands.commands
        if (each.source, each.path, each.name) == ("spacy_project", entry.path, workflow[1])
    ]
    first = next((n for n, line in enumerate(lines) if _LEARNS.search(line.command)), 0)
    ways = []
    for number, line in enumerate(lines):
        told = Told(
            line=line.command,
            folder=line.working_directory,
            recipe="spacy_project",
            because=f"workflow {workflow[1]} of {entry.path}",
            evidence=(Evidence(path=line.path, line=line.line),),
        )
        purpose = Purpose.PREPARE if number < first else candidate.purpose
        ways.append(way_of_command(told, candidate._replace(purpose=purpose), facts))
    found = joined(ways)
    return found._replace(
        tools=tuple(dict.fromkeys((*found.tools, "spacy"))),
        lacks=(*_assets(entry.path, facts), *found.lacks),
    )


def _assets(path: str, facts: PlanningFacts) -> tuple[Lack, ...]:
    """Say which assets must be fetched: those that are not committed."""
    documents = read_yaml_documents(facts.checkout, path)
    if isinstance(documents, UnreadFile) or facts.request.limits.network != "none":
        return ()
    folder = posixpath.dirname(path)
    places = [text_at(each, "dest") for each in list_at(documents[0].value, "assets")]
    absent = [
        place
        for place in places
        if place
        and "${" not in place
        and posixpath.normpath(posixpath.join(folder, place)) not in facts.paths
    ]
    if not absent:
        return ()
    return (
        Lack(
            Cause.DOWNLOAD_NEEDED,
            f"the asset {absent[0]} of {path} must be fetched, and a run has no network",
            "Run `spacy project assets`, and execute that directory with its files.",
            (Evidence(path=path),),
        ),
    )
