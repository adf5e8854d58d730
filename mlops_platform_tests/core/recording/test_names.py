import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlflow.utils.validation import _validate_metric_name, _validate_param_name

from mlops_platform.core.recording.names import distinct, store_key, tag_text


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("accuracy", "accuracy"),
        ("F1 (macro)", "F1 _macro_"),
        ("Genauigkeit für Bäume", "Genauigkeit für Bäume"),
        ("val/loss", "val/loss"),
        ("../../etc/passwd", "etc/passwd"),
        ("/abs//./x", "abs/x"),
        ("a\x1b[31mred\x00\nline", "a__31mred_ line"),
        ("", "unnamed"),
        ("...", "unnamed"),
        ("system/cpu", "reported_system/cpu"),
        ("a" * 900, "a" * 200),
    ],
)
def test_a_name_becomes_one_that_the_store_takes(name, key):
    assert store_key(name) == key


@given(st.text(max_size=300))
def test_mlflow_takes_every_key(name):
    key = store_key(name)
    assert 0 < len(key) <= 250
    _validate_metric_name(key)
    _validate_param_name(key)


def test_names_that_become_one_are_told_apart():
    named = distinct(["a!", "a?", "a_", "b"], store_key)
    assert named == [("a_", "a!"), ("a__2", "a?"), ("a__3", "a_"), ("b", "b")]


def test_a_tag_is_one_bounded_line():
    assert tag_text("one\n\x1b[2Jtwo") == "one \ufffd[2Jtwo"
    assert len(tag_text("x" * 9000)) == 5000
