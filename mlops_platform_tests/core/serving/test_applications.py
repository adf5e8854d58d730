from pathlib import Path

from mlops_platform_tests.core.serving.reading import served

CAREFUL = """
import logging
from fastapi import FastAPI, HTTPException
app = FastAPI()
logger = logging.getLogger(__name__)
@app.post("/predict")
def predict(age: int):
    logger.info("asked")
    if age < 0:
        raise HTTPException(422)
    try:
        return 1 / age
    except ZeroDivisionError:
        return 0
"""
CARELESS = """
import mlflow
from flask import Flask
mlflow.set_tracking_uri("http://127.0.0.1:5000")
MODEL = "/home/ann/model.pkl"
ORIGIN = "http://localhost:3000"
app = Flask(__name__)
@app.route("/")
def home():
    return math.log(1)
if __name__ == "__main__":
    app.run(host="0.0.0.0", debug=True)
"""


def test_logging_and_handled_errors_are_seen(tmp_path: Path) -> None:
    app = served(tmp_path, CAREFUL)
    assert [e.line for e in app.logging_calls] == [8]
    assert [e.line for e in app.handled_errors] == [10, 13]
    assert app.debug_mode == app.fixed_addresses == app.development_server == ()


def test_debug_mode_the_own_server_and_fixed_addresses_are_seen(tmp_path: Path) -> None:
    app = served(tmp_path, CARELESS, "flask")
    assert [e.line for e in app.debug_mode_by_hand] == [12]
    assert app.debug_mode == ()
    assert [e.line for e in app.development_server] == [12]
    assert [e.line for e in app.fixed_addresses] == [4, 5]
    assert app.logging_calls == app.handled_errors == ()


def test_a_run_of_something_else_is_no_debug_mode(tmp_path: Path) -> None:
    source = "import subprocess\nfrom flask import Flask\nsubprocess.run('a', debug=False)\n"
    app = served(tmp_path, source, "flask")
    assert app.debug_mode == app.debug_mode_by_hand == ()


def test_debug_mode_at_import_is_on_whoever_starts_the_server(tmp_path: Path) -> None:
    app = served(tmp_path, "from fastapi import FastAPI\napp = FastAPI(debug=True)\n")
    assert [e.line for e in app.debug_mode] == [2]
    assert app.debug_mode_by_hand == ()


PARTS = {
    "parts/__init__.py": "",
    "parts/internal.py": """from fastapi import APIRouter
router = APIRouter()
@router.get("/ping")
def ping():
    return 1
""",
    "parts/handler.py": """from fastapi import APIRouter, HTTPException, Request
class Handler:
    def __init__(self):
        self.router = APIRouter()
        self.router.add_api_route("/invocations", self.predict, methods=["POST"])
    def predict(self, request: Request):
        if not Row.model_validate_json(request):
            raise HTTPException(400)
""",
    "parts/other.py": "def help_out():\n    return 1\n",
}


def test_routes_of_the_parts_that_an_application_takes_in_are_its_own(tmp_path: Path) -> None:
    code = """from fastapi import FastAPI
from parts import handler, internal, other
class App(FastAPI):
    def __init__(self):
        self.include_router(internal.router)
        self.include_router(handler.Handler().router)
"""
    app = served(tmp_path, code, beside=PARTS)
    found = {(each.method, each.path, each.has_typed_input) for each in app.routes}
    assert found == {("GET", "/ping", True), ("POST", "/invocations", True)}
    assert [each.path for each in app.handled_errors] == ["parts/handler.py"]


def test_a_part_that_is_not_taken_in_is_not_an_applications_own(tmp_path: Path) -> None:
    code = "from fastapi import FastAPI\nfrom parts import internal\napp = FastAPI()\n"
    assert served(tmp_path, code, beside=PARTS).routes == ()
