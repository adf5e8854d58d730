import ast
import json
import pickle
import subprocess
import sys
from pathlib import Path

import joblib
import numpy as np
import pandas as pd
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from mlops_platform.adapters.model_trial.main import MARK
from mlops_platform.adapters.sandboxed_trials import PROGRAM
from mlops_platform.core.model_trial import ModelTrial

pytestmark = pytest.mark.integration
FEATURES = ["age", "income", "tenure"]


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    values = np.random.RandomState(0).standard_normal((200, 3))
    rows = pd.DataFrame(values, columns=FEATURES)
    rows["churned"] = (rows.age > 0).astype(int)
    path = tmp_path_factory.mktemp("data") / "train.csv"
    rows.to_csv(path, index=False)
    return path


def tried(folder: Path, kind: str, *arguments: str) -> ModelTrial:
    """Run the program as the sandbox does."""
    program = [sys.executable, "-m", "mlops_platform.adapters.model_trial.main"]
    asked = [*program, str(folder), kind, *arguments]
    ended = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    marked = [line for line in ended.stdout.splitlines() if line.startswith(MARK)]
    read = json.loads(marked[-1].removeprefix(MARK))
    return ModelTrial.model_validate({**read, "model": "m", "kind": kind})


def test_a_pipeline_is_asked_rows_of_its_training_data(tmp_path, table):
    rows = pd.read_csv(table)
    model = make_pipeline(StandardScaler(), LogisticRegression()).fit(rows[FEATURES], rows.churned)
    joblib.dump(model, tmp_path / "model.joblib")
    trial = tried(tmp_path / "model.joblib", "joblib", f"--table={table}", "--target=churned")
    assert trial.class_name == "sklearn.pipeline.Pipeline"
    assert (trial.input, trial.rows) == ("rows of the training data", 100)
    assert (trial.is_finite, trial.is_repeatable) == (True, True)
    assert 0 < trial.latency_median_ms <= trial.latency_p95_ms
    assert trial.calls >= 1
    assert trial.size_bytes == (tmp_path / "model.joblib").stat().st_size


def test_without_data_rows_are_made_by_what_the_model_says_of_itself(tmp_path):
    model = LinearRegression().fit(np.eye(4), [1.0, 2.0, 3.0, 4.0])
    (tmp_path / "model.pkl").write_bytes(pickle.dumps(model))
    trial = tried(tmp_path / "model.pkl", "pickle")
    assert trial.input == "made by the number of its features"
    assert trial.is_finite


def test_a_model_of_texts_in_a_dict_is_found_and_asked_texts(tmp_path):
    model = make_pipeline(TfidfVectorizer(), LogisticRegression())
    model.fit(["good film", "bad film", "good book", "bad book"] * 3, [1, 0, 1, 0] * 3)
    (tmp_path / "model.pkl").write_bytes(pickle.dumps({"version": 1, "model": model}))
    trial = tried(tmp_path / "model.pkl", "pickle")
    assert (trial.input, trial.rows) == ("texts", 100)


@pytest.mark.parametrize(
    ("content", "kind", "because"),
    [
        (pickle.dumps([1, 2]), "pickle", "the file holds a list, which predicts nothing"),
        (b"no pickle", "pickle", "Error"),
        (b"", "gguf", "models of the kind gguf are not tried"),
        (pickle.dumps([1]), "lightgbm", "the environment has no lightgbm"),
        (b"cbuiltins\nexit\n(I0\ntR.", "pickle", "SystemExit"),
    ],
)
def test_what_cannot_be_tried_says_why(tmp_path, content, kind, because):
    (tmp_path / "model").write_bytes(content)
    trial = tried(tmp_path / "model", kind)
    assert because in trial.because
    assert trial.input == ""


def test_the_program_keeps_to_an_old_grammar():
    for file in PROGRAM.glob("*.py"):
        tree = ast.parse(file.read_text(), feature_version=(3, 8))
        imported = {
            each.name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import)
            for each in node.names
        }
        assert imported <= sys.stdlib_module_names
