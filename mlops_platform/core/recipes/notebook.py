"""A notebook, executed cell by cell by nbclient in the sandbox; the source is left as it is."""

import posixpath

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.way import Candidate, Way
from mlops_platform.core.run_plan import RunStep

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


def way(candidate: Candidate, _facts: PlanningFacts) -> Way | None:
    """Execute the notebook in its own folder, as Jupyter does."""
    path = candidate.entry.path
    if candidate.is_stated or not path.endswith(".ipynb"):
        return None
    folder, name = posixpath.dirname(path) or ".", posixpath.basename(path)
    copy = f"{name.removesuffix('.ipynb')}.executed.ipynb"
    step = RunStep(
        purpose=candidate.purpose,
        arguments=("python", "-c", PROGRAM.strip(), name, copy),
        working_directory=folder,
        recipe="notebook",
        because=candidate.entry.because,
        evidence=candidate.entry.evidence or (Evidence(path=path),),
    )
    return Way(steps=(step,), starts=(path,), tools=TOOLS)
