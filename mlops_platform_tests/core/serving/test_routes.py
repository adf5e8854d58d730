from pathlib import Path

import pytest

from mlops_platform_tests.core.serving.reading import served

FASTAPI = """
from typing import Any, Dict, List
from fastapi import FastAPI, File, Request, UploadFile
from pydantic import BaseModel
app = FastAPI()
class Row(BaseModel):
    age: int
@app.post("/predict")
async def predict({parameters}):
    return 1
"""
FLASK = """
from flask import Flask, jsonify, request
from marshmallow import Schema
app = Flask(__name__)
class RowSchema(Schema):
    pass
@app.route("/predict", methods=["GET", "POST"])
def predict():
    {body}
    return jsonify(1)
"""


@pytest.mark.parametrize(
    "parameters", ["row: Row", "rows: List[Row]", "file: UploadFile = File(...)", "age: int", ""]
)
def test_fastapi_validates_what_has_a_type(tmp_path: Path, parameters: str) -> None:
    (route,) = served(tmp_path, FASTAPI.format(parameters=parameters)).routes
    assert (route.method, route.path, route.has_typed_input) == ("POST", "/predict", True)


@pytest.mark.parametrize(
    "parameters", ["request: Request", "row: dict", "rows: list", "row: Dict[str, Any]", "row: Any"]
)
def test_fastapi_does_not_validate_raw_bodies(tmp_path: Path, parameters: str) -> None:
    (route,) = served(tmp_path, FASTAPI.format(parameters=parameters)).routes
    assert not route.has_typed_input


@pytest.mark.parametrize(
    "body",
    [
        "row = RowSchema().load(request.json)",
        "validate_row(request.get_json())",
        "if 'age' not in request.json: return jsonify(error='no age'), 400",
    ],
)
def test_flask_validates_with_a_model_or_a_check(tmp_path: Path, body: str) -> None:
    (route,) = served(tmp_path, FLASK.format(body=body), "flask").routes
    assert (route.method, route.has_typed_input) == ("POST", True)


@pytest.mark.parametrize("body", ["row = request.get_json()", "row = Row(request.get_json())"])
def test_flask_does_not_validate_by_itself_or_with_a_plain_class(tmp_path: Path, body: str) -> None:
    source = FLASK.format(body=body) + "class Row:\n    pass\n"
    (route,) = served(tmp_path, source, "flask").routes
    assert not route.has_typed_input


def test_a_flask_route_without_methods_answers_get(tmp_path: Path) -> None:
    source = "from flask import Flask\napp = Flask('a')\n@app.route('/')\ndef home(): return 1\n"
    (route,) = served(tmp_path, source, "flask").routes
    assert (route.method, route.path) == ("GET", "/")


def test_other_decorators_and_a_get_of_something_else_are_no_routes(tmp_path: Path) -> None:
    source = """
import functools
from fastapi import FastAPI
app = FastAPI()
client = object()
@functools.lru_cache
def load(): ...
@client.get("/x")
def other(): ...
@app.on_event("startup")
def start(): ...
"""
    assert served(tmp_path, source).routes == ()
