from mlops_platform.core.rules.mlops_readiness.notebook_outputs_are_small import answer
from mlops_platform.core.sections.project_profile import NotebookSummary
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unmet,
    mlops,
    of_kind,
)


def notebook(path: str, output_bytes: int) -> NotebookSummary:
    return NotebookSummary(
        path=path, code_cells=1, runs_in_order=True, has_outputs=True, output_bytes=output_bytes
    )


def test_met_with_a_few_tables() -> None:
    is_met(answer(mlops(notebooks=(notebook("a.ipynb", 1000),))))


def test_partly_met_by_the_share() -> None:
    notebooks = (notebook("a.ipynb", 1000), notebook("b.ipynb", 2 * 1024**2))
    is_partly_met(answer(mlops(notebooks=notebooks)), 0.5, "2 MiB", "1 notebook of 2")


def test_unmet_with_large_outputs() -> None:
    is_unmet(answer(mlops(notebooks=(notebook("b.ipynb", 2 * 1024**2),))), at=["b.ipynb"])


def test_not_applicable_without_notebooks() -> None:
    is_not_applicable(answer(mlops()), "no notebooks")


def test_not_applicable_where_notebooks_teach() -> None:
    is_not_applicable(answer(mlops(**of_kind("many_projects"))))
