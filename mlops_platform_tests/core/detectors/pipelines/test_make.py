from pathlib import Path

from mlops_platform.core.detectors.pipelines.make import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_target_that_trains_is_use(tmp_path: Path) -> None:
    files = {
        "Makefile": "train:\n\tpython train.py\n",
        "train.py": "import sklearn.svm\n",
    }
    assert sight(tmp_path, detect, files) == "make used: Makefile:2"


def test_a_module_that_leads_to_training_is_use(tmp_path: Path) -> None:
    files = {
        "Makefile": "train:\n\tpython -m churn.run\n",
        "churn/__init__.py": "",
        "churn/run.py": "from churn import model\n",
        "churn/model.py": "import xgboost\n",
    }
    assert sight(tmp_path, detect, files) == "make used: Makefile:2"


def test_a_target_that_starts_a_pipeline_is_use(tmp_path: Path) -> None:
    files = {
        "Makefile": "all:\n\tdvc repro\n",
    }
    assert sight(tmp_path, detect, files) == "make used: Makefile:2"


def test_tests_and_linters_are_no_pipeline(tmp_path: Path) -> None:
    files = {
        "Makefile": "test:\n\tpytest tests\n\tpython -m mypy src\n",
        "src/train.py": "import sklearn.svm\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_script_that_learns_nothing_is_no_pipeline(tmp_path: Path) -> None:
    files = {
        "Makefile": "docs:\n\tpython pages.py\n",
        "pages.py": "import json\n",
        "train.py": "import sklearn.svm\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


MEASURED_IN_TESTS = {
    "churn/trees.py": "class Tree:\n    def fit(self, x, y): ...\n",
    "tests/test_eval.py": (
        "from sklearn.metrics import accuracy_score\nfrom churn.trees import Tree\n\n"
        "def test_accuracy():\n    assert accuracy_score([1], Tree().fit([1], [1])) > 0.8\n"
    ),
}


def test_tests_are_a_pipeline_where_only_they_measure_the_model(tmp_path: Path) -> None:
    files = {"Makefile": "test:\n\tpoetry run py.test tests --cov=churn\n", **MEASURED_IN_TESTS}
    assert sight(tmp_path, detect, files) == "make used: Makefile:2"


def test_tests_of_another_folder_are_none(tmp_path: Path) -> None:
    files = {"Makefile": "test:\n\tpytest tests/unit\n", **MEASURED_IN_TESTS}
    assert sight(tmp_path, detect, files) == "nothing"


def test_tests_beside_an_evaluation_script_are_none(tmp_path: Path) -> None:
    files = {
        "Makefile": "test:\n\tpytest\n",
        "evaluate.py": (
            "from sklearn.metrics import accuracy_score\nprint(accuracy_score([1], [1]))\n"
        ),
        **MEASURED_IN_TESTS,
    }
    assert sight(tmp_path, detect, files) == "nothing"
