import bz2
import gzip
import io
import lzma
import os
import pickle
import zlib

import joblib
import numpy as np
import pytest

from mlops_platform.core.artifact_kinds import pickles
from mlops_platform_tests.core.artifact_kinds.files import draw_content, pickled

MODEL = pickled("sklearn.linear_model._logistic.LogisticRegression")


def recognized(path, data):
    kind = pickles.recognize(draw_content(path, data))
    return None if kind is None else (kind.name, kind.is_model, kind.note)


def test_a_model_is_told_by_its_class_whatever_the_file_is_called():
    for path in ("model.pkl", "output", "best.sav", "a.bin"):
        assert recognized(path, MODEL) == ("pickle", True, "LogisticRegression")


def test_what_prepares_data_is_no_model():
    data = pickled("sklearn.preprocessing._data.StandardScaler")
    assert recognized("scaler.pkl", data) == ("pickle", False, "StandardScaler")


@pytest.mark.parametrize("protocol", range(6))
def test_data_is_no_model_even_if_the_file_is_called_so(protocol):
    data = pickle.dumps({"names": ["a", "b"], "rows": np.zeros(3)}, protocol)
    assert recognized("model_columns.pkl", data) == ("pickle", False, "")


def test_a_class_of_the_repository_is_a_model_where_the_file_is_called_so():
    data = pickled("src.churn.ChurnRules")
    assert recognized("models/churn_model.pkl", data) == ("pickle", True, "")
    assert recognized("models/rules.pkl", data) == ("pickle", False, "")


def test_what_can_do_harm_is_said():
    data = pickle.dumps(_Bait(), 4)
    assert recognized("model.pkl", data) == (
        "pickle",
        True,
        "names what can do harm when it is loaded: posix.system",
    )


class _Bait:
    def __reduce__(self):
        return os.system, ("true",)


def test_joblib_is_told_from_a_plain_pickle():
    file = io.BytesIO()
    joblib.dump([np.zeros(3)], file)
    assert recognized("rows.joblib", file.getvalue()) == ("joblib", False, "")


@pytest.mark.parametrize("pack", [zlib.compress, gzip.compress, bz2.compress, lzma.compress])
def test_a_packed_pickle_is_unpacked(pack):
    assert recognized("model.joblib", pack(MODEL)) == ("pickle", True, "LogisticRegression")
    assert recognized("notes.txt", pack(MODEL)) is None


def test_a_bomb_is_unpacked_up_to_a_bound():
    assert recognized("model.pkl", zlib.compress(bytes(70 << 20))) is None


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("notes.txt", b"(a text in brackets)."),
        ("model.pkl", b""),
        ("model.pkl", b"version https://git-lfs.github.com/spec/v1\n"),
        ("a.pkl", b"\x00" * 100),
        ("a.txt", b"\x80\x04"),
        ("old.pt", b"\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19."),
    ],
)
def test_other_files_are_no_pickles(path, data):
    assert recognized(path, data) is None
