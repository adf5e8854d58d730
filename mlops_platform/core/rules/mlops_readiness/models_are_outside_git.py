"""Trained models are kept outside Git.

Why: a committed model drifts apart from the code that should make it, and swells every clone.
Fix: run `git rm --cached PATH` for each model named here, add it to `.gitignore`, and publish it
in a registry, a release, or with `dvc add PATH`.
"""

from mlops_platform.core.answers.applicability import inapplicable
from mlops_platform.core.answers.cite import cite_files, listed
from mlops_platform.core.evidence import Answer, met, not_applicable, unmet
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts

WEIGHT = 1
EFFORT = "hours"


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from the committed model files that are not pointers."""
    if skipped := inapplicable(facts):
        return skipped
    committed = [f for f in facts.committed_models if not f.is_pointer and f.size_bytes]
    if committed:
        names = listed(f"`{file.path}`" for file in committed)
        return unmet(f"Git holds {names}", cite_files(committed))
    if not facts.training_entry_points and not facts.saved_models and not facts.committed_models:
        return not_applicable("no model is trained or kept here")
    return met(cite_files(facts.committed_models))
