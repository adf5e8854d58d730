from mlops_platform.core.rules.project_profile.training_runs_outside_notebooks import answer
from mlops_platform_tests.core.rules.cases import (
    TRAIN,
    is_met,
    is_not_applicable,
    is_unmet,
    profile,
)

NOTEBOOK = TRAIN.model_copy(update={"path": "train.ipynb"})


def test_met_with_a_script_beside_the_notebook() -> None:
    is_met(answer(profile(training_entry_points=(NOTEBOOK, TRAIN))), "train.py")


def test_unmet_with_notebooks_only() -> None:
    is_unmet(
        answer(profile(training_entry_points=(NOTEBOOK,))), "`train.ipynb`", at=["train.ipynb"]
    )


def test_not_applicable_to_a_collection_of_notebooks() -> None:
    points = [NOTEBOOK.model_copy(update={"path": f"{i}.ipynb"}) for i in range(3)]
    is_not_applicable(answer(profile(training_entry_points=points)), "3 notebooks")


def test_not_applicable_without_training() -> None:
    is_not_applicable(answer(profile()), "no training")
