from pathlib import Path

from mlops_platform.core.observe_operation import observe_operation
from mlops_platform.core.ports import CatalogEntry
from mlops_platform.core.sections.monitoring_health import (
    DriftAnswer,
    DriftQuestion,
    MonitoringHealthFacts,
)
from mlops_platform_tests.core.rules.cases import data, moved, observed, profile, tabled
from mlops_platform_tests.defs.drawn_platform import CHECKOUT
from mlops_platform_tests.fakes.isolation import GivenFacts

SEEN = observed(moved())
WATCHED = MonitoringHealthFacts(is_ml_project=True)
PARTS = data(tabled(path="train.csv"), tabled(path="test.csv"))
ENTRY = CatalogEntry(
    repository="github.com/a/b", reference="train.csv", current="/srv/live.parquet", target="y"
)


def isolation():
    return GivenFacts(monitoring_health=WATCHED, drift=DriftAnswer(observation=SEEN))


def test_the_operators_tables_come_first_and_may_be_read():
    reader = isolation()
    facts = observe_operation(reader, CHECKOUT, profile(), PARTS, ENTRY)
    assert facts.drift == SEEN
    assert facts.is_declared
    question = DriftQuestion(
        source="catalog", reference="train.csv", current="/srv/live.parquet", target="y"
    )
    assert reader.asked[-1] == ("drift", CHECKOUT, (question,))
    assert reader.may_read["drift"] == (Path("/srv/live.parquet"),)


def test_else_the_repositorys_own_tables_and_nothing_else_may_be_read():
    reader = isolation()
    facts = observe_operation(reader, CHECKOUT, profile(), PARTS, None)
    assert not facts.is_declared
    (question,) = reader.asked[-1][2]
    assert (question.source, question.current) == ("split", "test.csv")
    assert reader.may_read["drift"] == ()


def test_without_two_tables_no_second_child_is_started():
    reader = isolation()
    facts = observe_operation(reader, CHECKOUT, profile(), data(), None)
    assert facts.drift is None
    assert facts.unobserved == "the repository holds no table of data"
    assert [name for name, _, _ in reader.asked] == ["monitoring_health"]
    unread = observe_operation(reader, CHECKOUT, profile(), None, None)
    assert "could not be read" in unread.unobserved


def test_a_child_that_dies_of_a_table_takes_nothing_else_with_it():
    reader = GivenFacts(monitoring_health=WATCHED)
    facts = observe_operation(reader, CHECKOUT, profile(), PARTS, ENTRY)
    assert facts.drift is None
    why = "reading src/train.py killed the reader"
    assert facts.unobserved == f"the two tables could not be compared: {why}"
