from mlops_platform.core.rules.project_profile.data_origin_is_documented import answer
from mlops_platform.core.sections.project_profile import Documentation
from mlops_platform_tests.core.rules.cases import (
    does,
    file,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    of_kind,
    profile,
    seen,
)


def test_met_with_the_readme() -> None:
    is_met(
        answer(profile(documentation=Documentation(data_origin=seen("README.md", 5)))),
        "README.md:5",
    )


def test_met_with_code_that_fetches_the_data() -> None:
    is_met(
        answer(profile(external_data=(does("torchvision.datasets.MNIST", "data.py", 3),))),
        "data.py:3",
    )


def test_unmet_names_the_data_of_unknown_origin() -> None:
    facts = profile(
        datasets=(file("data/a.csv"),), documentation=Documentation(readme=seen("README.md"))
    )
    is_unmet(answer(facts), "`data/a.csv`")


def test_unknown_with_a_readme_in_another_language() -> None:
    documentation = Documentation(readme=seen("README.md"), is_readme_english=False)
    facts = profile(datasets=(file("data/a.csv"),), documentation=documentation)
    is_unknown(answer(facts), "not in English")


def test_not_applicable_without_data() -> None:
    is_not_applicable(answer(profile()), "no data file")


def test_not_applicable_to_inference_alone() -> None:
    is_not_applicable(answer(profile(**of_kind("inference_only"))), "trains none")
