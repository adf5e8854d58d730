from pathlib import Path

import pytest

from mlops_platform.core.clues.clue import imported
from mlops_platform.core.clues.models import (
    answers_with_predictions,
    handles_a_model,
    near_a_model,
    near_learning,
)
from mlops_platform.core.facts.reading import Reading, read_checkout
from mlops_platform_tests.drawing import draw_checkout


def read(tmp_path: Path, files: dict[str, str | bytes]) -> Reading:
    return read_checkout(draw_checkout(tmp_path, files))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import joblib\nmodel = joblib.load('model.pkl')\n", True),
        ("from transformers import AutoModel\nAutoModel.from_pretrained('x')\n", True),
        ("import mlflow\nmlflow.pyfunc.load_model('models:/m/1')\n", True),
        ("def score(model, rows):\n    return model.predict(rows)\n", True),
        ("import pickle\npickle.load(open('session.pkl', 'rb'))\n", False),
        ("def predict(x):\n    return x\n\n\npredict(1)\n", False),
        ("import json\njson.load(open('model.json'))\n", False),
    ],
)
def test_a_file_handles_a_model_by_its_calls(tmp_path: Path, code: str, expected: bool) -> None:
    (file,) = read(tmp_path, {"a.py": code}).code.files
    assert handles_a_model(file) is expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("@app.route('/predict-sales')\ndef sales():\n    return table.loc[1]\n", True),
        ("@app.post('/v1/predict/{name}')\ndef ask(name): ...\n", True),
        (
            "def predict(x):\n    return t[x]\ndef handler(event):\n    return predict(event)\n",
            True,
        ),
        ("def predict(x):\n    return t[x]\n", False),
        ("@app.get('/predecessors')\ndef other(): ...\n", False),
        ("class A:\n    def predict(self): ...\ndef f(a):\n    return a.predict()\n", False),
        ("@app.get('/')\ndef plot_predictions(): ...\n", False),
    ],
)
def test_a_file_answers_with_predictions_by_its_routes(
    tmp_path: Path, code: str, expected: bool
) -> None:
    (file,) = read(tmp_path, {"a.py": code}).code.files
    assert answers_with_predictions(file) is expected


def test_a_model_is_reached_through_several_local_modules(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "api/__init__.py": "",
        "api/app.py": "import flask\nfrom . import routes\n",
        "api/routes.py": "from api.models import load\n",
        "api/models.py": "import joblib\n\n\ndef load():\n    return joblib.load('model.pkl')\n",
        "web/site.py": "import flask\n",
    }
    reading = read(tmp_path, files)
    near = near_a_model(reading, imported(reading, "flask"))
    assert [clue.place.path for clue in near] == ["api/app.py"]


def test_modules_that_import_each_other_end(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "a.py": "import click\nimport b\n",
        "b.py": "import a\nimport sklearn.svm\n",
    }
    reading = read(tmp_path, files)
    near = near_learning(reading, imported(reading, "click"))
    assert [clue.place.path for clue in near] == ["a.py"]


def test_being_imported_by_learning_code_does_not_lead_to_it(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "tool.py": "import click\n",
        "train.py": "import tool\nimport sklearn.svm\n",
    }
    reading = read(tmp_path, files)
    assert near_learning(reading, imported(reading, "click")) == ()


def test_a_test_of_the_application_is_not_the_application(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "scoring.py": "import joblib\n\nmodel = joblib.load('model.pkl')\n",
        "tests/test_api.py": "import fastapi\nimport scoring\n\n\ndef test_it():\n    assert 1\n",
    }
    reading = read(tmp_path, files)
    assert near_a_model(reading, imported(reading, "fastapi")) == ()
