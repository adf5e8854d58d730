import datetime as dt
import gzip

import msgspec
import numpy as np
import polars as pl
import pytest

from mlops_platform.core.drift import columns, counting
from mlops_platform.core.drift import tables as drift_tables
from mlops_platform.core.drift.result import Classification, Health, Level
from mlops_platform.core.drift.tables import UnreadableTableError
from mlops_platform.core.measure_drift import compare_tables, measure_drift

SECRET = "hunter2"


def drawn(seed, rows=1500, shift=0.0):
    random = np.random.default_rng(seed)
    return pl.DataFrame(
        {
            "age": random.normal(40 + 10 * shift, 10, rows),
            "visits": random.poisson(3, rows),
            "plan": random.choice(["a", "b", "c"], rows),
            "is_new": random.random(rows) < 0.3,
            "note": [f"{'n' * size}{row}" for row, size in enumerate(random.poisson(9, rows))],
            "day": [dt.date(2024, 1, 1 + int(day)) for day in random.integers(0, 28, rows)],
            "gaps": [None if value < 0.1 else value for value in random.random(rows)],
        }
    )


def written(path, frame):
    frame.write_csv(path) if path.suffix == ".csv" else frame.write_parquet(path)
    return path


def measured(tmp_path, reference, current, suffix=".parquet", **options):
    return measure_drift(
        written(tmp_path / f"reference{suffix}", reference),
        written(tmp_path / f"current{suffix}", current),
        **options,
    )


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_samples_of_one_distribution_are_healthy(tmp_path, suffix):
    found = measured(tmp_path, drawn(1), drawn(2), suffix)
    assert (found.health, found.classification) == (Health.HEALTHY, Classification.NO_DRIFT)
    assert (found.overall_drift_score, found.features_drifted) == (0, 0)
    kinds = [feature.kind.value for feature in found.features]
    assert kinds == ["number", "number", "category", "boolean", "text", "datetime", "number"]


def test_a_moved_column_is_found_and_the_target_weighs_more(tmp_path):
    found = measured(tmp_path, drawn(1), drawn(2, shift=1.0), target="age")
    assert [feature.name for feature in found.features if feature.level is Level.HIGH] == ["age"]
    assert found.classification is Classification.TARGET_DRIFT
    assert found.health is Health.CRITICAL
    assert measured(tmp_path, drawn(1), drawn(2, shift=1.0)).health is Health.AT_RISK


def test_columns_of_one_side_are_named(tmp_path):
    found = measured(tmp_path, drawn(1), drawn(2).rename({"plan": "tariff"}))
    assert (found.only_in_reference, found.only_in_current) == (("plan",), ("tariff",))
    assert found.classification is Classification.SCHEMA_CHANGE


def test_every_way_of_reading_gives_the_same(tmp_path, monkeypatch):
    whole = measured(tmp_path, drawn(1), drawn(2, shift=0.3))
    monkeypatch.setattr(columns, "CELLS_AT_ONCE", 10)
    monkeypatch.setattr(columns, "RUN_ROWS", 333)
    monkeypatch.setattr(counting, "MOST_SORTED_ROWS", 10)
    by_runs = measured(tmp_path, drawn(1), drawn(2, shift=0.3))
    for first, second in zip(whole.features, by_runs.features, strict=True):
        assert first.measures == second.measures
        assert first.bins == second.bins


@pytest.mark.parametrize("names", [80, 150, 400])
def test_many_categories_are_no_drift(names):
    random = np.random.default_rng(names)
    alarms = 0
    for _ in range(40):
        tables = [
            drift_tables.Table("drawn", frame.lazy(), dict(frame.schema), frame.height)
            for side in random.integers(0, names, (2, 5 * names // 2))
            for frame in [pl.DataFrame({"city": [f"city {number}" for number in side]})]
        ]
        alarms += compare_tables(*tables).features_drifted
    assert alarms <= 5


def test_the_same_tables_give_the_same_bytes(tmp_path):
    first, second = (msgspec.json.encode(measured(tmp_path, drawn(1), drawn(2))) for _ in range(2))
    assert first == second


def test_an_unknown_target_is_refused(tmp_path):
    with pytest.raises(UnreadableTableError, match="check its spelling"):
        measured(tmp_path, drawn(1), drawn(2), target="nonsense")


@pytest.mark.parametrize("header", ["a", "a,b"])
def test_a_table_without_rows_is_not_comparable(tmp_path, header):
    for name in ("reference.csv", "current.csv"):
        (tmp_path / name).write_text(f"{header}\n")
    found = measure_drift(tmp_path / "reference.csv", tmp_path / "current.csv")
    assert found.classification is Classification.NOT_COMPARABLE
    assert found.overall_drift_score is None


def test_five_thousand_columns_are_measured(tmp_path):
    random = np.random.default_rng(0)
    names = [f"c{number}" for number in range(5000)]
    first, second = (pl.DataFrame(random.random((20, 5000)), names, orient="row") for _ in "ab")
    found = measured(tmp_path, first, second)
    assert len(found.features) == 5000
    assert found.health is Health.HEALTHY


HOSTILE = {
    "ragged rows": f"a,b\n1,{SECRET},3,4\n2\n\n3,x\n",
    "mixed types": f"a,b\n1,x\n{SECRET},y\nnan,z\ninf,w\n-inf,v\n",
    "far dates": "a,b\n99999-01-01,x\n2024-01-01,y\n",
    "equal names": f"a,a\n1,{SECRET}\n",
    "formulas": f"a,b\n=cmd|'/c calc'!A0,{SECRET}\n",
    "open quote": f'a,b\n1,"{SECRET}\n2,y\n',
    "one long line": "a,b\n1," + "x" * 1_000_000 + SECRET + "\n",
    "controls": f"a,\x1b[31mb\n1,\x07{SECRET}\n",
    "numbers out of range": "a,b\n" + "9" * 400 + ",1e999\n",
    "bytes that are no text": b"a,b\n1,\xff\xfe\x80" + SECRET.encode() + b"\n",
    "gzip": gzip.compress(f"a,b\n1,{SECRET}\n".encode()),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_table_is_measured_or_refused_and_never_quoted(tmp_path, case):
    (tmp_path / "reference.csv").write_text("a,b\n1,x\n2,y\n3,z\n")
    content = HOSTILE[case]
    (tmp_path / "current.csv").write_bytes(
        content if isinstance(content, bytes) else content.encode()
    )
    for sides in (("reference.csv", "current.csv"), ("current.csv", "reference.csv")):
        try:
            said = repr(measure_drift(*(tmp_path / side for side in sides)))
        except UnreadableTableError as refusal:
            said = str(refusal)
        assert SECRET not in said
        assert "\x1b" not in said
        assert "\n" not in said
