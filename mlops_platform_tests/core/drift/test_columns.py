import numpy as np
import polars as pl
import pytest

from mlops_platform.core.drift import columns
from mlops_platform.core.drift.columns import (
    Kind,
    is_mostly_numbers,
    is_row_number,
    is_text,
    kind_of,
    lengths,
    numbers,
    pairs,
    picked_words,
)
from mlops_platform.core.drift.tables import Table


def once(values, of=None):
    series = pl.Series("c", values, of, strict=False)
    return lambda: iter([series])


def table(frame):
    return Table("t", frame.lazy(), dict(frame.schema), frame.height)


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        (pl.Int8, pl.Float64, Kind.NUMBER),
        (pl.Boolean, pl.Int64, Kind.NUMBER),
        (pl.Boolean, pl.Boolean, Kind.BOOLEAN),
        (pl.Date, pl.Datetime("us"), Kind.DATETIME),
        (pl.String, pl.Categorical, Kind.TEXT),
        (pl.Null, pl.Float64, Kind.NUMBER),
        (pl.Null, pl.Null, Kind.OTHER),
        (pl.List(pl.Int8), pl.List(pl.Int8), Kind.OTHER),
        (pl.String, pl.Float64, None),
        (pl.Datetime("us"), pl.Int64, None),
    ],
)
def test_two_types_share_a_kind_or_conflict(first, second, kind):
    assert kind_of(first, second) is kind


def test_numbers_leave_out_what_is_no_finite_number():
    runs = once([1.0, None, float("nan"), float("inf"), -2.0])
    assert np.concatenate(list(numbers(runs)())).tolist() == [1.0, -2.0]
    assert np.concatenate(list(numbers(once([" 1", "x", "2e3"]))())).tolist() == [1.0, 2000.0]


def test_far_dates_are_numbers_or_missing():
    days = pl.Series("c", [0, 35_000_000, 2**31 - 1], pl.Int32).cast(pl.Date)
    found = np.concatenate(list(numbers(lambda: iter([days]))()))
    assert np.isfinite(found).all()


def test_lengths_count_characters():
    assert np.concatenate(list(lengths(once(["é", "", None, "abc"]))())).tolist() == [1, 0, 3]


def test_text_is_mostly_numbers_from_half_on():
    assert is_mostly_numbers(once(["1", " 2.5", "x", None]))
    assert not is_mostly_numbers(once(["1", "x", "y"]))


def test_only_rising_integers_number_rows():
    assert is_row_number(once([1, 2, 5]))
    assert not is_row_number(once([1, 2, 2]))
    assert not is_row_number(once([1.0, 2.0, 3.0]))
    assert not is_row_number(once([7]))
    assert not is_row_number(once([*range(2_000), 5]))


def test_numbers_without_a_sign_may_fall_too():
    assert is_row_number(lambda: iter([pl.Series([1, 2, 5], dtype=pl.UInt8)]))
    assert not is_row_number(lambda: iter([pl.Series([7, 5, 6], dtype=pl.UInt8)]))


@pytest.mark.parametrize("cells", [1, 10, 1000])
def test_every_block_size_reads_the_same(monkeypatch, cells):
    monkeypatch.setattr(columns, "CELLS_AT_ONCE", cells)
    monkeypatch.setattr(columns, "RUN_ROWS", 2)
    frame = pl.DataFrame({name: [1, 2, 3, 4, 5] for name in "abc"})
    found = list(pairs(table(frame), table(frame.head(2)), ["a", "b", "c"]))
    assert [pair.name for pair in found] == ["a", "b", "c"]
    for pair in found:
        for _ in range(2):
            assert pl.concat(list(pair.reference())).to_list() == [1, 2, 3, 4, 5]
            assert pl.concat(list(pair.current())).to_list() == [1, 2]


def test_integers_of_128_bits_number_no_rows():
    assert not is_row_number(lambda: iter([pl.Series([1, 2, 3], dtype=pl.Int128)]))


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (pl.String(), True),
        (pl.Categorical(), True),
        (pl.Int64(), False),
        (pl.List(pl.String), False),
    ],
)
def test_words_are_told_from_other_cells(of, expected):
    assert is_text(of) is expected


def picked(*values):
    return [series.to_list() for series in picked_words(once(list(values)))()]


def test_one_word_of_each_text_is_picked_whatever_their_order():
    (first,), (second,) = picked("Red wine, dry"), picked("dry RED wine")
    assert first == second
    assert first[0] in {"red", "wine", "dry"}


def test_texts_without_words_are_left_out():
    assert picked(None, "", "?!", "a", "only") == [["only"]]


def test_a_text_of_a_million_words_is_looked_at_from_its_start():
    assert picked("start " * 200 + "end" * 10**6)[0][0] in {"start", "star"}
