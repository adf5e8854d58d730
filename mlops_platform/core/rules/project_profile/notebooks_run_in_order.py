"""Notebooks were saved after one run from top to bottom.

Why: results that come from cells run out of order cannot be had again.
Fix: choose "Restart kernel and run all cells" before saving, or run `jupyter nbconvert --to
notebook --execute --inplace NOTEBOOK`.
"""

from mlops_platform.core.answers.cite import counted
from mlops_platform.core.evidence import Answer, Evidence, not_applicable, partly_met
from mlops_platform.core.sections.project_profile import ProjectProfileFacts

WEIGHT = 1
EFFORT = "minutes"


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from the execution counts that the notebooks keep."""
    if not facts.notebooks:
        return not_applicable("there are no notebooks")
    executed = [n for n in facts.notebooks if n.runs_in_order is not None]
    if not executed:
        return not_applicable("no notebook was saved with results")
    astray = [n for n in executed if not n.runs_in_order]
    count = f"{len(astray)} of {counted(len(executed), 'executed notebook')}"
    return partly_met(
        1 - len(astray) / len(executed),
        f"the cells of {count} were not run once each from top to bottom" if astray else "",
        [Evidence(path=n.path) for n in astray],
    )
