import numpy as np
import polars as pl
import pytest

from mlops_platform.core.drift.relation import HIGH, MEDIUM, measure_relation, overlap
from mlops_platform.core.drift.tables import Table
from mlops_platform.core.drift.terms import LabelledRows, labelled_rows


def table(frame):
    return Table("drawn", frame.lazy(), dict(frame.schema), frame.height)


def drawn(seed, rows=500, shift=0.0, sign=1.0, kind="class"):
    random = np.random.default_rng(seed)
    x = random.normal(size=(rows, 3))
    x[:, 0] += shift
    plan = random.choice(["a", "b", "c"], rows)
    level = sign * (1.5 * x[:, 0] - x[:, 1]) + (x[:, 0] ** 2 - 1) + (plan == "a")
    y = level + random.normal(size=rows)
    if kind == "class":
        y = np.where(random.random(rows) < 1 / (1 + np.exp(-level)), "yes", "no")
    columns = {f"x{n}": x[:, n] for n in range(3)}
    return pl.DataFrame({**columns, "plan": plan, "y": y})


def related(reference, current):
    both = labelled_rows(table(reference), table(current), ["x0", "x1", "x2", "plan"], "y")
    assert not isinstance(both, str), both
    return measure_relation(*both)


@pytest.mark.parametrize("kind", ["class", "number"])
@pytest.mark.parametrize("shift", [0.0, 1.0])
def test_the_relation_stands_whatever_the_features_do(kind, shift):
    for seed in range(15):
        found = related(drawn(seed, kind=kind), drawn(seed + 99, shift=shift, kind=kind))
        assert found.value <= max(found.noise_floor, MEDIUM), seed


@pytest.mark.parametrize("kind", ["class", "number"])
def test_a_turned_relation_is_found(kind):
    for seed in range(15):
        found = related(drawn(seed, 200, kind=kind), drawn(seed + 99, 200, sign=-1.0, kind=kind))
        assert found.value > max(found.noise_floor, HIGH), seed


def test_many_columns_of_noise_are_no_change():
    alarms = 0
    for seed in range(20):
        random = np.random.default_rng(seed)
        names = [f"x{n}" for n in range(150)]
        sides = [
            pl.DataFrame(random.normal(size=(200, 150)), schema=names).with_columns(
                y=pl.Series(random.choice(["a", "b"], 200))
            )
            for _ in range(2)
        ]
        found = measure_relation(*labelled_rows(table(sides[0]), table(sides[1]), names, "y"))
        alarms += found.value > found.noise_floor
    assert alarms <= 1


def test_without_weights_the_measure_is_the_loss_of_r_squared():
    # With the same terms on both sides, nothing is weighed: half everywhere.
    random = np.random.default_rng(1)
    terms = np.column_stack([np.ones(4000), random.normal(size=4000)])
    noise = random.normal(size=(2, 4000, 1))
    slopes = (1.0, 2.0)
    both = [LabelledRows(terms, terms[:, 1:] * b + n) for b, n in zip(slopes, noise, strict=True)]
    found = measure_relation(*both)
    fits = [np.linalg.lstsq(rows.terms, rows.targets, rcond=None)[0] for rows in both]
    errors = [np.mean((both[1].targets - terms @ fit) ** 2) for fit in fits]
    assert found.value == pytest.approx((errors[0] - errors[1]) / both[1].targets.var(), abs=0.003)


def test_chance_stays_below_the_floor_as_often_as_promised():
    random = np.random.default_rng(7)
    alarms = 0
    for _ in range(400):
        sides = []
        for rows in (150, 200):
            terms = np.column_stack([np.ones(rows), random.normal(size=(rows, 3))])
            targets = (random.random((rows, 1)) < 0.4).astype(float)
            sides.append(LabelledRows(terms, targets))
        found = measure_relation(*sides)
        alarms += found.value > found.noise_floor
    assert alarms <= 0.025 * 400


def test_sides_that_hardly_overlap_tell_nothing():
    assert related(drawn(1), drawn(2, shift=9.0)) == "the features of both sides hardly overlap"


def test_how_much_overlaps_is_said():
    assert related(drawn(1), drawn(2)).overlap > 0.9
    assert 0.05 < related(drawn(1, 5000), drawn(2, 5000, shift=3.0)).overlap < 0.4


def test_a_constant_current_target_tells_nothing():
    current = drawn(2).with_columns(y=pl.lit("yes"))
    assert related(drawn(1), current) == "the current target does not vary"


def test_overlap_weighs_rows_to_where_the_other_side_is():
    reference, current = (
        np.column_stack([np.ones(2000), np.random.default_rng(n).normal(n, 1, 2000)])
        for n in (0, 1)
    )
    weights = overlap(reference, current)
    means = [
        float((w * side[:, 1]).sum() / w.sum())
        for w, side in zip(weights, (reference, current), strict=True)
    ]
    assert means == pytest.approx([0.5, 0.5], abs=0.1)
