import pytest

from mlops_platform.core.artifact_kinds import reports
from mlops_platform_tests.core.artifact_kinds.files import draw_content


@pytest.mark.parametrize(
    ("path", "data", "name"),
    [
        ("a", b"%PDF-1.7", "pdf"),
        ("report.html", b"<html>", "page"),
        ("README.md", b"# a", "report"),
        ("train.log", b"a", "log"),
        ("metrics.json", b"{}", "document"),
        ("out.txt", b"a", "text"),
        ("tb/events.out.tfevents.17.vm", b"\x18", "tensorboard_events"),
        ("m/MLmodel", b"artifact_path: model\nflavors:\n", "mlflow_model_description"),
    ],
)
def test_each_is_known(path, data, name):
    assert reports.recognize(draw_content(path, data)).name == name


def test_binary_files_are_no_documents():
    assert reports.recognize(draw_content("a.txt", b"\x00\x01")) is None
    assert reports.recognize(draw_content("a.bin", b"text")) is None
