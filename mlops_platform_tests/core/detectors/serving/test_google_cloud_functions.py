from pathlib import Path

import pytest

from mlops_platform.core.detectors.serving import aws_lambda
from mlops_platform.core.detectors.serving.google_cloud_functions import detect
from mlops_platform_tests.core.detectors.sightings import sight

LOAD = "import joblib\nmodel = joblib.load('model.pkl')\n"
HANDLER = "def endpoint(event, context):\n    return model.predict(event)\n"


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (f"from google.cloud import storage\n{LOAD}{HANDLER}", 4),
        (
            f"import functions_framework\n{LOAD}@functions_framework.http\ndef ask(request): ...\n",
            5,
        ),
    ],
)
def test_a_handler_of_google_that_loads_a_model(tmp_path: Path, source: str, line: int) -> None:
    files = {"main.py": source}
    assert sight(tmp_path, detect, files) == f"google cloud functions used: main.py:{line}"
    assert sight(tmp_path, aws_lambda.detect, files) == "nothing"


def test_a_handler_that_a_script_deploys_to_google(tmp_path: Path) -> None:
    files = {"main.py": LOAD + HANDLER, "deploy.sh": "gcloud functions deploy endpoint\n"}
    assert sight(tmp_path, detect, files) == "google cloud functions used: main.py:3"


def test_a_handler_of_another_cloud_is_none(tmp_path: Path) -> None:
    files = {"main.py": LOAD + HANDLER}
    assert sight(tmp_path, detect, files) == "nothing"
    assert sight(tmp_path, aws_lambda.detect, files) == "aws lambda used: main.py:3"


def test_a_handler_without_a_model_serves_none(tmp_path: Path) -> None:
    files = {"main.py": "from google.cloud import storage\ndef f(event, context): ...\n"}
    assert sight(tmp_path, detect, files) == "nothing"
