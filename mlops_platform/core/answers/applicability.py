"""When a claim is not about a repository, and the sentence that says so.

Rules judge a course, a template or a library by what it wants to be. Which kind a repository is
was decided when its facts were gathered, never here.
"""

from typing import Protocol

from mlops_platform.core.evidence import Answer, not_applicable
from mlops_platform.core.sections.project_profile import ProjectKind

SENTENCES = {
    ProjectKind.NOT_ML: "this is not a machine-learning project",
    ProjectKind.LIBRARY: "this is a library: its users train and serve with it",
    ProjectKind.INFERENCE_ONLY: "this project uses a trained model and trains none",
    ProjectKind.NOTEBOOKS_ONLY: "this repository consists of notebooks",
    ProjectKind.TEMPLATE: "this is a template: the projects made from it answer for themselves",
    ProjectKind.MANY_PROJECTS: "this repository holds many separate projects, not one product",
    ProjectKind.SINGLE_PROJECT: "this is a single project",
}

COLLECTIONS = (ProjectKind.TEMPLATE, ProjectKind.MANY_PROJECTS, ProjectKind.NOTEBOOKS_ONLY)
"""Kinds that are no product: what they practise counts, what they lack is not held against them."""


class KnowsItsKind(Protocol):
    """Facts that say what sort of repository they were read from."""

    @property
    def is_ml_project(self) -> bool:
        """Tell whether it is about machine learning at all."""
        ...

    @property
    def kind(self) -> ProjectKind:
        """Return the sort of repository."""
        ...


def inapplicable(facts: KnowsItsKind, *kinds: ProjectKind) -> Answer | None:
    """Return "not applicable" with its reason outside machine learning and for these kinds."""
    if not facts.is_ml_project:
        return not_applicable(SENTENCES[ProjectKind.NOT_ML])
    return not_applicable(SENTENCES[facts.kind]) if facts.kind in kinds else None
