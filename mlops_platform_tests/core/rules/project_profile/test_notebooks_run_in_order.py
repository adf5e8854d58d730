from mlops_platform.core.rules.project_profile.notebooks_run_in_order import answer
from mlops_platform.core.sections.project_profile import NotebookSummary
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unmet,
    profile,
)


def notebook(path: str, runs_in_order: bool | None) -> NotebookSummary:
    return NotebookSummary(path=path, code_cells=3, runs_in_order=runs_in_order, has_outputs=True)


def test_met_when_all_were_run_in_order() -> None:
    is_met(answer(profile(notebooks=(notebook("a.ipynb", True),))))


def test_partly_met_by_the_share() -> None:
    notebooks = (notebook("a.ipynb", True), notebook("b.ipynb", False), notebook("c.ipynb", None))
    is_partly_met(answer(profile(notebooks=notebooks)), 0.5, "1 of 2 executed notebooks")


def test_unmet_names_the_notebook() -> None:
    is_unmet(answer(profile(notebooks=(notebook("b.ipynb", False),))), "1 of 1", at=["b.ipynb"])


def test_not_applicable_without_results() -> None:
    is_not_applicable(answer(profile(notebooks=(notebook("c.ipynb", None),))), "with results")


def test_not_applicable_without_notebooks() -> None:
    is_not_applicable(answer(profile()), "no notebooks")
