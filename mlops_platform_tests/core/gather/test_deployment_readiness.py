from pathlib import Path

from mlops_platform.core.gather.deployment_readiness import gather_deployment_readiness
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts
from mlops_platform_tests.core.rules.cases import does, profile, used, workflow
from mlops_platform_tests.drawing import draw_checkout

APP = """
import joblib
from fastapi import FastAPI
from pydantic import BaseModel

from api.service import answer

app = FastAPI()


class Customer(BaseModel):
    tenure: int


@app.get("/health")
def health():
    return {}


@app.post("/predict")
def predict(customer: Customer):
    return answer(customer)
"""
SERVICE = """
import logging
import os

import joblib

logger = logging.getLogger(__name__)
model = joblib.load(os.environ["MODEL_PATH"])


def answer(customer):
    logger.info("asked")
    return model.predict([[customer.tenure]])
"""
TEST = """
from fastapi.testclient import TestClient
from api.app import app


def test_health():
    assert TestClient(app).get("/health").status_code == 200
"""
SCRIPT = """
import joblib

if __name__ == "__main__":
    model = joblib.load("models/model.joblib")
    print(model.predict([[1]]))
"""


def gathered(tmp_path: Path, files: dict[str, str], **known: object) -> DeploymentReadinessFacts:
    return gather_deployment_readiness(draw_checkout(tmp_path, files), profile(**known))


def test_an_application_is_read_with_the_modules_it_imports(tmp_path: Path) -> None:
    files = {
        "api/__init__.py": "",
        "api/app.py": APP,
        "api/service.py": SERVICE,
        "tests/test_app.py": TEST,
    }
    facts = gathered(tmp_path, files, serving=(used("fastapi", "api/app.py", 3),))
    (app,) = facts.applications
    assert [(r.method, r.path, r.has_typed_input) for r in app.routes] == [
        ("GET", "/health", True),
        ("POST", "/predict", True),
    ]
    assert [p.evidence.path for p in app.model_loads] == ["api/service.py"]
    assert app.model_loads_per_request == ()
    assert [e.path for e in app.logging_calls] == ["api/service.py"]
    assert [v.name for v in facts.environment_variables] == ["MODEL_PATH"]
    assert [(e.path, e.line) for e in facts.tests_of_serving] == [("tests/test_app.py", 7)]


def test_a_framework_without_python_is_an_application_without_routes(tmp_path: Path) -> None:
    serving = (used("mlflow models serve", "Makefile", 3),)
    facts = gathered(tmp_path, {"Makefile": "serve:\n\tmlflow models serve\n"}, serving=serving)
    assert [(app.framework, app.path) for app in facts.applications] == [
        ("mlflow models serve", "Makefile")
    ]
    assert facts.applications[0].routes == ()


def test_a_script_that_loads_and_predicts_is_found_by_what_it_does(tmp_path: Path) -> None:
    files = {"score_customers.py": SCRIPT, "batch.py": SCRIPT, "notes.py": "x = 1\n"}
    loads = (does("joblib.load", "batch.py", 5),)
    facts = gathered(tmp_path, files, loaded_models=loads)
    assert [place.name for place in facts.prediction_scripts] == ["batch.py", "score_customers.py"]


def test_the_training_script_is_no_prediction_script(tmp_path: Path) -> None:
    entry = {"path": "train.py", "command": None, "confidence": 1, "because": "it fits"}
    facts = gathered(
        tmp_path,
        {"train.py": SCRIPT},
        loaded_models=(does("joblib.load", "train.py", 5),),
        training_entry_points=(entry,),
    )
    assert facts.prediction_scripts == ()


def test_what_ships_it_is_found(tmp_path: Path) -> None:
    files = {
        "compose.yaml": "services: {}\n",
        ".dockerignore": "data\n",
        "k8s/app.yaml": "apiVersion: apps/v1\nkind: Deployment\n",
        "infra/main.tf": "",
        "infra/variables.tf": "",
        "argo.yaml": "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\n",
        "params.yaml": "kind: small\n",
    }
    steps = workflow("docker build -t app .", "kubectl apply -f k8s", "echo kubectl apply")
    facts = gathered(tmp_path, files, workflows=(steps,))
    assert [(p.name, p.evidence.path) for p in facts.infrastructure] == [
        ("terraform", "infra/main.tf"),
        ("kubernetes", "k8s/app.yaml"),
    ]
    assert [e.path for e in facts.compose_files] == ["compose.yaml"]
    assert facts.ignores_build_context is not None
    assert [e.line for e in facts.images_built_in_ci] == [1]
    assert [e.line for e in facts.deployments_in_ci] == [2]


def test_a_serving_file_that_does_not_parse_ends_in_facts(tmp_path: Path) -> None:
    serving = (used("flask", "app.py", 1),)
    facts = gathered(tmp_path, {"app.py": "def broken(:\n"}, serving=serving)
    assert facts.applications[0].path == "app.py"
    assert facts.applications[0].routes == ()
