import pytest

from mlops_platform.core.sections.monitoring_health import DriftQuestion, Source
from mlops_platform.core.watching.comparison import own_comparison
from mlops_platform_tests.core.rules.cases import aimed, column, data, seen, tabled


def tables(*paths, **known):
    return [tabled(path=path, **known) for path in paths]


@pytest.mark.parametrize(
    ("paths", "source", "chosen"),
    [
        (["data/test.csv", "data/train.csv"], Source.SPLIT, ("data/train.csv", "data/test.csv")),
        (["train.csv", "valid.csv", "test.csv"], Source.SPLIT, ("train.csv", "test.csv")),
        (
            ["reference.csv", "current.csv", "train.csv", "test.csv"],
            Source.NAMED_FILES,
            ("reference.csv", "current.csv"),
        ),
        (
            ["trips_2024-03.csv", "trips_2024-01.csv", "trips_2024-02.csv"],
            Source.DATED_FILES,
            ("trips_2024-02.csv", "trips_2024-03.csv"),
        ),
    ],
)
def test_the_surest_pair_is_chosen(paths, source, chosen):
    question = own_comparison(data(*tables(*paths)))
    assert isinstance(question, DriftQuestion)
    assert (question.source, question.reference, question.current) == (source, *chosen)


def test_a_sure_target_is_taken_along():
    pair = tables("train.csv", "test.csv", target=aimed())
    assert own_comparison(data(*pair)).target == "label"
    unsure = tables("train.csv", "test.csv", target=aimed(confidence=0.5))
    assert own_comparison(data(*unsure)).target is None


@pytest.mark.parametrize(
    "known",
    [
        {"rows": 20},
        {"is_whole": False},
        {"has_header": False},
        {"format": "jsonl"},
    ],
)
def test_tables_that_tell_too_little_are_left_out(known):
    assert "no two tables" in own_comparison(data(*tables("train.csv", "test.csv", **known)))


def test_files_of_other_columns_are_no_pair():
    other = tabled(*(column(f"z{n}") for n in range(5)), path="trips_2024-02.csv")
    found = own_comparison(data(*tables("trips_2024-01.csv"), other))
    assert "no two tables" in found


@pytest.mark.parametrize("name", ["run_20241399", "v2.1", "seed_12345678"])
def test_numbers_that_are_no_dates_make_no_series(name):
    found = own_comparison(data(*tables(f"{name}.csv", "x_2024-01.csv")))
    assert isinstance(found, str)


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({"kind": "library"}, "do not belong together"),
        ({"absent": (seen("a.dvc"),)}, "DVC or Git LFS"),
        ({"unread": (seen("a.csv", note="it is empty"),)}, "it is empty"),
        ({}, "no table of data"),
    ],
)
def test_the_reason_is_said(known, words):
    assert words in own_comparison(data(**known))
