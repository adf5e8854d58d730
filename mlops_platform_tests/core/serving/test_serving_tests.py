import pytest

from mlops_platform.core.gather.deployment_readiness import gather_deployment_readiness
from mlops_platform_tests.core.rules.cases import profile, used
from mlops_platform_tests.drawing import draw_checkout

SERVER = (
    "from fastapi import FastAPI\napp = FastAPI()\n"
    '@app.post("/predict")\ndef predict(age: int):\n    return age\n'
    '@app.get("/items/{number}")\ndef item(number: int):\n    return number\n'
)


def asking(tmp_path, test, path="tests/test_it.py"):
    checkout = draw_checkout(tmp_path, {"app.py": SERVER, path: test})
    facts = gather_deployment_readiness(checkout, profile(serving=(used("fastapi", "app.py", 1),)))
    return [(place.path, place.line) for place in facts.tests_of_serving]


@pytest.mark.parametrize(
    ("test", "line"),
    [
        ('import requests\nURL = "http://localhost:9003/predict"\nrequests.post(URL)\n', 2),
        ('import httpx\nhttpx.get("http://web:80/items/3")\n', 2),
        ('import requests\nB = "http://x"\nrequests.post(f"{B}/predict", json={})\n', 3),
        ("from app import app\n", 1),
        ("from fastapi.testclient import TestClient\nimport app\nTestClient(app.app)\n", 3),
    ],
)
def test_a_test_that_asks_the_server(tmp_path, test, line):
    assert asking(tmp_path, test) == [("tests/test_it.py", line)]


@pytest.mark.parametrize(
    "test",
    [
        'import requests\nrequests.post("http://localhost:9003/other")\n',
        'import requests\nrequests.get("http://localhost:9003/predictions")\n',
        'import requests\nPATH = "/predict"\n',
        'PATH = "http://localhost/predict"\nopen(PATH)\n',
        'import requests\nrequests.get("http://localhost:9003/")\n',
    ],
)
def test_a_test_that_asks_something_else(tmp_path, test):
    assert asking(tmp_path, test) == []


def test_a_script_that_is_named_a_test_asks_the_server_too(tmp_path):
    assert asking(tmp_path, "import app\nprint(app.predict(1))\n", "test_app.py")


def test_a_script_that_asks_is_no_test(tmp_path):
    text = 'import requests\nrequests.post("http://localhost:9003/predict")\n'
    assert asking(tmp_path, text, "client.py") == []


def test_a_method_of_a_bento_is_a_route(tmp_path):
    service = (
        "import bentoml\n@bentoml.service\nclass A:\n    @bentoml.api\n    def predict(self): ...\n"
    )
    test = 'import requests\nrequests.post("http://localhost:3000/predict")\n'
    checkout = draw_checkout(tmp_path, {"app.py": service, "tests/test_it.py": test})
    facts = gather_deployment_readiness(checkout, profile(serving=(used("bentoml", "app.py", 1),)))
    assert [place.line for place in facts.tests_of_serving] == [2]


def test_what_has_no_routes_is_asked_where_it_was_started(tmp_path):
    function = "def handler(event, context):\n    return 1\n"
    test = 'import requests\nrequests.post(f"http://localhost:{port}/", json={})\n'
    checkout = draw_checkout(tmp_path, {"app.py": function, "tests/test_it.py": test})
    serving = (used("aws lambda", "app.py", 1),)
    facts = gather_deployment_readiness(checkout, profile(serving=serving))
    assert [place.line for place in facts.tests_of_serving] == [2]
