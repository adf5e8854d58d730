from mlops_platform.core.rules.deployment_readiness.model_can_be_rolled_back import answer
from mlops_platform_tests.core.rules.cases import (
    deployment,
    does,
    file,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    of_kind,
    route,
    server,
    used,
)

APP = {"applications": (server(),)}
SAVED = {"saved_models": (does("joblib.dump", "train.py", 9),)}


def test_met_with_a_registry_or_a_model_in_git() -> None:
    is_met(
        answer(deployment(registered_models=(does("mlflow.register_model"),), **APP)), "train.py:1"
    )
    is_met(answer(deployment(committed_models=(file("model.pt"),), **APP)), "model.pt")


def test_unmet_when_a_file_is_all_there_is() -> None:
    is_unmet(answer(deployment(**APP, **SAVED)), "no registry", at=["train.py:9"])


def test_unknown_when_data_versioning_may_keep_it() -> None:
    is_unknown(answer(deployment(data_versioning=(used("dvc"),), **APP, **SAVED)), "dvc")


def test_unknown_when_the_runs_of_a_tracker_may_keep_it() -> None:
    logged = (does("mlflow.sklearn.log_model", "train.py", 9),)
    is_unknown(answer(deployment(saved_models=logged, **APP)), "runs")


def test_unknown_when_a_route_chooses_the_model() -> None:
    for path in ("/models/select", "/admin/rollback"):
        app = server(route("POST /predict"), route(f"POST {path}"))
        is_unknown(answer(deployment(applications=(app,), **SAVED)), path)


def test_unknown_when_the_model_comes_from_elsewhere() -> None:
    is_unknown(answer(deployment(**APP)), "was not found")


def test_not_applicable_when_nothing_serves_or_to_a_course() -> None:
    is_not_applicable(answer(deployment()), "nothing serves")
    is_not_applicable(answer(deployment(**APP, **SAVED, **of_kind("many_projects"))))
