from mlops_platform.core.gather.monitoring_health import gather_monitoring_health
from mlops_platform.core.sections.project_profile import ContainerFile
from mlops_platform_tests.core.rules.cases import of_kind, profile, used
from mlops_platform_tests.drawing import draw_checkout

APP = """
import logging

import joblib
from fastapi import FastAPI
from pydantic import BaseModel

from api.store import save_prediction

logger = logging.getLogger(__name__)
app = FastAPI()


class Customer(BaseModel):
    tenure: int


@app.get("/health")
def health():
    return {}


@app.post("/predict")
def predict(customer: Customer):
    try:
        answer = joblib.load("m").predict(customer)
    except ValueError:
        logger.exception("failed")
    save_prediction(customer, answer)
    return answer


@app.post("/feedback")
def feedback(truth: Customer):
    return {}
"""
FILES = {
    "api/main.py": APP,
    "api/store.py": "def save_prediction(customer, answer): ...\n",
    "drift.py": "def check_drift(a, b): ...\n",
    "dag.py": "from airflow import DAG\nDAG('drift', schedule='@daily')\n",
    "alerts.yml": "groups:\n- rules:\n  - alert: A\n    expr: up == 0\n",
    "Dockerfile": "FROM python\nHEALTHCHECK CMD curl x\nCMD uvicorn api.main:app\n",
}
SHIPPED = {
    "serving": (used("fastapi", "api/main.py", 5),),
    "container_files": (ContainerFile(path="Dockerfile", command="uvicorn api.main:app"),),
}


def test_everything_that_watches_is_found(tmp_path):
    facts = gather_monitoring_health(draw_checkout(tmp_path, FILES), profile(**SHIPPED))
    assert [place.evidence.path for place in facts.services] == ["api/main.py"]
    assert [place.name for place in facts.schedules] == ["Airflow schedule"]
    assert [place.name for place in facts.alerts] == ["Prometheus rule"]
    assert [place.name for place in facts.probes] == ["HEALTHCHECK"]
    assert [place.name for place in facts.prediction_records] == ["save_prediction"]
    assert [place.name for place in facts.feedback] == ["POST /feedback"]
    assert [place.name for place in facts.drift_checks] == ["check_drift"]
    assert [len(f) for f in (facts.health_routes, facts.typed_inputs, facts.error_reports)] == [
        1,
        2,
        1,
    ]


def test_a_server_that_nothing_starts_is_not_in_operation(tmp_path):
    known = {**SHIPPED, "container_files": ()}
    files = {path: FILES[path] for path in ("api/main.py", "api/store.py")}
    facts = gather_monitoring_health(draw_checkout(tmp_path, files), profile(**known))
    assert not facts.is_operated
    assert facts.prediction_records == ()


def test_a_repository_that_is_not_ml_or_a_library_is_not_read(tmp_path):
    for kind in ("not_ml", "library"):
        checkout = draw_checkout(tmp_path, FILES)
        facts = gather_monitoring_health(checkout, profile(**SHIPPED, **of_kind(kind)))
        assert not facts.is_operated
        assert facts.alerts == ()
