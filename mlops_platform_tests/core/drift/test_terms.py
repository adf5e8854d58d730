import numpy as np
import polars as pl
import pytest

from mlops_platform.core.drift.tables import Table
from mlops_platform.core.drift.terms import MOST_TERMS, labelled_rows

RANDOM = np.random.default_rng(3)


def table(frame):
    return Table("drawn", frame.lazy(), dict(frame.schema), frame.height)


def drawn(rows=200, columns=3, **more):
    x = {f"x{n}": RANDOM.normal(size=rows) for n in range(columns)}
    return pl.DataFrame({**x, "y": RANDOM.choice(["a", "b", "c"], rows), **more})


def ready(reference, current, features=None, target="y"):
    names = features or [name for name in reference.columns if name != target]
    return labelled_rows(table(reference), table(current), names, target)


def test_numbers_get_squares_and_products_where_rows_allow():
    first, second = ready(drawn(), drawn())
    assert first.terms.shape == (200, 1 + 3 + 3 + 3)
    assert second.terms.shape == (200, 10)
    assert first.targets.shape == (200, 2)
    assert (first.terms[:, 0] == 1).all()


def test_few_rows_get_few_terms_and_those_that_go_with_the_target():
    frames = []
    for _ in range(2):
        x = RANDOM.normal(size=(200, 30))
        y = x[:, 13] * 3 + RANDOM.normal(size=200)
        frames.append(pl.DataFrame({**{f"x{n}": x[:, n] for n in range(30)}, "y": y}))
    first, _ = ready(*frames)
    assert first.terms.shape == (100, 1 + 10)
    strengths = [abs(np.corrcoef(t, first.targets[:, 0])[0, 1]) for t in first.terms.T[1:]]
    assert max(strengths) > 0.8


def test_terms_are_bounded():
    first, _ = ready(drawn(5000, 30), drawn(5000, 30))
    assert first.terms.shape[1] == 1 + MOST_TERMS


def test_missing_and_infinite_numbers_and_wild_values_do_no_harm():
    x = [None, float("inf"), float("nan"), 1e300, *RANDOM.normal(size=196)]
    first, second = ready(drawn(wild=x), drawn(wild=x))
    assert np.isfinite(first.terms).all()
    assert np.isfinite(second.terms).all()


def test_a_target_of_wild_numbers_stays_finite():
    y = [1e300, -1e300, *RANDOM.normal(size=198)]
    first, _ = ready(drawn().with_columns(y=pl.Series(y)), drawn().with_columns(y=pl.Series(y)))
    assert np.isfinite(first.targets.var())


def test_rows_without_a_target_are_left_out():
    current = drawn().with_columns(y=pl.when(pl.int_range(200) < 80).then("y"))
    _, second = ready(drawn(), current)
    assert len(second.targets) == 80


@pytest.mark.parametrize(
    ("reference", "current", "words"),
    [
        (drawn(30), drawn(), "fewer than 50 rows"),
        (drawn().select("y"), drawn().select("y"), "no feature can be compared"),
        (drawn().with_columns(y=pl.int_range(200).cast(pl.String)), drawn(), "neither a number"),
        (drawn().with_columns(y=pl.concat_list("x0", "x1")), drawn(), "neither a number"),
        (drawn().with_columns(y=pl.lit("a")), drawn().with_columns(y=pl.lit("a")), "not vary"),
        (drawn().with_columns(y="x0"), drawn().with_columns(y=pl.lit(2.0)), "not vary"),
        (
            drawn(columns=1).with_columns(x0=pl.lit(1.0)),
            drawn(columns=1),
            "no feature varies",
        ),
    ],
)
def test_the_reason_is_said(reference, current, words):
    assert words in ready(reference, current)


def test_a_long_table_is_thinned_evenly():
    long = drawn(50_001)
    first, _ = ready(long, drawn(300))
    assert len(first.terms) == 16_667


def test_the_same_tables_give_the_same_terms():
    one, other = (
        drawn(plan=RANDOM.choice(["p", "q"], 200)),
        drawn(plan=RANDOM.choice(["p", "q"], 200)),
    )
    twice = [ready(one, other) for _ in range(2)]
    assert (twice[0][0].terms == twice[1][0].terms).all()
