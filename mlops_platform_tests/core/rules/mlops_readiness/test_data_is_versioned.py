from mlops_platform.core.rules.mlops_readiness.data_is_versioned import answer
from mlops_platform_tests.core.rules.cases import (
    declared,
    does,
    file,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    mlops,
    of_kind,
    used,
)

DOWNLOAD = does("kagglehub.dataset_download", "data.py", 2)


def test_met_with_a_tool_in_use() -> None:
    is_met(answer(mlops(data_versioning=(used("dvc", "data.dvc"),))), "data.dvc")


def test_met_with_data_in_git() -> None:
    is_met(answer(mlops(datasets=(file("data/a.csv"),))), "data/a.csv")


def test_met_with_pictures_in_git() -> None:
    is_met(answer(mlops(picture_folders=(file("data/mugs/"),))), "data/mugs/")


def test_unmet_with_a_download_alone() -> None:
    is_unmet(answer(mlops(external_data=(DOWNLOAD,))), "kagglehub.dataset_download")


def test_unmet_when_the_tool_is_only_declared() -> None:
    facts = mlops(external_data=(DOWNLOAD,), data_versioning=(declared("dvc"),))
    is_unmet(answer(facts), "dvc is declared")


def test_unknown_when_no_data_was_found() -> None:
    is_unknown(answer(mlops()), "where the data are kept")


def test_not_applicable_to_data_of_a_library() -> None:
    facts = mlops(external_data=(does("torchvision.datasets.MNIST"),))
    is_not_applicable(answer(facts), "come with a library")


def test_not_applicable_to_a_template() -> None:
    is_not_applicable(answer(mlops(**of_kind("template"))), "template")


def test_a_set_that_a_library_fetches_is_its_own_but_not_that_of_a_service() -> None:
    fetched = does("sklearn.datasets.fetch_california_housing")
    is_not_applicable(answer(mlops(external_data=(fetched,))), "come with a library")
    is_unmet(answer(mlops(external_data=(does("sklearn.datasets.fetch_openml"),))), "fetch_openml")
