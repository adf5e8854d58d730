"""Tests of the explanation `service_needed`."""

import pytest

from mlops_platform.core.causes import Cause
from mlops_platform.core.explanations.service_needed import explain
from mlops_platform_tests.core.failures.failing import installed, printed, ran

TRACKING = (
    "mlflow.exceptions.MlflowException: API request to"
    " http://mlflow.example:5000/api/2.0/mlflow/experiments/get-by-name failed with exception"
)


@pytest.mark.parametrize(
    ("log", "service"),
    [
        (printed("redis"), "Redis at localhost:6379"),
        (printed("pg"), "PostgreSQL at localhost:5433"),
        (TRACKING, "MLflow tracking server at mlflow.example:5000"),
        ("ConnectionRefusedError: [Errno 111] Connection refused", "a server at another process"),
    ],
)
def test_the_service_is_named(log: str, service: str) -> None:
    found = explain(ran(log))
    assert found is not None
    assert found.cause is Cause.SERVICE_NEEDED
    assert service in found.because


@pytest.mark.parametrize("log", ["net_req", "net_s3", "data_pd"])
def test_what_is_on_the_internet_is_no_service(log: str) -> None:
    assert explain(ran(printed(log))) is None


def test_an_installation_is_another_matter() -> None:
    assert explain(installed(printed("nonet"))) is None
