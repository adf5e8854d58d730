from pathlib import Path

from mlops_platform.core.detectors.serving.django import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_application_that_loads_a_model_serves_it(tmp_path: Path) -> None:
    files = {
        "app.py": (
            "from django.http import JsonResponse\n"
            "import joblib\n"
            "\n"
            "model = joblib.load('model.pkl')\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "django used: app.py:1"


def test_a_model_behind_a_local_module_is_served(tmp_path: Path) -> None:
    files = {
        "api/app.py": ("from django.http import JsonResponse\nfrom api.scoring import score\n"),
        "api/scoring.py": "def score(model, rows):\n    return model.predict(rows)\n",
    }
    assert sight(tmp_path, detect, files) == "django used: api/app.py:1"


def test_an_application_without_a_model_serves_none(tmp_path: Path) -> None:
    files = {
        "app.py": "from django.http import JsonResponse\n",
        "train.py": "import sklearn.svm\n",
        "requirements.txt": "django\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "django\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "django not used (declared only): requirements.txt:1"


def test_a_local_module_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "django.py": "rows = []\n",
        "train.py": (
            "from django.http import JsonResponse\n"
            "import joblib\n"
            "\n"
            "model = joblib.load('model.pkl')\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_script_that_sets_django_up_serves_nothing(tmp_path: Path) -> None:
    files = {
        "seed.py": "import django\ndjango.setup()\nimport joblib\nm = joblib.load('model.pkl')\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
