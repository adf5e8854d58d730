import datetime as dt

import numpy as np
import polars as pl
import pytest

from mlops_platform.core.drift.profile_table import profile_table
from mlops_platform.core.drift.tables import Table, UnreadableTableError
from mlops_platform.core.drift.training_profile import TrainingProfile
from mlops_platform.core.report.canonical_json import canonical_json

RANDOM = np.random.default_rng(3)
ROWS = 200
DAY = dt.date(2026, 1, 1)
COLUMNS = {
    "income": RANDOM.normal(2000.1234567, 300, ROWS).tolist(),
    "city": [("northville", "southport", None)[n % 3] for n in range(ROWS)],
    "name": [f"Grace Hopper {n}" for n in range(ROWS)],
    "phone": [600_000_017 + 7919 * n for n in range(ROWS)],
    "row": list(range(ROWS)),
    "flag": [n % 2 == 0 for n in range(ROWS)],
    "born": [DAY + dt.timedelta(days=n) for n in range(ROWS)],
    "tags": [["a", "b"]] * ROWS,
    "gone": [None] * ROWS,
    "price": [f"{n}.5" if n % 5 else "many" for n in range(ROWS)],
}


def table(columns=COLUMNS, limit=""):
    frame = pl.DataFrame(columns)
    return Table("data/train.csv", frame.lazy(), dict(frame.schema), frame.height, limit)


def kept():
    return {column.name: column for column in profile_table(table(), "0" * 64).columns}


def test_every_column_has_the_counts_of_its_kind():
    found = {
        name: [
            part for part in ("numbers", "lengths", "categories") if getattr(column, part)
        ]
        for name, column in kept().items()
    }  # fmt: skip
    assert found == {
        "income": ["numbers"],
        "city": ["categories"],
        "name": ["lengths"],
        "phone": ["numbers"],
        "row": ["numbers"],
        "flag": ["numbers", "categories"],
        "born": [],
        "tags": [],
        "gone": [],
        "price": ["lengths"],
    }


def test_texts_that_are_mostly_numbers_are_kept_as_both():
    cells = [str(n % 7) if n % 5 else "many" for n in range(ROWS)]
    (column,) = profile_table(table({"x": cells})).columns
    assert column.numbers.rows == 160
    assert column.categories.rows == ROWS


def test_what_is_missing_is_counted():
    found = kept()
    assert found["city"].missing == 66
    assert found["gone"].missing == ROWS
    assert found["income"].missing == 0
    infinite = profile_table(table({"x": [np.inf, np.nan, *[1.5, 2.5] * 40]})).columns[0]
    assert infinite.missing == 2


def test_row_numbers_are_known_as_such():
    found = kept()
    assert found["row"].is_row_number
    assert not found["income"].is_row_number


def test_no_cell_of_a_text_a_date_or_an_identifier_is_kept():
    text = canonical_json(profile_table(table()).model_dump(mode="json"))
    for secret in ("northville", "southport", "Grace", "many", "2026", '"a"'):
        assert secret not in text
    points = {int(point) for point in kept()["phone"].numbers.points}
    assert not points & set(COLUMNS["phone"])
    cells = set(COLUMNS["income"])
    assert len(cells & set(kept()["income"].numbers.points)) <= 1


def test_it_can_be_stored_and_read_again():
    profile = profile_table(table(), "0" * 64)
    text = canonical_json(profile.model_dump(mode="json"))
    assert TrainingProfile.model_validate_json(text) == profile
    assert len(text) < 20_000
    assert (profile.table, profile.rows) == ("data/train.csv", ROWS)


@pytest.mark.parametrize(
    ("columns", "limit", "why"),
    [
        ({"x": [1] * 49}, "", "49 rows"),
        ({f"c{n}": [1] * 60 for n in range(501)}, "", "501 columns"),
        ({"x": [1] * 60}, "2 more sheets", "in part only: 2 more sheets"),
    ],
)
def test_what_is_too_little_too_much_or_cut_is_not_kept(columns, limit, why):
    with pytest.raises(UnreadableTableError, match=why):
        profile_table(table(columns, limit))
