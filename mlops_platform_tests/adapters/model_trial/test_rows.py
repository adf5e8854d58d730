import numpy as np
import pytest

from mlops_platform.adapters.model_trial.rows import ROWS, Tables, rows_for


class Named:
    feature_names_in_ = np.array(["b", "a"])


class Counted:
    n_features_in_ = 3


class Shaped:
    input_shape = (None, 8, 2)


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "train.csv"
    path.write_text("a,b,text,y\n" + "1,2,word,0\n" * 300)
    return Tables((str(path),), "y")


def test_rows_of_the_training_data_come_first_in_the_order_of_the_model(table):
    source, rows = next(rows_for(Named(), table))
    assert source == "rows of the training data"
    assert list(rows.columns) == ["b", "a"]
    assert len(rows) == ROWS


def test_a_table_with_the_columns_of_the_model_comes_before_others(table, tmp_path):
    other = tmp_path / "train_other.csv"
    other.write_text("c,d\n" + "1,2\n" * 3)
    tables = Tables((str(other), *table.paths), "y")
    (_, rows), (_, then), *_ = rows_for(Named(), tables)
    assert list(rows.columns) == ["b", "a"]
    assert list(then.columns) == ["c", "d"]


def test_the_target_is_never_among_them(table):
    for _, rows in rows_for(Counted(), table):
        assert "y" not in getattr(rows, "columns", ())


def test_without_data_the_model_says_what_it_takes():
    (named, frame), *_ = rows_for(Named(), Tables())
    assert (named, list(frame.columns)) == ("made by the names of its features", ["b", "a"])
    (counted, rows), *_ = rows_for(Counted(), Tables())
    assert (counted, rows.shape) == ("made by the number of its features", (ROWS, 3))
    (shaped, rows), *_ = rows_for(Shaped(), Tables())
    assert (shaped, rows.shape) == ("made by the shape of its input", (1, 8, 2))


def test_data_that_cannot_be_read_are_no_hindrance(tmp_path):
    (tmp_path / "train.csv").write_bytes(b"\xff\xfe\x00")
    sources = [source for source, _ in rows_for(Counted(), Tables((str(tmp_path / "train.csv"),)))]
    assert sources == ["made by the number of its features", "texts"]
    assert [source for source, _ in rows_for(object(), Tables(("gone.csv",)))] == ["texts"]


def test_made_up_rows_are_the_same_each_time():
    (_, first), *_ = rows_for(Counted(), Tables())
    (_, second), *_ = rows_for(Counted(), Tables())
    assert (first == second).all()
