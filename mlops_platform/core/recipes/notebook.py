"""A notebook, executed cell by cell by nbclient in the sandbox; the source is left as it is."""

import posixpath
import re

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.planning.data_files_named import data_files_named
from mlops_platform.core.planning.planning_facts import PlanningFacts, source_of
from mlops_platform.core.planning.started_files import import_paths
from mlops_platform.core.planning.way import Candidate, Way
from mlops_platform.core.run_plan import Purpose, RunStep

# Runs in the sandbox. Prints what the cells print, as they do it; writes to a copy only.
PROGRAM = """
import sys, nbformat, nbclient
source, copy = sys.argv[1:3]
book = nbformat.read(source, as_version=4)
def show(cell, cell_index, execute_reply=None):
    for output in cell.get("outputs", ()):
        text = output.get("text") or output.get("data", {}).get("text/plain") or ""
        print("".join(text), flush=True)
client = nbclient.NotebookClient(book, timeout=None, kernel_name="python3", on_cell_executed=show)
try:
    client.execute()
finally:
    nbformat.write(book, copy)
"""
TOOLS = ("ipykernel", "nbclient", "nbformat")
_NUMBERED = re.compile(r"(\d{1,3})[-_. ].*\.ipynb")


def way(candidate: Candidate, facts: PlanningFacts) -> Way | None:
    """Execute the notebook in its own folder, as Jupyter does."""
    path = candidate.entry.path
    if candidate.is_stated or not path.endswith(".ipynb"):
        return None
    own = _step(path, candidate.purpose, candidate.entry.because, candidate.entry.evidence)
    before = [
        _step(
            each,
            Purpose.PREPARE,
            f"{path} reads what {each} names and nothing holds",
            (Evidence(path=each),),
        )
        for each in _earlier(path, facts)
    ]
    code = source_of(facts, path)
    added = import_paths(code, own.working_directory, facts, is_module=False) if code else ""
    return Way(
        steps=(*before, own),
        starts=(*_earlier(path, facts), path),
        import_paths=(added,) if added else (),
        tools=TOOLS,
    )


def _step(path: str, purpose: Purpose, because: str, evidence: tuple[Evidence, ...]) -> RunStep:
    name = posixpath.basename(path)
    copy = f"{name.removesuffix('.ipynb')}.executed.ipynb"
    return RunStep(
        purpose=purpose,
        arguments=("python", "-c", PROGRAM.strip(), name, copy),
        working_directory=posixpath.dirname(path) or ".",
        recipe="notebook",
        because=because,
        evidence=evidence or (Evidence(path=path),),
    )


def _earlier(path: str, facts: PlanningFacts) -> list[str]:
    """Return notebooks of lower numbers beside this one that name files which it lacks."""
    folder, number = posixpath.dirname(path), _number(path)
    here = {posixpath.basename(each) for each in facts.paths}
    own = source_of(facts, path)
    lacking = (data_files_named([own]) if own else frozenset()) - here
    if number is None or not lacking:
        return []
    found = []
    for book in facts.notebooks.notebooks:
        other = _number(book.path)
        if posixpath.dirname(book.path) != folder or other is None or other >= number:
            continue
        if book.code is not None and lacking & data_files_named([book.code]):
            found.append((other, book.path))
    return [each for _, each in sorted(found)]


def _number(path: str) -> int | None:
    found = _NUMBERED.fullmatch(posixpath.basename(path))
    return int(found[1]) if found else None
