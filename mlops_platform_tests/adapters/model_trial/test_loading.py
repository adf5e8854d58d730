import pickle

import pytest

from mlops_platform.adapters.model_trial.foreign import GivenUpError
from mlops_platform.adapters.model_trial.loading import load, size_of


class Predicts:
    def predict(self, rows):
        return rows


@pytest.mark.parametrize("kept", [Predicts(), {"model": Predicts(), "v": 1}, [1, Predicts()]])
def test_what_predicts_is_found(tmp_path, kept):
    (tmp_path / "model.pkl").write_bytes(pickle.dumps(kept))
    assert isinstance(load(str(tmp_path / "model.pkl"), "pickle"), Predicts)


@pytest.mark.parametrize("kept", [7, {}, Predicts, {"class": Predicts}])
def test_what_does_not_predict_is_no_model(tmp_path, kept):
    (tmp_path / "model.pkl").write_bytes(pickle.dumps(kept))
    with pytest.raises(GivenUpError, match="which predicts nothing"):
        load(str(tmp_path / "model.pkl"), "pickle")


def test_a_folder_is_as_large_as_its_files(tmp_path):
    (tmp_path / "a").write_bytes(b"123")
    (tmp_path / "b").mkdir()
    (tmp_path / "b/c").write_bytes(b"45")
    assert size_of(str(tmp_path)) == 5
    assert size_of(str(tmp_path / "a")) == 3
