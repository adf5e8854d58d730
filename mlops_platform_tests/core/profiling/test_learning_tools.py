import json

import pytest

from mlops_platform.core.facts.notebooks import read_notebooks
from mlops_platform.core.facts.repository import read_repository
from mlops_platform.core.facts.source_code import read_source_code
from mlops_platform.core.profiling.learning_tools import MOST_ALIKE, learning_tools, role_of
from mlops_platform_tests.drawing import draw_checkout


@pytest.mark.parametrize(
    ("name", "role", "purpose"),
    [
        ("sklearn.model_selection.train_test_split", "split", ""),
        ("sklearn.model_selection.StratifiedKFold", "folds", ""),
        ("sklearn.model_selection.cross_val_score", "folds", ""),
        ("sklearn.model_selection.GridSearchCV", "search", ""),
        ("sklearn.preprocessing.StandardScaler", "preparation", "scaling"),
        ("sklearn.impute.SimpleImputer", "preparation", "imputation"),
        ("imblearn.over_sampling.SMOTE", "preparation", "resampling"),
        ("sklearn.pipeline.make_pipeline", "pipeline", ""),
        ("sklearn.dummy.DummyClassifier", "baseline", ""),
        ("sklearn.ensemble.RandomForestClassifier", "model", "classification"),
        ("sklearn.linear_model.Ridge", "model", "regression"),
        ("xgboost.XGBRegressor", "model", "regression"),
        ("sklearn.cluster.KMeans", "model", "clustering"),
        ("sklearn.metrics.accuracy_score", "metric", "classification"),
        ("sklearn.metrics.mean_squared_error", "metric", "regression"),
        ("sklearn.metrics.silhouette_score", "metric", "clustering"),
        ("scipy.stats.bootstrap", "uncertainty", ""),
        (".predict_proba", "probability", ""),
        ("sklearn.datasets.load_iris", "data", ""),
        ("sklearn.datasets.make_classification", "data", ""),
        ("tensorflow.keras.datasets.mnist.load_data", "data", ""),
        ("torchvision.datasets.MNIST", "data", ""),
    ],
)
def test_a_name_has_its_role(name, role, purpose):
    told = role_of(name)
    assert (told.role.value, told.purpose) == (role, purpose)


@pytest.mark.parametrize(
    "name",
    [
        "pandas.read_csv",
        "sklearn.metrics.make_scorer",
        "torchvision.transforms.Compose",
        "sklearn.metrics.pairwise.cosine_similarity",
        "sklearn.ensemble.RandomForestClassifier.fit",
        "train_test_split",
        ".fit",
        "",
    ],
)
def test_other_names_have_none(name):
    assert role_of(name) is None


def tools_in(tmp_path, files):
    checkout = draw_checkout(tmp_path, files)
    repository = read_repository(checkout)
    code = [(file, None) for file in read_source_code(checkout, repository).files]
    books = read_notebooks(checkout, repository).notebooks
    return learning_tools([*code, *((book.code, book) for book in books)])


def test_a_split_keeps_its_keywords_and_its_size(tmp_path):
    text = (
        "from sklearn.model_selection import train_test_split as parted\n"
        "parted(x, y, test_size=0.25, stratify=y)\n"
    )
    (found,) = tools_in(tmp_path, {"train.py": text})
    assert (found.name, found.evidence.line) == ("sklearn.model_selection.train_test_split", 2)
    assert found.keywords == ("test_size", "stratify")
    assert found.test_size == 0.25


def test_a_size_that_is_no_number_is_not_known(tmp_path):
    text = (
        "from sklearn.model_selection import train_test_split\ntrain_test_split(x, test_size=n)\n"
    )
    (found,) = tools_in(tmp_path, {"train.py": text})
    assert found.test_size is None


def test_the_same_call_again_and_again_is_told_a_few_times(tmp_path):
    text = "from sklearn.metrics import f1_score\n" + "f1_score(a, b)\n" * 50
    assert len(tools_in(tmp_path, {"train.py": text})) == MOST_ALIKE


def test_data_files_are_told_by_their_names(tmp_path):
    text = 'import sklearn\nPATH = "data/raw/churn.csv"\nopen("a/churn.csv")\nopen("notes.txt")\n'
    found = tools_in(tmp_path, {"train.py": text})
    assert [(each.role.value, each.name, each.evidence.line) for each in found] == [
        ("data", "churn.csv", 2)
    ]


def test_what_the_project_calls_a_baseline_is_one(tmp_path):
    (found,) = tools_in(tmp_path, {"models.py": "class BaselineModel:\n    pass\n"})
    assert (found.role.value, found.name) == ("baseline", "BaselineModel")


def test_figures_that_are_kept_to_compare_with_are_no_model(tmp_path):
    kept = "class Monitor:\n    def set_baseline(self, rows):\n        self.mean = rows.mean()\n"
    assert tools_in(tmp_path, {"monitor.py": kept}) == ()


def test_a_tool_of_a_notebook_stands_in_its_cell(tmp_path):
    sources = ["import numpy", "from sklearn.metrics import f1_score\nf1_score(a, b)"]
    cells = [{"cell_type": "code", "source": source} for source in sources]
    (found,) = tools_in(tmp_path, {"book.ipynb": json.dumps({"cells": cells})})
    assert (found.evidence.cell, found.evidence.line) == (2, 2)
