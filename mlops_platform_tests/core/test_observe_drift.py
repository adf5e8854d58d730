import json

import numpy as np
import polars as pl

from mlops_platform.core.observe_drift import observe_drift
from mlops_platform.core.sections.monitoring_health import DriftQuestion
from mlops_platform_tests.drawing import draw_checkout

SECRET = "hunter2"


def frame(seed, rows=600, shift=0.0, **more):
    random = np.random.default_rng(seed)
    x = random.normal(shift, 1, rows)
    y = np.where(x + random.normal(size=rows) > shift, "yes", SECRET)
    return pl.DataFrame({"x": x, "z": random.normal(size=rows), "y": y, **more})


def asked(tmp_path, reference, current, source="dated_files", target="y", **files):
    tmp_path.mkdir(exist_ok=True)
    checkout = draw_checkout(
        tmp_path, {"a.csv": reference.write_csv(), "b.csv": current.write_csv(), **files}
    )
    question = DriftQuestion(source=source, reference="a.csv", current="b.csv", target=target)
    return observe_drift(checkout, question)


def test_nothing_moved(tmp_path):
    found = asked(tmp_path, frame(1), frame(2)).observation
    assert (found.health, found.classification) == ("healthy", "no_drift")
    assert (found.reference, found.current, found.target) == ("a.csv", "b.csv", "y")
    assert (found.reference_labelled, found.current_labelled) == (1.0, 1.0)
    assert found.relation.level == "none"


def test_a_moved_feature_and_no_cell_in_the_answer(tmp_path):
    found = asked(tmp_path, frame(1), frame(2, shift=2.0))
    levels = {feature.name: feature.level for feature in found.observation.features}
    assert levels == {"x": "high", "z": "none", "y": "none"}
    assert SECRET not in found.model_dump_json()
    assert str(tmp_path) not in found.model_dump_json()


def test_current_data_without_the_target_lost_no_feature(tmp_path):
    found = asked(tmp_path, frame(1), frame(2).drop("y")).observation
    assert found.only_in_reference == ()
    assert found.current_labelled is None
    assert found.relation_because == "the current data have no target"
    assert found.health == "healthy"


def test_a_lost_feature_is_a_fault_of_live_data_but_not_of_a_split(tmp_path):
    assert asked(tmp_path, frame(1), frame(2).drop("z")).observation.only_in_reference == ("z",)
    parts = asked(tmp_path, frame(1), frame(2).drop("z"), source="split").observation
    assert parts.only_in_reference == ()


def test_labels_that_became_rare_are_counted(tmp_path):
    rare = frame(2).with_columns(y=pl.when(pl.int_range(600) < 150).then("y"))
    assert asked(tmp_path, frame(1), rare).observation.current_labelled == 0.25


def test_a_target_that_is_in_neither_is_not_known(tmp_path):
    found = asked(tmp_path, frame(1), frame(2), target="nothing").observation
    assert (found.target, found.relation_because) == (None, "the reference has no column nothing")
    unnamed = asked(tmp_path, frame(1), frame(2), target=None).observation
    assert unnamed.relation_because == "no target is known"


def test_what_is_no_table_is_said_without_the_place(tmp_path):
    checkout = draw_checkout(tmp_path, {"a.csv": "", "b.csv": "x\n1\n"}, links={"c.csv": "b.csv"})
    for reference in ("a.csv", "missing.csv", "c.csv", "/nowhere/a.csv"):
        question = DriftQuestion(source="catalog", reference=reference, current="b.csv")
        answer = observe_drift(checkout, question)
        assert answer.observation is None
        assert answer.failure.startswith(reference.rpartition("/")[2])
        assert str(tmp_path) not in answer.failure
        assert not answer.failure.endswith(".")


def test_a_table_of_the_operator_is_shown_by_its_name(tmp_path):
    place = tmp_path / "live.parquet"
    frame(2).write_parquet(place)
    checkout = draw_checkout(tmp_path, {"a.csv": frame(1).write_csv()})
    question = DriftQuestion(source="catalog", reference="a.csv", current=str(place))
    found = observe_drift(checkout, question)
    assert found.observation.current == "live.parquet"
    assert str(tmp_path) not in found.model_dump_json()


def test_the_same_tables_give_the_same_bytes(tmp_path):
    texts = {asked(tmp_path, frame(1), frame(2, shift=1.0)).model_dump_json() for _ in range(3)}
    assert len(texts) == 1
    assert json.loads(texts.pop())["observation"]["features_drifted"] == 1


def test_labelled_rows_that_lie_apart_are_told_from_other_reasons(tmp_path):
    apart = asked(tmp_path / "apart", frame(1), frame(2, shift=9.0)).observation
    assert apart.relation is None
    assert apart.hardly_overlaps
    unlabelled = asked(tmp_path / "unlabelled", frame(1), frame(2), target=None).observation
    assert unlabelled.relation is None
    assert not unlabelled.hardly_overlaps
