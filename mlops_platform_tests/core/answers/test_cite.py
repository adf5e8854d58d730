import pytest

from mlops_platform.core.answers.cite import cite_detections, counted, in_use, listed, shown_size
from mlops_platform_tests.core.rules.cases import declared, seen, used


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b", "a"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (list("abcdefg"), "a, b, c, d, e and 2 more"),
    ],
)
def test_names_are_listed_once_and_the_rest_is_counted(names: list[str], text: str) -> None:
    assert listed(names) == text


def test_what_is_only_declared_is_not_in_use() -> None:
    assert in_use([used("dvc"), declared("mlflow")]) == [used("dvc")]
    assert in_use([used("dvc"), used("mlflow")], {"mlflow"}) == [used("mlflow")]


def test_detections_are_cited_by_their_places() -> None:
    assert cite_detections([used("dvc", "dvc.yaml", 3)]) == [seen("dvc.yaml", 3)]


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 B"),
        (1023, "1023 B"),
        (1536, "2 KiB"),
        (5 * 1024**2, "5 MiB"),
        (3 * 1024**3, "3.0 GiB"),
    ],
)
def test_sizes_are_shown_in_powers_of_1024(size: int, text: str) -> None:
    assert shown_size(size) == text


def test_counts_have_a_plural() -> None:
    assert (counted(1, "file"), counted(2, "file")) == ("1 file", "2 files")
