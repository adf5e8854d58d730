"""Which calls train and measure, and which only sound like it."""

import ast
from pathlib import Path

import pytest

from mlops_platform.core.facts.reading import read_checkout
from mlops_platform.core.profiling import learning_calls
from mlops_platform_tests.drawing import draw_checkout


def says(tmp_path: Path, code: str, question: str) -> bool:
    ast.parse(code)
    (file,) = read_checkout(draw_checkout(tmp_path, {"a.py": code})).code.files
    ask = getattr(learning_calls, question)
    return any(ask(call, file) for call in file.calls)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("from sklearn.svm import SVC\nSVC().fit(1, 2)", True),
        ("from sklearn.svm import SVC\nmodels[0].fit(1, 2)", True),
        ("import xgboost as xgb\nxgb.train({}, 1)", True),
        ("from transformers import Trainer\nt = Trainer()\nt.train()", True),
        ("from sklearn.preprocessing import StandardScaler\nStandardScaler().fit(1)", False),
        ("from sklearn.preprocessing import StandardScaler\nx.fit(1)", False),
        ("from ours import Suit\nSuit().fit(1)", False),
        ("import torch\nmodel.train()", False),
        ("from sagemaker.train import ModelTrainer\nm = ModelTrainer()\nm.train()", True),
        ("from sagemaker.estimator import Estimator\nEstimator('i').fit({})", True),
        ("from sagemaker.processing import Processor\nProcessor().run()", False),
        ("from scipy.stats import norm\nnorm.fit([1])", False),
        ("from sklearn.dummy import DummyClassifier\nDummyClassifier().fit(1, 2)", False),
        ("from pycaret.regression import *\nm = create_model('lr')", True),
        ("from pycaret.utils import *\nm = create_model('lr')", False),
        (
            "from pycaret.regression import *\ndef create_model(n): ...\ncreate_model('lr')",
            False,
        ),
    ],
)
def test_training(tmp_path: Path, code: str, expected: bool) -> None:
    assert says(tmp_path, code, "is_training") is expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("from sklearn.metrics import f1_score\nf1_score(1, 2)", True),
        ("from sklearn import metrics\nmetrics.accuracy_score(1, 2)", True),
        ("from sklearn.metrics import make_scorer\nmake_scorer(1)", False),
        ("game.score(1)", False),
    ],
)
def test_evaluation(tmp_path: Path, code: str, expected: bool) -> None:
    assert says(tmp_path, code, "is_evaluation") is expected
