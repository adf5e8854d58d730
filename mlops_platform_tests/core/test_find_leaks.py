"""The share of defects that are found, and of findings that are defects, class by class."""

from collections import Counter

import pytest

from mlops_platform.core.leaks.defect import Confidence, DefectKind
from mlops_platform_tests.core.leaks.corpus.every_program import CLEAN, LEAKY
from mlops_platform_tests.core.leaks.programs import defects_of, expected, found_in, program

PRECISION = 0.98
RECALL = 0.95
FEWEST_OF_A_CLASS = 5
FEWEST_PROGRAMS = 150


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What is found in each program with a defect, and what should be."""
    return {
        sample.name: (
            found_in(defects_of(tmp_path_factory.mktemp("leaky"), sample.files)),
            expected(sample.files),
        )
        for sample in LEAKY
    }


def by_class(told, keep):
    return Counter(each[-1] for pair in told.values() for each in keep(*pair))


def test_there_are_enough_programs_and_about_half_are_clean():
    assert len(LEAKY) + len(CLEAN) >= FEWEST_PROGRAMS
    assert len(CLEAN) >= 0.45 * (len(LEAKY) + len(CLEAN))
    assert all(not expected(sample.files) for sample in CLEAN)


@pytest.mark.parametrize("kind", [each.value for each in DefectKind])
def test_each_class_is_found_and_nothing_else_is_said_to_be_one(told, kind):
    right = by_class(told, lambda found, marked: found & marked)[kind]
    wrong = by_class(told, lambda found, marked: found - marked)[kind]
    missed = by_class(told, lambda found, marked: marked - found)[kind]
    assert right + missed >= FEWEST_OF_A_CLASS
    assert right / (right + wrong) >= PRECISION
    assert right / (right + missed) >= RECALL


@pytest.mark.parametrize("sample", LEAKY, ids=lambda each: each.name)
def test_a_defect_is_found_at_its_line(told, sample):
    found, marked = told[sample.name]
    assert marked
    assert found == marked


@pytest.mark.parametrize("sample", CLEAN, ids=lambda each: each.name)
def test_a_clean_program_is_left_alone(tmp_path, sample):
    assert defects_of(tmp_path, sample.files) == ()


STOPPED = """
    import catboost
    df = pd.read_csv("a.csv")
    X, y = df.drop(columns="t"), df["t"]
    X_train, {name}, y_train, y_held = train_test_split(X, y, random_state=1)
    model = catboost.CatBoostRegressor()
    model.fit(X_train, y_train, eval_set=({name}, y_held))
    print(r2_score(y_held, model.predict({name})))
"""


@pytest.mark.parametrize(("name", "is_doubted"), [("X_holdout", True), ("X_val", False)])
def test_whether_a_holdout_is_the_test_part_is_for_a_person_to_see(tmp_path, name, is_doubted):
    files = {"train.py": program(STOPPED.format(name=name))}
    found = defects_of(tmp_path, files, Confidence.REVIEW)
    assert [each.kind.value for each in found] == ["multi_test"] * is_doubted
    assert defects_of(tmp_path, files) == ()
