import pytest

from mlops_platform.core.catalog_entry import CatalogEntry
from mlops_platform.core.drift.training_profile import ProfileAnswer, TrainingProfile
from mlops_platform.core.learned_table import NoLearnedTableError, keep_learned, learned_table
from mlops_platform_tests.core.rules.cases import does, file, profile
from mlops_platform_tests.defs.drawn_platform import CHECKOUT
from mlops_platform_tests.fakes.isolation import GivenFacts

KEPT = ProfileAnswer(profile=TrainingProfile(table="data.csv", sha256="", rows=99, columns=()))


def told(*paths, entry=None, **known):
    return learned_table(profile(datasets=tuple(map(file, paths)), **known), entry)


def entry(reference):
    return CatalogEntry(repository="github.com/a/b", reference=reference, current="/srv/x.csv")


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["data/customers.csv"], "data/customers.csv"),
        (["data/train.csv", "data/test.csv"], "data/train.csv"),
        (["train.parquet", "weather.csv"], "train.parquet"),
        (["data/rows.csv", "data/sample_submission.csv", "docs/table.csv"], "data/rows.csv"),
        (["a_train.csv", "a_val.csv", "other.csv"], "a_train.csv"),
    ],
)
def test_the_table_that_can_only_be_it(paths, found):
    assert told(*paths) == found


@pytest.mark.parametrize(
    ("paths", "why"),
    [
        ([], "no table to learn from"),
        (["test.csv"], "no table to learn from"),
        (["a.csv", "b.csv"], "2 tables could be it; name it as `reference` in the catalog"),
        (["a_train.csv", "b_train.csv"], "2 tables could be it"),
    ],
)
def test_a_doubt_is_said(paths, why):
    with pytest.raises(NoLearnedTableError, match=why):
        told(*paths)


def test_pointers_are_no_tables():
    with pytest.raises(NoLearnedTableError, match="no table"):
        learned_table(profile(datasets=(file("a.csv", is_pointer=True),)), None)


def test_data_from_elsewhere_is_a_doubt():
    with pytest.raises(NoLearnedTableError, match="from elsewhere"):
        told("a.csv", external_data=(does("sklearn.datasets.load_iris"),))


def test_the_operator_knows():
    assert told("a.csv", "b.csv", entry=entry("b.csv")) == "b.csv"
    with pytest.raises(NoLearnedTableError, match="not in the repository"):
        told("a.csv", entry=entry("/srv/train.csv"))
    without = CatalogEntry(repository="github.com/a/b", current="/srv/x.csv")
    assert told("a.csv", entry=without) == "a.csv"


def test_it_is_profiled_by_a_child():
    reader = GivenFacts(training_profile=KEPT)
    known = profile(datasets=(file("a.csv"),))
    assert keep_learned(reader, CHECKOUT, known, None) == KEPT
    ((name, _, (asked,)),) = reader.asked
    assert (name, asked.path) == ("training_profile", "a.csv")


def test_what_fails_is_said():
    known = profile(datasets=(file("a.csv"),))
    died = keep_learned(GivenFacts(), CHECKOUT, known, None)
    assert died.failure == "reading src/train.py killed the reader"
    assert keep_learned(GivenFacts(), CHECKOUT, profile(), None).failure
