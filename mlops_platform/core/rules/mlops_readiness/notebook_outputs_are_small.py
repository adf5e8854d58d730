"""Notebooks beside code are committed without large outputs.

Why: outputs hide the change in review, grow each clone, and can hold rows of private data.
Fix: add the hook `nbstripout` to `.pre-commit-config.yaml`, or run `nbstripout NOTEBOOK` before
you commit.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.cite import counted, shown_size
from mlops_platform.core.evidence import Answer, Evidence, not_applicable, partly_met
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 1
EFFORT = "minutes"

SMALL_OUTPUT_BYTES = 100 * 1024
"""A few tables and one small plot: what a review can still scroll past."""


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from the share of notebooks with small outputs; notebooks that teach keep theirs."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY, *COLLECTIONS):
        return skipped
    if not facts.notebooks:
        return not_applicable("there are no notebooks")
    heavy = [n for n in facts.notebooks if n.output_bytes > SMALL_OUTPUT_BYTES]
    total = shown_size(sum(notebook.output_bytes for notebook in heavy))
    return partly_met(
        1 - len(heavy) / len(facts.notebooks),
        f"{total} of outputs stand in {counted(len(heavy), 'notebook')} of {len(facts.notebooks)}"
        if heavy
        else "",
        [Evidence(path=n.path, note=shown_size(n.output_bytes)) for n in heavy],
    )
