from pathlib import Path

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.recognize_artifacts import kind_of, recognize_artifacts
from mlops_platform_tests.core.artifact_kinds.files import archive, draw_content, pickled
from mlops_platform_tests.core.drawn_runs import draw_run

MODEL = pickled("sklearn.svm._classes.SVC")


def recognized(tmp_path, files):
    checkout, run = draw_run(tmp_path, files)
    stored = Checkout(revision=checkout.revision, root=Path(run.folder))
    return list(recognize_artifacts(stored, run.outcome.outputs))


def test_each_output_is_told_by_its_content_in_the_order_of_paths(tmp_path):
    found = recognized(tmp_path, {"m/model": MODEL, "a.csv": "a,b\n", "z": b"\x00"})
    assert [(one.path, one.kind, one.is_model) for one in found] == [
        ("a.csv", "table", False),
        ("m/model", "pickle", True),
        ("z", "other", False),
    ]


def test_what_a_tracker_keeps_of_its_own_is_no_artifact(tmp_path):
    run = "mlruns/0/" + "a" * 32
    files = {f"{run}/metrics/rmse": "1 0.5 0", f"{run}/artifacts/model.pkl": MODEL}
    files |= {"src/__pycache__/a.cpython-311.pyc": b"x", "mlruns/0/meta.yaml": "a: 1"}
    model = "mlruns/0/models/m-" + "b" * 32
    files |= {f"{model}/metrics/rmse": "1 0.5 0", f"{run}/outputs/m-1/meta.yaml": "a: 1"}
    assert [one.path for one in recognized(tmp_path, files)] == [f"{run}/artifacts/model.pkl"]


def test_content_is_surer_than_a_name():
    assert kind_of(draw_content("model.txt", "tree\nversion=v4\n")).name == "lightgbm"
    assert kind_of(draw_content("metrics.json", b"PAR1")).name == "parquet"
    assert kind_of(draw_content("a.csv", archive({"xl/workbook.xml": b""}))).name == "excel"


def test_an_output_that_is_gone_is_said(tmp_path):
    checkout, run = draw_run(tmp_path, {"model.pkl": MODEL})
    (Path(run.folder) / run.outcome.outputs[0].stored_as).unlink()
    stored = Checkout(revision=checkout.revision, root=Path(run.folder))
    (one,) = recognize_artifacts(stored, run.outcome.outputs)
    assert isinstance(one, UnreadFile)
    assert one.path == "model.pkl"
