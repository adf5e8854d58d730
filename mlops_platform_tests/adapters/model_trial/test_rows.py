import numpy as np
import pytest

from mlops_platform.adapters.model_trial.rows import ROWS, Table, rows_for


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
    return Table(str(path), "y")


def test_rows_of_the_training_data_come_first_in_the_order_of_the_model(table):
    source, rows = next(rows_for(Named(), table))
    assert source == "rows of the training data"
    assert list(rows.columns) == ["b", "a"]
    assert len(rows) == ROWS


def test_the_target_is_never_among_them(table):
    for _, rows in rows_for(Counted(), table):
        assert "y" not in getattr(rows, "columns", ())


def test_without_data_the_model_says_what_it_takes():
    (named, frame), *_ = rows_for(Named(), Table())
    assert (named, list(frame.columns)) == ("made by the names of its features", ["b", "a"])
    (counted, rows), *_ = rows_for(Counted(), Table())
    assert (counted, rows.shape) == ("made by the number of its features", (ROWS, 3))
    (shaped, rows), *_ = rows_for(Shaped(), Table())
    assert (shaped, rows.shape) == ("made by the shape of its input", (1, 8, 2))


def test_data_that_cannot_be_read_are_no_hindrance(tmp_path):
    (tmp_path / "train.csv").write_bytes(b"\xff\xfe\x00")
    sources = [source for source, _ in rows_for(Counted(), Table(str(tmp_path / "train.csv")))]
    assert sources == ["made by the number of its features", "texts"]
    assert [source for source, _ in rows_for(object(), Table("gone.csv"))] == ["texts"]


def test_made_up_rows_are_the_same_each_time():
    (_, first), *_ = rows_for(Counted(), Table())
    (_, second), *_ = rows_for(Counted(), Table())
    assert (first == second).all()
