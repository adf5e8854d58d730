from pathlib import Path

import pytest

from mlops_platform_tests.core.serving.reading import served

FASTAPI = """
import functools
import joblib
from fastapi import FastAPI
app = FastAPI()
model = None
{before}
@app.post("/predict")
def predict(age: int):
    {inside}
"""
ONCE = {
    "at module level": ('model = joblib.load("model.pkl")', "return model.predict(age)"),
    "at start": ('@app.on_event("startup")\ndef load():\n    joblib.load("model.pkl")', "return 1"),
    "behind a cache": (
        '@functools.lru_cache\ndef load():\n    return joblib.load("model.pkl")',
        "return load().predict(age)",
    ),
    "when it is first asked": (
        "",
        'global model\n    if model is None:\n        model = joblib.load("model.pkl")',
    ),
    "by a function called at module level": (
        'def load():\n    return joblib.load("model.pkl")\nmodel = load()',
        "return model.predict(age)",
    ),
}
AGAIN = {
    "in the route": ("", 'return joblib.load("model.pkl").predict(age)'),
    "in a function that the route calls": (
        'def load():\n    return joblib.load("model.pkl")',
        "return load().predict(age)",
    ),
}


@pytest.mark.parametrize("case", ONCE)
def test_loaded_once(tmp_path: Path, case: str) -> None:
    before, inside = ONCE[case]
    app = served(tmp_path, FASTAPI.format(before=before, inside=inside))
    assert len(app.model_loads) == 1
    assert app.model_loads_at_start == app.model_loads
    assert app.model_loads_per_request == ()


def test_a_load_in_a_method_of_something_is_not_followed(tmp_path: Path) -> None:
    before = "class Pipeline:\n    def run(self, age):\n        return joblib.load('model.pkl')\n"
    app = served(tmp_path, FASTAPI.format(before=before, inside="return make().run(age)"))
    assert len(app.model_loads) == 1
    assert app.model_loads_at_start == app.model_loads_per_request == ()


RENEWED = """
def load():
    return joblib.load("model.pkl"), "v2"
@app.post("/reload")
def reload():
    global model, version
    model, version = load()
"""


def test_a_route_that_renews_the_model_of_another_is_no_load_with_every_request(tmp_path):
    source = FASTAPI.format(before=RENEWED, inside="return model.predict(age)")
    assert served(tmp_path, source).model_loads_per_request == ()


def test_a_route_that_renews_its_own_model_loads_again(tmp_path):
    inside = 'global model\n    model = joblib.load("model.pkl")\n    return model.predict(age)'
    app = served(tmp_path, FASTAPI.format(before="", inside=inside))
    assert len(app.model_loads_per_request) == 1


@pytest.mark.parametrize("case", AGAIN)
def test_loaded_again_with_every_request(tmp_path: Path, case: str) -> None:
    before, inside = AGAIN[case]
    app = served(tmp_path, FASTAPI.format(before=before, inside=inside))
    assert len(app.model_loads_per_request) == 1


def test_a_streamlit_script_loads_again_with_every_click(tmp_path: Path) -> None:
    source = (
        "import joblib\nimport streamlit as st\nmodel = joblib.load('model.pkl')\nst.title('a')\n"
    )
    assert len(served(tmp_path, source, "streamlit").model_loads_per_request) == 1


def test_a_streamlit_script_with_a_cache_does_not(tmp_path: Path) -> None:
    source = (
        "import joblib\nimport streamlit as st\n@st.cache_resource\n"
        "def load():\n    return joblib.load('model.pkl')\nmodel = load()\n"
    )
    assert served(tmp_path, source, "streamlit").model_loads_per_request == ()
