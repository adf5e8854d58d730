from mlops_platform.core.rules.project_profile.results_are_documented import answer
from mlops_platform.core.sections.project_profile import Documentation, NotebookSummary
from mlops_platform_tests.core.rules.cases import (
    TRAIN,
    is_met,
    is_not_applicable,
    is_unmet,
    of_kind,
    profile,
    seen,
)

TRAINS = {"training_entry_points": (TRAIN,)}


def test_met_with_the_readme() -> None:
    documentation = Documentation(results=seen("README.md", 30))
    is_met(answer(profile(documentation=documentation, **TRAINS)), "README.md:30")


def test_unmet_without_a_word() -> None:
    documentation = Documentation(readme=seen("README.md"))
    is_unmet(answer(profile(documentation=documentation, **TRAINS)), "no section")


def test_unmet_without_a_readme() -> None:
    is_unmet(answer(profile(**TRAINS)), "no README")


def test_not_applicable_when_notebooks_show_them() -> None:
    notebook = NotebookSummary(path="a.ipynb", code_cells=1, runs_in_order=True, has_outputs=True)
    is_not_applicable(answer(profile(notebooks=(notebook,), **TRAINS)), "notebooks")


def test_not_applicable_without_training() -> None:
    is_not_applicable(answer(profile()), "no training")


def test_not_applicable_to_a_library() -> None:
    is_not_applicable(answer(profile(**of_kind("library"), **TRAINS)), "library")
