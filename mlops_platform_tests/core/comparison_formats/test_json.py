import json

from mlops_platform.core.comparison_formats.json import render
from mlops_platform_tests.core.comparison_formats.compared import five_runs, hostile_runs, two_runs


def test_programs_get_everything_but_what_only_the_store_needs():
    read = json.loads(render(two_runs()))
    assert read["verdict"]["decision"] == "promote_b"
    assert read["verdict"]["deciding"] == ["accuracy", "log_loss"]
    assert read["repeats"] == [3, 3]
    assert read["metrics"][0]["deltas"][1]["change"] == "better"
    assert "tags" not in read["runs"][0]
    assert json.loads(render(five_runs()))["verdict"] is None


def test_it_is_ascii_whatever_the_names():
    assert render(hostile_runs()).isascii()
    assert "\x1b" not in render(hostile_runs())


def test_the_same_runs_give_the_same_bytes():
    assert render(two_runs()) == render(two_runs())
