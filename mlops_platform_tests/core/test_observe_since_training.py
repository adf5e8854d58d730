import json

import numpy as np
import polars as pl
import pytest

from mlops_platform.core.drift.training_profile import SinceTraining, TableToKeep
from mlops_platform.core.observe_since_training import keep_profile, observe_since_training
from mlops_platform_tests.drawing import draw_checkout

SECRET = "hunter2"
MODEL = "version 3 of acme.churn"


def rows(seed, shift=0.0, size=600):
    random = np.random.default_rng(seed)
    x = random.normal(shift, 1, size)
    y = np.where(x > shift, "yes", SECRET)
    return pl.DataFrame({"x": x, "z": random.normal(size=size), "y": y})


def kept(tmp_path, frame):
    checkout = draw_checkout(tmp_path / "then", {"data.csv": frame.write_csv()})
    answer = keep_profile(checkout, TableToKeep(path="data.csv"))
    assert answer.failure == ""
    return answer.profile


def asked(tmp_path, then, now, **known):
    profile = kept(tmp_path, then)
    text = now if isinstance(now, str) else now.write_csv()
    checkout = draw_checkout(tmp_path / "now", {"data.csv": text})
    given = {"source": "model", "current": "data.csv", "target": "y", **known}
    question = SinceTraining.model_validate({"model": MODEL, "profile": profile, **given})
    return observe_since_training(checkout, question)


def test_what_moved_since_training_is_found(tmp_path):
    found = asked(tmp_path, rows(1), rows(2, shift=2.0)).observation
    levels = {feature.name: feature.level for feature in found.features}
    assert levels == {"x": "high", "z": "none", "y": "none"}
    assert (found.reference, found.current) == (f"data.csv (learned by {MODEL})", "data.csv")
    assert (found.reference_rows, found.current_rows) == (600, 600)
    assert (found.reference_labelled, found.current_labelled) == (1.0, 1.0)
    assert found.relation is None
    assert "no rows are kept" in found.relation_because
    assert found.files == ("data.csv",)


def test_nothing_moved(tmp_path):
    found = asked(tmp_path, rows(1), rows(2)).observation
    assert (found.health, found.classification) == ("healthy", "no_drift")


def test_the_same_file_tells_nothing_of_today(tmp_path):
    answer = asked(tmp_path, rows(1), rows(1))
    assert answer.observation is None
    assert answer.is_unchanged
    assert answer.failure == f"`data.csv` is still what {MODEL} learned from"


def test_live_data_may_be_the_same_file(tmp_path):
    then = rows(1)
    live = tmp_path / "live.csv"
    live.write_text(then.write_csv())
    found = asked(tmp_path, then, rows(2), source="live", current=str(live)).observation
    assert (found.current, found.current_file, found.files) == ("live.csv", None, ())
    assert found.features_drifted == 0


def test_live_data_without_labels_lack_no_column(tmp_path):
    found = asked(tmp_path, rows(1), rows(2).drop("y")).observation
    assert (found.target, found.only_in_reference) == ("y", ())
    assert (found.reference_labelled, found.current_labelled) == (1.0, None)
    other = asked(tmp_path / "2", rows(1), rows(2).drop("y"), target=None).observation
    assert other.only_in_reference == ("y",)


@pytest.mark.parametrize(
    ("now", "current", "why"),
    [
        (rows(2), "gone.csv", "gone.csv"),
        ("", "data.csv", "data.csv"),
        ("<html>", "data.csv", "web page"),
    ],
)
def test_a_table_that_cannot_be_read_says_why(tmp_path, now, current, why):
    answer = asked(tmp_path, rows(1), now, current=current)
    assert answer.observation is None
    assert why in answer.failure
    assert str(tmp_path) not in answer.failure


def test_no_cell_is_kept_or_told(tmp_path):
    profile = kept(tmp_path, rows(1))
    answer = asked(tmp_path / "2", rows(1), rows(2, shift=1))
    for text in (profile.model_dump_json(), answer.model_dump_json()):
        assert SECRET not in text
        assert json.loads(text)


@pytest.mark.parametrize(("path", "why"), [("gone.csv", "gone.csv"), ("small.csv", "3 rows")])
def test_a_table_that_cannot_be_kept_says_why(tmp_path, path, why):
    checkout = draw_checkout(tmp_path, {"small.csv": "a\n1\n2\n3\n"})
    answer = keep_profile(checkout, TableToKeep(path=path))
    assert answer.profile is None
    assert why in answer.failure


def test_a_link_is_not_followed(tmp_path):
    secret = tmp_path / "secret.csv"
    secret.write_text(rows(1).write_csv())
    checkout = draw_checkout(tmp_path / "tree", {"a.txt": "x"})
    (checkout.root / "data.csv").symlink_to(secret)
    assert keep_profile(checkout, TableToKeep(path="data.csv")).profile is None
