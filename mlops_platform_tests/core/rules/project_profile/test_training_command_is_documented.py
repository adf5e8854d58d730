from mlops_platform.core.rules.project_profile.training_command_is_documented import answer
from mlops_platform.core.sections.project_profile import Documentation
from mlops_platform_tests.core.rules.cases import (
    TRAIN,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    of_kind,
    profile,
    seen,
)


def test_met_with_the_readme() -> None:
    point = TRAIN.model_copy(update={"evidence": (seen("train.py", 9), seen("README.md", 12))})
    is_met(answer(profile(training_entry_points=(point,))), "README.md:12")


def test_unmet_when_only_the_code_tells() -> None:
    point = TRAIN.model_copy(update={"evidence": (seen("train.py", 9),)})
    is_unmet(answer(profile(training_entry_points=(point,))), "train.py")


def test_unmet_without_a_readme() -> None:
    facts = profile(training_entry_points=(TRAIN,), documentation=Documentation())
    is_unmet(answer(facts), "no README")


def test_not_applicable_to_training_in_notebooks() -> None:
    point = TRAIN.model_copy(update={"path": "train.ipynb"})
    is_not_applicable(answer(profile(training_entry_points=(point,))), "notebooks")


def test_not_applicable_without_training() -> None:
    is_not_applicable(answer(profile()), "no training")


def test_not_applicable_to_a_library() -> None:
    is_not_applicable(answer(profile(training_entry_points=(TRAIN,), **of_kind("library"))))


def test_unknown_when_the_readme_speaks_of_running_in_other_words() -> None:
    documentation = Documentation(readme=seen("README.md"), usage=seen("README.md", 8))
    facts = profile(training_entry_points=(TRAIN,), documentation=documentation)
    is_unknown(answer(facts), "`train.py`")
