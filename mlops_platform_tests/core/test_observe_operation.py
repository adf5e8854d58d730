from pathlib import Path

import pytest

from mlops_platform.core.catalog_entry import CatalogEntry
from mlops_platform.core.drift.training_profile import SinceTraining, TrainingProfile
from mlops_platform.core.observe_operation import Tables, observe_operation
from mlops_platform.core.recall_profile import Recalled
from mlops_platform.core.sections.monitoring_health import (
    DriftAnswer,
    DriftQuestion,
    MonitoringHealthFacts,
)
from mlops_platform_tests.core.rules.cases import (
    aimed,
    data,
    file,
    moved,
    observed,
    profile,
    tabled,
)
from mlops_platform_tests.defs.drawn_platform import CHECKOUT
from mlops_platform_tests.fakes.isolation import GivenFacts

SEEN = observed(moved())
WATCHED = MonitoringHealthFacts(is_ml_project=True)
PARTS = data(tabled(path="train.csv"), tabled(path="test.csv"))
ENTRY = CatalogEntry(
    repository="github.com/a/b", reference="train.csv", current="/srv/live.parquet", target="y"
)


KEPT = TrainingProfile(table="train.csv", sha256="", rows=99, columns=())
RECALLED = Recalled(KEPT, "version 3 of a.b")
UNKNOWN = "no model of it is registered"
LIVE = CatalogEntry(repository="github.com/a/b", current="/srv/live.parquet", target="y")


def operated(reader, data_health, entry=None, recalled=UNKNOWN):
    tables = Tables(data_health, entry, lambda: recalled)
    return observe_operation(reader, CHECKOUT, profile(), tables)


def isolation():
    return GivenFacts(monitoring_health=WATCHED, drift=DriftAnswer(observation=SEEN))


def test_the_operators_tables_come_first_and_may_be_read():
    reader = isolation()
    facts = operated(reader, PARTS, ENTRY)
    assert facts.drift == SEEN
    assert facts.is_declared
    question = DriftQuestion(
        source="catalog", reference="train.csv", current="/srv/live.parquet", target="y"
    )
    assert reader.asked[-1] == ("drift", CHECKOUT, (question,))
    assert reader.may_read["drift"] == (Path("/srv/live.parquet"),)


def test_else_the_repositorys_own_tables_and_nothing_else_may_be_read():
    reader = isolation()
    facts = operated(reader, PARTS, None)
    assert not facts.is_declared
    (question,) = reader.asked[-1][2]
    assert (question.source, question.current) == ("split", "test.csv")
    assert reader.may_read["drift"] == ()


def test_without_two_tables_no_second_child_is_started():
    reader = isolation()
    facts = operated(reader, data(), None)
    assert facts.drift is None
    assert facts.unobserved == "the repository holds no table of data"
    assert [name for name, _, _ in reader.asked] == ["monitoring_health"]
    unread = operated(reader, None, None)
    assert "could not be read" in unread.unobserved


def test_a_child_that_dies_of_a_table_takes_nothing_else_with_it():
    reader = GivenFacts(monitoring_health=WATCHED)
    facts = operated(reader, PARTS, ENTRY)
    assert facts.drift is None
    why = "reading src/train.py killed the reader"
    assert facts.unobserved == f"the two tables could not be compared: {why}"


def since(source, current, target=None):
    return SinceTraining(
        source=source, model=RECALLED.model, profile=KEPT, current=current, target=target
    )


def remembering(**answer):
    told = DriftAnswer.model_validate(answer or {"observation": SEEN})
    return GivenFacts(
        monitoring_health=WATCHED, drift=DriftAnswer(failure="asked"), drift_since_training=told
    )


def test_a_current_table_alone_is_held_against_what_the_model_learned_from():
    reader = remembering()
    facts = operated(reader, PARTS, LIVE, RECALLED)
    assert (facts.drift, facts.is_declared) == (SEEN, True)
    question = since("live", "/srv/live.parquet", "y")
    assert reader.asked[-1] == ("drift_since_training", CHECKOUT, (question,))
    assert reader.may_read["drift_since_training"] == (Path("/srv/live.parquet"),)


def test_a_current_table_alone_says_what_is_missing_beside_it():
    reader = remembering()
    facts = operated(reader, PARTS, LIVE)
    assert facts.drift is None
    assert facts.is_declared
    assert facts.unobserved == (
        f"{UNKNOWN}, and the catalog names no `reference` to compare `current` with"
    )


def test_the_table_that_the_model_learned_from_comes_before_other_tables():
    reader = remembering()
    tables = data(tabled(path="train.csv", target=aimed()), datasets=(file("train.csv"),))
    facts = operated(reader, tables, None, RECALLED)
    assert (facts.drift, facts.is_declared) == (SEEN, False)
    question = since("model", "train.csv", "label")
    assert reader.asked[-1] == ("drift_since_training", CHECKOUT, (question,))
    assert reader.may_read["drift_since_training"] == ()


def test_a_target_that_is_hardly_sure_is_none():
    reader = remembering()
    sure = aimed(confidence=0.5)
    tables = data(tabled(path="train.csv", target=sure), datasets=(file("train.csv"),))
    operated(reader, tables, None, RECALLED)
    assert reader.asked[-1][2] == (since("model", "train.csv"),)


@pytest.mark.parametrize(
    ("datasets", "recalled"),
    [
        ((file("train.csv"),), UNKNOWN),
        ((file("other.csv"),), RECALLED),
        ((file("train.csv", is_pointer=True),), RECALLED),
        ((), RECALLED),
    ],
)
def test_else_two_tables_of_the_repository_are_compared(datasets, recalled):
    reader = remembering()
    tables = data(*PARTS.profiles, datasets=datasets)
    facts = operated(reader, tables, None, recalled)
    assert facts.unobserved == "asked"
    assert reader.asked[-1][0] == "drift"


def test_a_table_that_did_not_change_leaves_the_word_to_two_others():
    reader = remembering(failure="still the same", is_unchanged=True)
    tables = data(*PARTS.profiles, datasets=(file("train.csv"),))
    assert operated(reader, tables, None, RECALLED).unobserved == ("asked")
    alone = data(tabled(path="train.csv"), datasets=(file("train.csv"),))
    facts = operated(reader, alone, None, RECALLED)
    assert facts.unobserved == "still the same"


def test_the_registry_is_not_asked_where_the_catalog_names_both_tables():
    def refuse():
        pytest.fail("nobody needs a model here")

    tables = Tables(PARTS, ENTRY, refuse)
    assert observe_operation(isolation(), CHECKOUT, profile(), tables).drift == SEEN
    library = data(*PARTS.profiles, datasets=(file("train.csv"),), kind="library")
    observe_operation(isolation(), CHECKOUT, profile(), Tables(library, None, refuse))
