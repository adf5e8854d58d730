from pathlib import Path

from mlops_platform.core.detectors.serving.streamlit import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_application_that_loads_a_model_serves_it(tmp_path: Path) -> None:
    files = {
        "app.py": ("import streamlit as st\nimport joblib\n\nmodel = joblib.load('model.pkl')\n"),
    }
    assert sight(tmp_path, detect, files) == "streamlit used: app.py:1"


def test_a_model_behind_a_local_module_is_served(tmp_path: Path) -> None:
    files = {
        "api/app.py": "import streamlit as st\nfrom api.scoring import score\n",
        "api/scoring.py": "def score(model, rows):\n    return model.predict(rows)\n",
    }
    assert sight(tmp_path, detect, files) == "streamlit used: api/app.py:1"


def test_an_application_without_a_model_serves_none(tmp_path: Path) -> None:
    files = {
        "app.py": "import streamlit as st\n",
        "train.py": "import sklearn.svm\n",
        "requirements.txt": "streamlit\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_trend_line_of_a_dashboard_serves_none(tmp_path: Path) -> None:
    code = (
        "import plotly.graph_objects as go\nimport streamlit as st\n"
        "from sklearn.linear_model import LinearRegression\n"
        "def chart(x, y):\n    line = LinearRegression()\n    line.fit(x, y)\n"
        "    return go.Figure(line.predict(x))\n"
    )
    assert sight(tmp_path, detect, {"page.py": code}) == "nothing"
    served = code.replace("return go.Figure(line.predict(x))", "st.write(line.predict(x))")
    assert sight(tmp_path / "b", detect, {"page.py": served}) == "streamlit used: page.py:2"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "streamlit\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files) == "streamlit not used (declared only): requirements.txt:1"
    )


def test_a_local_module_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "streamlit.py": "rows = []\n",
        "train.py": ("import streamlit as st\nimport joblib\n\nmodel = joblib.load('model.pkl')\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"
