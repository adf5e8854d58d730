import sys
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest

from mlops_platform.adapters.model_trial.asking import Asked
from mlops_platform.adapters.model_trial.exporting import export


class Model:
    """Answers the sum of a row."""

    def get_params(self):
        return {}

    def predict(self, rows):
        return np.asarray(rows).sum(axis=1)


def asked(rows=None):
    return Asked(Model().predict, np.ones((4, 2)) if rows is None else rows, "made")


@pytest.fixture
def runtime(monkeypatch):
    """Stand in for both libraries; what the exported model answers is set by the test."""
    answers = SimpleNamespace(given=None)
    session = SimpleNamespace(
        get_inputs=lambda: [SimpleNamespace(name="x")], run=lambda _, fed: [answers.given(fed["x"])]
    )
    onnxruntime, skl2onnx = ModuleType("onnxruntime"), ModuleType("skl2onnx")
    onnxruntime.InferenceSession = lambda text, providers: session
    skl2onnx.to_onnx = lambda model, rows: SimpleNamespace(SerializeToString=lambda: b"onnx")
    monkeypatch.setitem(sys.modules, "onnxruntime", onnxruntime)
    monkeypatch.setitem(sys.modules, "skl2onnx", skl2onnx)
    return answers


def test_an_exported_model_agrees_or_differs(runtime):
    runtime.given = lambda rows: rows.sum(axis=1) + 1e-5
    assert export(Model(), asked())["onnx"] == "agrees"
    runtime.given = lambda rows: rows.sum(axis=1) + 1
    said = export(Model(), asked())
    assert (said["onnx"], said["onnx_largest_difference"]) == ("differs", 1.0)
    runtime.given = lambda rows: rows.sum(axis=1)[:1]
    assert export(Model(), asked())["onnx"] == "differs"


def test_labels_agree_by_their_share(runtime):
    model = SimpleNamespace(get_params=dict, predict=lambda rows: np.array(["a", "b", "a", "b"]))
    runtime.given = lambda rows: np.array(["a", "b", "a", "a"])
    said = export(model, asked())
    assert (said["onnx"], said["onnx_agreement"]) == ("differs", 0.75)


def test_what_cannot_be_exported_says_why(runtime):
    def fail(rows):
        raise RuntimeError("unsupported operator")

    runtime.given = fail
    assert export(Model(), asked())["onnx_because"] == "RuntimeError: unsupported operator"
    assert export(object(), asked())["onnx_because"] == (
        "there is no exporter for models of this kind"
    )
    texts = export(Model(), asked(["a", "b"]))
    assert (texts["onnx"], texts["onnx_because"]) == (
        "not tried",
        "its input is not of numbers only",
    )


def test_without_the_libraries_nothing_is_tried(monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    assert export(Model(), asked())["onnx"] == "not tried"
