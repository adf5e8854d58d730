import polars as pl

from mlops_platform.core.drift.categories import count_categories, is_free_text


def counted(reference, current):
    first, second = pl.Series("c", reference, pl.String), pl.Series("c", current, pl.String)
    return count_categories(lambda: iter([first]), lambda: iter([second]))


def test_categories_come_by_frequency_and_thin_ones_together():
    found = counted(["b"] * 11 + ["a"] * 6 + ["thin"], ["a"] * 6 + ["new", None])
    assert found.reference.tolist() == [6, 11, 1]
    assert found.current.tolist() == [6, 0, 1]
    assert found.has_others
    assert (found.unseen_categories, found.unseen_rows) == (1, 1)


def test_counts_add_up_over_runs():
    run = pl.Series("c", ["a", "b", "a"])
    once = count_categories(lambda: iter([run, run]), lambda: iter([run]))
    assert once.reference.sum() == 6
    assert once.current.sum() == 3


def test_many_categories_are_bounded():
    names = [str(number) for number in range(200)] * 6
    found = counted(names, names)
    assert len(found.reference) == 50
    assert found.reference.sum() == 1200
    assert not is_free_text(found)


def test_texts_that_mostly_differ_are_free_text():
    assert is_free_text(counted([str(number) for number in range(200)], ["x"]))


def test_nothing_known_has_no_rows():
    found = counted([None, None], [None])
    assert found.reference.sum() == found.current.sum() == 0
    assert not is_free_text(found)
