import pytest

from mlops_platform.core.facts.repository import read_repository
from mlops_platform.core.sections.project_profile import ContainerFile, Place
from mlops_platform.core.watching.services import shipped_services, watching_services
from mlops_platform_tests.core.rules.cases import profile, seen, used, workflow
from mlops_platform_tests.drawing import draw_checkout

SERVER = ContainerFile(path="Dockerfile", command="uvicorn api.main:app")
TRAINER = ContainerFile(path="Dockerfile", command="python train.py")


def services(tmp_path, files=None, **known):
    checkout = draw_checkout(tmp_path, files or {"a.py": ""})
    return shipped_services(checkout, read_repository(checkout), profile(**known))


def test_a_server_that_a_container_starts(tmp_path):
    serving = (used("fastapi", "api/main.py", 3), used("ray serve", "api/main.py", 4))
    (place,) = services(tmp_path, serving=serving, container_files=(SERVER,))
    assert (place.name, place.evidence.path, place.evidence.line) == ("fastapi", "api/main.py", 3)


def test_a_server_that_compose_starts(tmp_path):
    started = Place(name="fastapi run api/main.py", evidence=seen("compose.yaml", 9))
    serving = (used("fastapi", "api/main.py", 3),)
    assert services(tmp_path, serving=serving, server_starts=(started,))


def test_a_server_that_is_deployed_or_declared(tmp_path):
    serving = (used("flask", "app.py", 3),)
    assert services(tmp_path, serving=serving, workflows=(workflow("gcloud run deploy x"),))
    assert services(tmp_path, {"Procfile": "web: flask run"}, serving=serving)
    assert services(tmp_path / "..", serving=(used("kserve", "model.py", 3),))


@pytest.mark.parametrize(
    "known",
    [
        {"serving": (used("flask", "utils/rest.py", 3),)},
        {"serving": (used("flask", "utils/rest.py", 3),), "container_files": (TRAINER,)},
        {"serving": (used("gradio", "demo.py", 3),), "container_files": (SERVER,)},
        {"serving": (used("fastapi", "demo.ipynb", 3),), "container_files": (SERVER,)},
        {"container_files": (SERVER,)},
    ],
)
def test_what_nothing_starts_is_not_in_operation(tmp_path, known):
    assert services(tmp_path, **known) == ()


def test_a_server_that_measures_drift_itself_is_in_operation():
    known = profile(serving=(used("fastapi", "api/main.py", 3),))
    own = Place(name="calculate_drift", evidence=seen("api/main.py", 9))
    beside = Place(name="calculate_drift", evidence=seen("notebooks/look.py", 9))
    assert [each.name for each in watching_services(known, (own,))] == ["fastapi"]
    assert watching_services(known, (beside,)) == ()
