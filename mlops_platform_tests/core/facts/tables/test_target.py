import pytest

from mlops_platform.core.facts.tables.target import guess_target
from mlops_platform_tests.core.facts.tables.drawn_tables import described, table


def rows(count, row):
    return [row(n) for n in range(count)]


def leaks(profile):
    return {leak.column: leak.how for leak in profile.target.leaks}


@pytest.mark.parametrize(
    ("names", "target"),
    [
        (("a", "b", "target"), ("target", 0.9)),
        (("label", "a", "b"), ("label", 0.7)),
        (("a", "Class", "label"), ("label", 0.9)),
        (("a", "b", "quality"), None),
        (("target",), None),
        (("target", "Target", "a"), None),
    ],
)
def test_a_target_is_guessed_by_its_name_only(names, target):
    found = guess_target(names)
    assert (found and (found.column.lower(), found.confidence)) == target


def test_the_classes_have_shares_and_no_names(tmp_path):
    profile = described(
        tmp_path, table("x,label", rows(100, lambda n: f"{n}.5,{'ab'[n % 4 == 0]}"))
    )
    assert profile.target.class_shares == (0.75, 0.25)


def test_a_quantity_has_no_classes(tmp_path):
    profile = described(tmp_path, table("x,y", rows(100, lambda n: f"{n % 7},{n * 1.37}")))
    assert profile.target.class_shares == ()
    assert profile.target.conflicting_rows is None


def test_a_copy_of_the_target_leaks(tmp_path):
    profile = described(tmp_path, table("x,c,y", rows(90, lambda n: f"{n},{n % 3},{n % 3}")))
    assert leaks(profile) == {"c": "equal"}


def test_the_target_under_other_names_leaks(tmp_path):
    profile = described(tmp_path, table("x,c,y", rows(90, lambda n: f"{n},{'abc'[n % 3]},{n % 3}")))
    assert leaks(profile) == {"c": "one_to_one"}


def test_a_finer_name_of_the_target_leaks(tmp_path):
    profile = described(tmp_path, table("x,c,y", rows(400, lambda n: f"{n},{n % 6}c,{n % 3}")))
    assert leaks(profile) == {"c": "determines"}


def test_the_target_in_another_unit_leaks(tmp_path):
    drawn = rows(90, lambda n: f"{n * n % 17},{n * n % 89 * 2.54:.3f},{n * n % 89}.0")
    assert leaks(described(tmp_path, table("x,cm,y", drawn))) == {"cm": "correlates"}


def test_a_good_feature_does_not_leak(tmp_path):
    drawn = rows(400, lambda n: f"{n},{n % 3 if n % 20 else 0},{n % 3}")
    assert leaks(described(tmp_path, table("x,c,y", drawn))) == {}


def test_an_identifier_does_not_leak_by_being_different_everywhere(tmp_path):
    drawn = rows(400, lambda n: f"{n * 31 % 401},{n % 3}")
    assert leaks(described(tmp_path, table("x,y", drawn))) == {}


def test_a_small_table_is_not_judged(tmp_path):
    assert leaks(described(tmp_path, table("c,y", rows(20, lambda n: f"{n % 2},{n % 2}")))) == {}


def test_the_same_features_with_another_class_conflict(tmp_path):
    drawn = rows(60, lambda n: f"{n % 30},{n % 30 * 2}.5,{'ab'[n < 30 and n < 5]}")
    assert described(tmp_path, table("p,q,label", drawn)).target.conflicting_rows == 10


def test_a_given_target_outranks_a_guess(tmp_path):
    profile = described(tmp_path, table("x,q,y", ["1,2,3", "4,5,6"]), target="q")
    assert (profile.target.column, profile.target.confidence) == ("q", 1.0)
