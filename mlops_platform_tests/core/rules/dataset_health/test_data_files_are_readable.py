from mlops_platform.core.rules.dataset_health.data_files_are_readable import answer
from mlops_platform_tests.core.rules.cases import (
    data,
    does,
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unknown,
    is_unmet,
    of_kind,
    seen,
    tabled,
)

BROKEN = seen("b.csv", note="it is empty")


def test_met() -> None:
    is_met(answer(data(tabled())), "data.csv")


def test_partly_met_with_one_broken_file() -> None:
    is_partly_met(answer(data(tabled(), unread=(BROKEN,))), 0.5, "1 of 2 data files")


def test_unmet_when_none_can_be_read() -> None:
    is_unmet(answer(data(unread=(BROKEN,))), at=["b.csv"])


def test_unknown_where_the_data_are_pointers_or_elsewhere() -> None:
    is_unknown(answer(data(absent=(seen("a.csv"),))), "DVC")
    is_unknown(answer(data(passed_over=(seen("a.xlsx", note="Excel is not read"),))), "Excel")
    is_unknown(answer(data()), "holds no table")


def test_not_applicable_to_data_of_a_library_and_to_templates() -> None:
    downloaded = does("torchvision.datasets.MNIST")
    is_not_applicable(answer(data(external_data=(downloaded,))), "with a library")
    is_not_applicable(answer(data(tabled(), **of_kind("template"))), "template")
